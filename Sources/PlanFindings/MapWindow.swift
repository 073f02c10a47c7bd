#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import MapGeometry

/// A part of the ground and the picture that it is shown in: north is up, metres east and north.
///
/// Longitude and latitude are stretched to metres about the middle, which is true enough for a picture
/// of some kilometres.
struct MapWindow {
  /// The size of the picture in pixels.
  let width: Double
  let height: Double
  /// How many metres a pixel shows.
  let metresPerPixel: Double
  private let center: GeoPosition
  private let metresPerDegree: (east: Double, north: Double)

  /// Creates a window about a position.
  ///
  /// - Parameter span: How many metres from left to right.
  init(center: GeoPosition, span: Double, width: Double, height: Double) {
    self.center = center
    self.width = width
    self.height = height
    metresPerPixel = span / width
    metresPerDegree = Self.metresPerDegree(at: center.latitude)
  }

  /// The lengths of a degree of longitude and of latitude on WGS 84.
  static func metresPerDegree(at latitude: Double) -> (east: Double, north: Double) {
    let angle = min(89, max(-89, latitude)) * .pi / 180
    return (
      111_412.84 * cos(angle) - 93.5 * cos(3 * angle),
      111_132.954 - 559.822 * cos(2 * angle) + 1.175 * cos(4 * angle)
    )
  }

  /// Where a position is in the picture, in pixels from the upper left.
  func pixel(_ position: GeoPosition) -> PlanePoint {
    PlanePoint(
      x: width / 2 + (position.longitude - center.longitude) * metresPerDegree.east
        / metresPerPixel,
      y: height / 2 - (position.latitude - center.latitude) * metresPerDegree.north
        / metresPerPixel)
  }

  /// How far beyond its edges the picture is drawn, so that no outline is seen to be cut.
  private static let margin = 24.0

  private var bounds: Bounds<PlanePoint> {
    Bounds(
      PlanePoint(x: -Self.margin, y: -Self.margin),
      PlanePoint(x: width + Self.margin, y: height + Self.margin))
  }

  /// The path of a geometry's lines or outlines, cut to the picture; points are left out.
  func path(of geometry: GeoGeometry) -> String {
    geometry.vertexRuns.filter { $0.points.count > 1 }.map { run in
      let points = run.points.map(pixel)
      return run.isRing ? ring(points) : line(points)
    }.joined()
  }

  private func ring(_ points: [PlanePoint]) -> String {
    let kept = thinned(points.clipped(to: bounds))
    return kept.count < 3 ? "" : "M" + kept.map(Self.text).joined(separator: " ") + "Z"
  }

  private func line(_ points: [PlanePoint]) -> String {
    var pieces: [[PlanePoint]] = []
    for (start, end) in zip(points, points.dropFirst()) {
      guard let (from, to) = bounds.clip(start, end) else { continue }
      if pieces.last?.last == from {
        pieces[pieces.count - 1].append(to)
      } else {
        pieces.append([from, to])
      }
    }
    return pieces.map { "M" + thinned($0).map(Self.text).joined(separator: " ") }.joined()
  }

  /// The points without those that nobody could tell from the one before.
  private func thinned(_ points: [PlanePoint]) -> [PlanePoint] {
    var kept: [PlanePoint] = []
    for (index, point) in points.enumerated() {
      if let last = kept.last, last.distance(to: point) < 0.3, index + 1 < points.count { continue }
      kept.append(point)
    }
    return kept
  }

  private static func text(_ point: PlanePoint) -> String {
    DecimalText.trimmed(point.x, decimals: 1) + "," + DecimalText.trimmed(point.y, decimals: 1)
  }
}

extension Bounds where P == PlanePoint {
  /// The part of a segment inside the box, after Liang and Barsky.
  fileprivate func clip(
    _ start: PlanePoint, _ end: PlanePoint
  ) -> (PlanePoint, PlanePoint)? {
    var (first, last) = (0.0, 1.0)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    for (step, room) in [
      (-dx, start.x - minimum.x), (dx, maximum.x - start.x), (-dy, start.y - minimum.y),
      (dy, maximum.y - start.y),
    ] {
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        first = max(first, room / step)
      } else {
        last = min(last, room / step)
      }
    }
    guard first <= last else { return nil }
    return (
      first == 0 ? start : start.interpolated(to: end, at: first),
      last == 1 ? end : start.interpolated(to: end, at: last)
    )
  }
}

extension [PlanePoint] {
  /// A ring cut to a box, after Sutherland and Hodgman; the closing point is left out.
  fileprivate func clipped(to box: Bounds<PlanePoint>) -> [PlanePoint] {
    let sides: [(PlanePoint) -> Double] = [
      { $0.x - box.minimum.x }, { box.maximum.x - $0.x }, { $0.y - box.minimum.y },
      { box.maximum.y - $0.y },
    ]
    var points = Array(dropLast())
    for inside in sides {
      var kept: [PlanePoint] = []
      for (index, point) in points.enumerated() {
        let previous = points[index == 0 ? points.count - 1 : index - 1]
        let (before, here) = (inside(previous), inside(point))
        if (before < 0) != (here < 0) {
          kept.append(previous.interpolated(to: point, at: before / (before - here)))
        }
        if here >= 0 { kept.append(point) }
      }
      points = kept
    }
    return points
  }
}
