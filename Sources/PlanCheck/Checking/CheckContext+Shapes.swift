internal import Workforce
public import DistrictPlan
public import MapGeometry
internal import MapTopology

extension CheckContext {
  /// The shape of a feature for rules that need a valid one, on the plane with straight edges kept
  /// straight in longitude and latitude.
  ///
  /// An invalid polygon takes part as a repaired copy, and the finding says so: it is neither skipped
  /// nor allowed to stop the run.
  public func shape(of feature: PlanFeature) -> UsableShape? {
    if !judged.contains(ObjectIdentifier(feature)) { judge([feature]) }
    return judgedShape(of: feature)
  }

  /// As ``shape(of:)``, of a feature that has been judged.
  func judgedShape(of feature: PlanFeature) -> UsableShape? {
    guard let judgement = judgements[ObjectIdentifier(feature)] else {
      return feature.densePlane.map { UsableShape(geometry: $0, isRepaired: false) }
    }
    return judgement.shape
  }

  /// The first fault of a feature's areas; `nil` when they are valid or there are none.
  func invalidity(of feature: PlanFeature) -> InvalidityReason? {
    if !judged.contains(ObjectIdentifier(feature)) { judge([feature]) }
    return judgements[ObjectIdentifier(feature)]?.invalidity
  }

  /// Finds out which features are not valid as they are, on all cores.
  func judge(_ features: [PlanFeature]) {
    let unknown = features.filter { judged.insert(ObjectIdentifier($0)).inserted }
    guard !unknown.isEmpty else { return }
    let pieces = Workers.map(unknown.count, by: 256) { range in
      let topology = Topology()
      return range.compactMap { place in
        AreaJudgement(unknown[place], topology).map { (ObjectIdentifier(unknown[place]), $0) }
      }
    }
    for (feature, judgement) in pieces.lazy.flatMap({ $0 }) { judgements[feature] = judgement }
  }
}

/// What is wrong with the areas of a feature, and what stands for them.
struct AreaJudgement: Sendable {
  /// The first fault; `nil` for areas that are valid but no wider than rounding.
  let invalidity: InvalidityReason?
  /// The repaired copy; `nil` when nothing is left.
  let shape: UsableShape?

  /// Judges a feature; `nil` when it is sound as it is.
  init?(_ feature: PlanFeature, _ topology: Topology) {
    guard let plane = feature.densePlane, !plane.polygons.isEmpty else { return nil }
    if case .polygon(let polygon) = plane, polygon.isSurelyValid {
      invalidity = nil
    } else {
      invalidity = (try? topology.validity(of: plane)).flatMap { $0 }
    }
    guard invalidity != nil || plane.polygons.contains(where: \.isFlat) else { return nil }
    shape = (try? topology.repaired(plane)).flatMap { $0 }
      .map { UsableShape(geometry: $0, isRepaired: true) }
  }
}

extension Polygon<PlanePoint> {
  /// Whether nothing but rounding keeps the outline from running back on itself: no wider than a micrometre.
  fileprivate var isFlat: Bool { area * 2 <= perimeter * 1e-6 }
}

/// A feature's shape that the geometry engine accepts.
public struct UsableShape: Sendable {
  /// The shape on the plane.
  public let geometry: PlaneGeometry
  /// Whether it had to be repaired first.
  public let isRepaired: Bool
}
