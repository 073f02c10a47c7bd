public import MapGeometry

extension Topology {
  /// The part of a geometry that lies in a box; `nil` when there is none.
  ///
  /// Lines keep their direction, and what lies wholly inside is returned as it is. Areas that only
  /// touch the box are left out.
  public func clip(_ geometry: PlaneGeometry, to box: Bounds<PlanePoint>) throws(TopologyError)
    -> PlaneGeometry?
  {
    guard let extent = geometry.bounds, extent.touches(box) else { return nil }
    if box.contains(extent.minimum), box.contains(extent.maximum) { return geometry }
    switch geometry {
    case .point, .multiPoint:
      let inside = geometry.points.filter(box.contains)
      return inside.count == 1 ? .point(inside[0]) : inside.isEmpty ? nil : .multiPoint(inside)
    case .line, .multiLine:
      let inside = geometry.lines.flatMap { $0.clipped(to: box) }
      return inside.count == 1 ? .line(inside[0]) : inside.isEmpty ? nil : .multiLine(inside)
    case .polygon, .multiPolygon:
      let inside = try polygons(of: geometry, in: box)
      return inside.count == 1
        ? .polygon(inside[0]) : inside.isEmpty ? nil : .multiPolygon(inside)
    case .collection(let parts):
      var inside: [PlaneGeometry] = []
      for part in parts {
        if let clipped = try clip(part, to: box) { inside.append(clipped) }
      }
      return inside.isEmpty ? nil : .collection(inside)
    }
  }

  /// Invalid areas are repaired first: a map must be drawn even where the check finds faults.
  private func polygons(of geometry: PlaneGeometry, in box: Bounds<PlanePoint>)
    throws(TopologyError) -> [Polygon<PlanePoint>]
  {
    let window = PlaneGeometry.polygon(try box.polygon())
    do throws(TopologyError) {
      return try intersection(geometry, window, grid: 0)?.polygons ?? []
    } catch {
      guard let valid = try repaired(geometry) else { return [] }
      return try intersection(valid, window, grid: 0)?.polygons ?? []
    }
  }
}

extension Bounds where P == PlanePoint {
  /// The box as an area.
  fileprivate func polygon() throws(TopologyError) -> Polygon<PlanePoint> {
    let corners = [
      minimum, PlanePoint(x: maximum.x, y: minimum.y), maximum,
      PlanePoint(x: minimum.x, y: maximum.y), minimum,
    ]
    do throws(GeometryError) {
      return Polygon(exterior: try Ring(corners))
    } catch {
      throw .geometry(error)
    }
  }
}

extension Line where P == PlanePoint {
  /// The runs of the line inside the box, in digitising order.
  fileprivate func clipped(to box: Bounds<PlanePoint>) -> [Line] {
    var runs: [Line] = []
    var run: [PlanePoint] = []
    func finish() {
      if let line = try? Line(run) { runs.append(line) }
      run = []
    }
    for segment in segments {
      guard let piece = segment.clipped(to: box), piece.start != piece.end else { continue }
      if run.last != piece.start {
        finish()
        run = [piece.start]
      }
      run.append(piece.end)
    }
    finish()
    return runs
  }
}

extension Segment {
  /// The part of the segment inside the box (Liang and Barsky); ends that lie inside stay exact.
  fileprivate func clipped(to box: Bounds<PlanePoint>) -> Segment? {
    let dx = end.x - start.x
    let dy = end.y - start.y
    var entry = 0.0
    var exit = 1.0
    for (move, room) in [
      (-dx, start.x - box.minimum.x), (dx, box.maximum.x - start.x),
      (-dy, start.y - box.minimum.y), (dy, box.maximum.y - start.y),
    ] {
      guard move != 0 else {
        guard room >= 0 else { return nil }
        continue
      }
      let share = room / move
      if move < 0 { entry = max(entry, share) } else { exit = min(exit, share) }
    }
    guard entry <= exit else { return nil }
    return Segment(
      entry == 0 ? start : start.interpolated(to: end, at: entry),
      exit == 1 ? end : start.interpolated(to: end, at: exit))
  }
}
