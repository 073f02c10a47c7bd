import MapGeometry

extension CollectionReader {
  /// Reads the geometry object at the position if it is well-formed.
  ///
  /// - Parameter foreign: Where members that RFC 7946 does not name go.
  mutating func plainGeometry(foreign: inout [JSONMember]) throws(SyntaxError) -> GeoGeometry? {
    let opening = scanner.position
    var seen = MemberSet()
    var type: GeometryType?
    var parts: [GeoGeometry]?
    try scanner.descend()
    repeat {
      let keyOffset = scanner.position
      guard let key = try scanner.plainKey() else { return nil }
      switch MemberName(key) {
      case .type:
        type = GeometryType.allCases.first { scanner.isWord($0.word) }
        guard seen.insert(.type), type != nil else { return nil }
      case .coordinates:
        guard seen.insert(.coordinates),
          let behind = coordinates.coordinates(at: scanner.position)
        else { return nil }
        scanner.position = behind
      case .geometries:
        parts = try plainParts()
        guard seen.insert(.coordinates), parts != nil else { return nil }
      case .box:
        guard seen.insert(.box), try plainBox() != nil else { return nil }
      case .crs, .geometry, .properties, .features, .id: return nil
      case .foreign:
        let member = JSONMember(
          scanner.keys.key(key), try scanner.value(), keyOffset: keyOffset)
        guard !foreign.contains(where: { $0.key == member.key }) else { return nil }
        foreign.append(member)
      }
    } while try scanner.separator(closing: UInt8(ascii: "}"), opening: opening)
    guard seen.contains(.coordinates), let type, (type == .collection) == (parts != nil) else {
      return nil
    }
    return parts.map { .collection($0) } ?? geometry(of: type)
  }

  /// Reads the geometries of a collection, none of which is a collection or has foreign members.
  private mutating func plainParts() throws(SyntaxError) -> [GeoGeometry]? {
    let opening = scanner.position
    guard scanner.current == UInt8(ascii: "[") else { return nil }
    try scanner.descend()
    var parts = [GeoGeometry]()
    repeat {
      var foreign = [JSONMember]()
      guard scanner.current == UInt8(ascii: "{"),
        let part = try plainGeometry(foreign: &foreign), foreign.isEmpty
      else { return nil }
      if case .collection = part { return nil }
      parts.append(part)
    } while try scanner.separator(closing: UInt8(ascii: "]"), opening: opening)
    return parts
  }

  /// The geometry of the coordinates read last, if they make one of this type.
  private mutating func geometry(of type: GeometryType) -> GeoGeometry? {
    guard coordinates.depth == type.depth else { return nil }
    let runs = coordinates.runs.count
    switch type {
    case .point: return .point(coordinates.firstPosition)
    case .multiPoint: return .multiPoint(coordinates.positions(ofRun: 0))
    case .line: return line(0).map { .line($0) }
    case .multiLine:
      let lines = (0..<runs).compactMap { line($0) }
      return lines.count == runs ? .multiLine(lines) : nil
    case .polygon: return polygon(0..<runs).map { .polygon($0) }
    case .multiPolygon:
      var polygons = [GeoPolygon]()
      polygons.reserveCapacity(coordinates.groupEnds.count)
      var first = 0
      for index in coordinates.groupEnds.indices {
        let end = coordinates.groupEnds[index]
        guard let polygon = polygon(first..<end) else { return nil }
        polygons.append(polygon)
        first = end
      }
      return .multiPolygon(polygons)
    case .collection: return nil
    }
  }

  private func line(_ run: Int) -> GeoLine? {
    let positions = coordinates.positions(ofRun: run)
    return positions.count >= 2 ? GeoLine(unchecked: positions) : nil
  }

  private mutating func polygon(_ runs: Range<Int>) -> GeoPolygon? {
    guard let exterior = ring(runs.lowerBound, isExterior: true) else { return nil }
    var holes = [GeoRing]()
    for run in runs.dropFirst() {
      guard let hole = ring(run, isExterior: false) else { return nil }
      holes.append(hole)
    }
    return GeoPolygon(exterior: exterior, holes: holes)
  }

  private mutating func ring(_ run: Int, isExterior: Bool) -> GeoRing? {
    let positions = coordinates.positions(ofRun: run)
    guard positions.count >= 4, positions[0] == positions[positions.count - 1] else { return nil }
    let turn = RingTurn(area: positions.withUnsafeBufferPointer { RingTurn.doubleArea($0) })
    if let fault = turn.fault(
      isExterior: isExterior, at: coordinates.runs[run].offset, featureCount)
    {
      collection.faults.append(fault)
    }
    return GeoRing(unchecked: positions)
  }
}

extension CoordinateScanner {
  /// The first position of the last geometry.
  var firstPosition: GeoPosition {
    positions.withElements(from: start, to: start + 1) { $0[0] }
  }

  /// The positions of a run of the last geometry.
  func positions(ofRun run: Int) -> [GeoPosition] {
    positions.array(from: run == 0 ? start : runs[run - 1].end, to: runs[run].end)
  }

  /// The offsets of all positions of the feature.
  var allOffsets: [UInt32] { offsets.array(from: 0, to: offsets.count) }
}
