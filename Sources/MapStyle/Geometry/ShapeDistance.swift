import MapGeometry

/// How far shapes lie apart, as `distance` measures it.
enum ShapeDistance {
  /// Metres between a feature and the nearest of several shapes; 0 where they touch or overlap.
  ///
  /// - Returns: Infinity where there is no shape.
  static func metres(from feature: StyleShape, to others: [StyleShape]) -> Double {
    guard let origin = feature.runs.lazy.compactMap(\.first).first else { return .nan }
    let plane = LocalPlane(about: origin)
    let here = Placed(feature, on: plane)
    var best = Double.infinity
    for other in others {
      let there = Placed(other, on: plane)
      if here.overlaps(there) || there.overlaps(here) { return 0 }
      here.approach(there, &best)
      if best == 0 { return 0 }
    }
    return best
  }
}

/// A shape on a plane, its pieces in stretches whose boxes tell which need no closer look.
private struct Placed {
  struct Stretch {
    let segments: ArraySlice<Segment>
    let bounds: Bounds<PlanePoint>
  }

  private let areas: [PlaneArea]
  private let stretches: [Stretch]
  /// One point of each part that is connected.
  private let starts: [PlanePoint]

  init(_ shape: StyleShape, on plane: LocalPlane) {
    areas = shape.areas.map { rings in PlaneArea(rings: rings.map { $0.map(plane.place) }) }
    let runs = shape.runs.map { $0.map(plane.place) }
    starts = runs.compactMap(\.first)
    let lists = areas.isEmpty ? runs.map(\.segments) : areas.map(\.edges)
    stretches = lists.flatMap { segments in
      stride(from: 0, to: segments.count, by: 16).compactMap { start in
        let piece = segments[start..<min(start + 16, segments.count)]
        return Bounds(piece.flatMap { [$0.start, $0.end] }).map {
          Stretch(segments: piece, bounds: $0)
        }
      }
    }
  }

  /// Whether a part of another shape starts in one of the areas.
  func overlaps(_ other: Placed) -> Bool {
    areas.contains { area in other.starts.contains { area.side(of: $0) != .outside } }
  }

  /// Lowers a distance to that of another shape, where that is nearer.
  func approach(_ other: Placed, _ best: inout Double) {
    for here in stretches {
      for there in other.stretches where here.gap(to: there) < best {
        for a in here.segments {
          for b in there.segments { best = min(best, a.shortestLink(to: b).length) }
        }
      }
    }
  }
}

extension Placed.Stretch {
  /// What at least lies between two stretches.
  fileprivate func gap(to other: Self) -> Double {
    let (a, b) = (bounds, other.bounds)
    let x = max(0, a.minimum.x - b.maximum.x, b.minimum.x - a.maximum.x)
    let y = max(0, a.minimum.y - b.maximum.y, b.minimum.y - a.maximum.y)
    return (x * x + y * y).squareRoot()
  }
}
