internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// The lines of one class, to be measured area by area, for K32.
struct ClassLines {
  private let lines: [PlaneGeometry]
  private let index: BoxIndex
  private let context: CheckContext

  init(_ features: [PlanFeature], _ context: CheckContext) throws {
    lines = features.flatMap { ($0.densePlane?.lines ?? []).map { .line($0) } }
    index = BoxIndex(lines.map(\.bounds))
    self.context = context
  }

  /// Kilometres of line for each square kilometre; `nil` for what has no area.
  func density(in feature: PlanFeature) throws -> Double? {
    guard let area = context.shape(of: feature)?.geometry, let box = area.bounds, area.area > 0
    else { return nil }
    let near = index.query(box).map { lines[$0] }
    guard let united = try context.topology.union(near) else { return 0 }
    let inside = try context.topology.intersection(united, area)?.length ?? 0
    let border = try context.topology.boundary(of: area)
    let shared = try border.flatMap { try context.topology.intersection(united, $0) }?.length ?? 0
    return (inside - shared / 2) / 1000 / (area.area / 1e6)
  }
}

/// A lower and an upper limit of a density in km/km², either of which may be left open.
struct DensityLimits: Hashable {
  private let lower: Double?
  private let upper: Double?

  /// Reads `0.5..2`, `3..`, `..2` or `2`; `nil` for anything else.
  init?(_ text: String) {
    let sides = text.split(separator: "..", omittingEmptySubsequences: false)
      .map { $0.filter { $0 != " " } }
    guard let first = sides.first, let last = sides.last, sides.count <= 2 else { return nil }
    (lower, upper) = (Double(first), Double(last))
    for (side, limit) in [(first, lower), (last, upper)] {
      guard side.isEmpty || limit.map({ $0.isFinite && $0 >= 0 }) == true else { return nil }
    }
    guard lower != nil || upper != nil, lower ?? 0 <= upper ?? .infinity else { return nil }
  }

  /// The limit that a density offends; `nil` when it lies between them.
  func offended(by density: Double) -> Double? {
    // What is exactly at a limit passes, whatever the overlay rounds it to.
    if let lower, density < lower - 1e-6 { return lower }
    if let upper, density > upper + 1e-6 { return upper }
    return nil
  }
}
