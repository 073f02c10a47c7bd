/// How the names of a sheet found their places.
public struct LabelStatistics: Hashable, Sendable {
  /// Why a name has no place.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Its feature lies outside the frame, or the name is longer than the frame leaves room for.
    case outsideFrame = "outside-frame"
    /// It follows its line, and the line is too short or bends too much.
    case tooShort = "too-short"
    /// Every place covers a symbol.
    case covered
    /// Other names stand where it could, or it would cover too much.
    case crowded
  }

  /// A name without a place.
  public struct Unplaced: Hashable, Sendable {
    /// The feature's id.
    public let feature: String
    /// The style layer that asks for the name.
    public let layer: String
    /// The name.
    public let text: String
    /// Why it has no place.
    public let reason: Reason
    /// Whether the style asks for it in any case, or leaves it out where there is no room.
    public let isRequired: Bool
  }

  /// How many names have a place; one that stands along a river several times counts once.
  public let placed: Int
  /// The names without a place, by feature and layer.
  public let unplaced: [Unplaced]
  /// What all places cost and what is left out costs: lower is better.
  public let objective: Double
  /// How many steps the search took: it is bounded by work, never by time.
  public let work: Int

  /// How many names were asked for.
  public var wanted: Int { placed + unplaced.count }
  /// The share of names that have a place, from 0 to 1.
  public var share: Double { wanted == 0 ? 1 : Double(placed) / Double(wanted) }
}

extension LabelStatistics {
  /// Counts names over the maps of a sheet: one that stands on any of them has its place.
  init(_ outcomes: [LabelPlacer.Outcome]) {
    struct Name: Hashable {
      let feature: String
      let layer: String
    }
    func name(_ request: LabelRequest) -> Name {
      Name(feature: request.feature, layer: request.styleLayer)
    }
    let placed = Set(outcomes.flatMap { $0.placed.map { name($0.request) } })
    var seen: Set<Name> = []
    let left = outcomes.flatMap(\.left).sorted {
      ($0.request.isRequired ? 0 : 1, $0.request.feature, $0.request.styleLayer)
        < ($1.request.isRequired ? 0 : 1, $1.request.feature, $1.request.styleLayer)
    }
    unplaced = left.compactMap { label in
      let request = label.request
      guard !placed.contains(name(request)), seen.insert(name(request)).inserted else { return nil }
      return Unplaced(
        feature: request.feature, layer: request.styleLayer, text: request.text,
        reason: label.reason, isRequired: request.isRequired)
    }
    self.placed = placed.count
    objective = outcomes.reduce(0) { $0 + $1.objective }
    work = outcomes.reduce(0) { $0 + $1.work }
  }
}
