internal import DistrictPlan
internal import MapGeometry
internal import PlanNetwork

/// The lines that come to a node of a network and those that go on from it.
struct Meeting {
  let point: PlanePoint
  /// Lines that end here, each once for every end.
  let incoming: [PlanFeature]
  /// Lines that start here; empty where lines have no direction.
  let outgoing: [PlanFeature]

  /// Every line, each once.
  var all: [PlanFeature] {
    var seen: Set<String> = []
    return (incoming + outgoing).filter { seen.insert($0.id).inserted }
  }
}

extension LineNetwork {
  /// The nodes where something goes on, areas left out: a lake takes in water of any width.
  ///
  /// - Parameter isDirected: Whether lines lead as they are digitised.
  func meetings(isDirected: Bool) -> [Meeting] {
    var incoming: [[PlanFeature]] = Array(repeating: [], count: nodes.count)
    var outgoing = incoming
    for link in links {
      let feature = members[link.member].feature
      incoming[link.end].append(feature)
      if isDirected {
        outgoing[link.start].append(feature)
      } else {
        incoming[link.start].append(feature)
      }
    }
    return nodes.indices.compactMap { node in
      guard !nodes[node].members.contains(where: { members[$0].isClosed }) else { return nil }
      let meets =
        isDirected
        ? !incoming[node].isEmpty && !outgoing[node].isEmpty : incoming[node].count > 1
      return meets
        ? Meeting(
          point: nodes[node].point, incoming: incoming[node], outgoing: outgoing[node]) : nil
    }
  }
}

/// The values of an attribute from low to high, for N08.
struct ValueLadder {
  let attribute: String
  private let forbidden: String
  private let order: [String: Double]
  private let isDirected: Bool

  init(_ task: RuleTask) {
    attribute = task.word("attribute") ?? ""
    forbidden = task.word("forbid") ?? ""
    isDirected = task.word("direction") != "both"
    order = Dictionary(
      task.texts("order").enumerated().map { ($0.element, Double($0.offset)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// How high the value of a feature stands; `nil` where it has none or one that is not known.
  ///
  /// Where only change is forbidden any text will do.
  func value(of feature: PlanFeature) -> Double? {
    guard let value = feature.attribute(attribute) else { return nil }
    if !order.isEmpty { return order[value.written] }
    if let number = value.number { return number }
    return forbidden == "change" ? 0 : nil
  }

  /// Two features between which the attribute does what it must not, or one that ends.
  ///
  /// All values are known to have their place.
  func broken(at node: Meeting) -> (PlanFeature, PlanFeature?)? {
    guard isDirected else { return brokenWithoutDirection(at: node) }
    guard forbidden != "change" else {
      return change(among: node.incoming, node.outgoing)
    }
    guard let before = highest(node.incoming), let after = highest(node.outgoing),
      let (old, new) = both(before, after)
    else { return nil }
    return (forbidden == "increase" ? new > old : new < old) ? (before, after) : nil
  }

  /// Where lines have no direction, what is highest must be met by another as high; or, where
  /// change is forbidden, by nothing else.
  private func brokenWithoutDirection(at node: Meeting) -> (PlanFeature, PlanFeature?)? {
    guard forbidden != "change" else { return change(among: node.incoming, node.incoming) }
    let values = node.incoming.map { value(of: $0) ?? 0 }
    guard let top = values.max(), values.count(where: { $0 == top }) == 1,
      let place = values.firstIndex(of: top)
    else { return nil }
    return (node.incoming[place], nil)
  }

  private func change(
    among before: [PlanFeature], _ after: [PlanFeature]
  ) -> (PlanFeature, PlanFeature?)? {
    for first in before {
      for second in after
      where first.attribute(attribute)?.written != second.attribute(attribute)?.written {
        return (first, second)
      }
    }
    return nil
  }

  private func highest(_ features: [PlanFeature]) -> PlanFeature? {
    features.max { (value(of: $0) ?? 0) < (value(of: $1) ?? 0) }
  }

  private func both(_ first: PlanFeature, _ second: PlanFeature) -> (Double, Double)? {
    guard let a = value(of: first), let b = value(of: second) else { return nil }
    return (a, b)
  }
}
