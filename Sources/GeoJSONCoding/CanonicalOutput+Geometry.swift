import MapGeometry

extension CanonicalOutput {
  mutating func geometry(_ geometry: GeoGeometry, extras: ExtraOrdinates, foreign: [JSONMember]) {
    var index = 0
    self.geometry(geometry, extras, &index, foreign)
  }

  /// - Parameter index: The position among all of the feature, for its further ordinates.
  private mutating func geometry(
    _ geometry: GeoGeometry, _ extras: ExtraOrdinates, _ index: inout Int, _ foreign: [JSONMember]
  ) {
    text(#"{"type":""#)
    bytes.append(contentsOf: geometry.typeName.utf8)
    if case .collection(let parts) = geometry {
      text(#"","geometries":"#)
      list(parts) { $0.geometry($1, extras, &index, []) }
    } else {
      text(#"","coordinates":"#)
      coordinates(geometry, extras, &index)
    }
    self.foreign(foreign)
    byte("}")
  }

  private mutating func coordinates(
    _ geometry: GeoGeometry, _ extras: ExtraOrdinates, _ index: inout Int
  ) {
    switch geometry {
    case .point(let point):
      position(point, extras[index])
      index += 1
    case .multiPoint(let points): run(points, extras, &index)
    case .line(let line): run(line.points, extras, &index)
    case .multiLine(let lines): list(lines) { $0.run($1.points, extras, &index) }
    case .polygon(let polygon): self.polygon(polygon, extras, &index)
    case .multiPolygon(let polygons): list(polygons) { $0.polygon($1, extras, &index) }
    case .collection: break
    }
  }

  private mutating func list<Element>(
    _ elements: [Element], _ write: (inout CanonicalOutput, Element) -> Void
  ) {
    byte("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { byte(",") }
      write(&self, element)
    }
    byte("]")
  }

  private mutating func polygon(
    _ polygon: GeoPolygon, _ extras: ExtraOrdinates, _ index: inout Int
  ) {
    byte("[")
    ring(polygon.exterior, turning: .counterClockwise, extras, &index)
    for hole in polygon.holes {
      byte(",")
      ring(hole, turning: .clockwise, extras, &index)
    }
    byte("]")
  }

  /// Writes a ring in the direction it is to have, judged by what will be read back.
  private mutating func ring(
    _ ring: GeoRing, turning turn: RingTurn, _ extras: ExtraOrdinates, _ index: inout Int
  ) {
    if extras.isEmpty, plainRun(ring.points, turning: turn) {
      index += ring.points.count
      return
    }
    let found = RingTurn(area: doubleArea(ring.points))
    run(ring.points, extras, &index, reversed: found != .none && found != turn)
  }

  /// Twice the area of the rounded positions.
  private func doubleArea(_ points: [GeoPosition]) -> Double {
    let decimals = decimals
    return RingTurn.doubleArea(
      points.lazy.map {
        GeoPosition(
          longitude: DecimalText.canonical($0.longitude, decimals: decimals),
          latitude: DecimalText.canonical($0.latitude, decimals: decimals))
      })
  }

  private mutating func run(
    _ points: [GeoPosition], _ extras: ExtraOrdinates, _ index: inout Int, reversed: Bool = false
  ) {
    if extras.isEmpty, !reversed, plainRun(points) {
      index += points.count
      return
    }
    byte("[")
    for step in points.indices {
      if step > 0 { byte(",") }
      let place = reversed ? points.count - 1 - step : step
      position(points[place], extras.isEmpty ? [] : extras[index + place])
    }
    byte("]")
    index += points.count
  }

  @inline(__always)
  private mutating func position(_ position: GeoPosition, _ extras: ArraySlice<Double>) {
    byte("[")
    number(position.longitude)
    byte(",")
    number(position.latitude)
    for extra in extras {
      byte(",")
      number(extra)
    }
    byte("]")
  }
}
