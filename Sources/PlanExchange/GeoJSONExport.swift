public import DistrictPlan
public import GeoJSONCoding
internal import MapGeometry

/// A plan as RFC 7946 GeoJSON for other programs: WGS 84, seven decimals, `bbox`, exterior rings
/// counter-clockwise.
///
/// Besides its own properties every feature carries `layer` (in the collection of everything) and
/// `status` where the documents tell one.
public struct GeoJSONExport: Sendable {
  private let plan: Plan
  private let statuses: [String: Status]
  private let hints: @Sendable (String) -> [JSONMember]

  /// Creates an export.
  ///
  /// - Parameters:
  ///   - day: The day whose statuses are written; `nil` takes all that is said.
  ///   - hints: Further properties of a feature, by its id, such as how to draw it; one that the feature has
  ///     already stays as it is.
  public init(
    _ plan: Plan, asOf day: CalendarDay?,
    hints: @escaping @Sendable (String) -> [JSONMember] = { _ in [] }
  ) {
    self.plan = plan
    self.hints = hints
    statuses = plan.statuses(asOf: day)
  }

  /// One layer.
  public func bytes(of layer: Layer) -> [UInt8] {
    bytes(of: plan.features(in: layer), layerOf: { _ in nil })
  }

  /// Every feature of the plan, each naming the first layer that holds it.
  public func everything() -> [UInt8] {
    bytes(of: plan.features) { feature in plan.layers.first { $0.contains(feature) }?.id }
  }

  private func bytes(
    of features: [PlanFeature], layerOf layer: (PlanFeature) -> String?
  ) -> [UInt8] {
    GeoJSONWriter.collection(
      features.map { exported($0, layer: layer($0)) }, decimals: GeoJSONWriter.exportDecimals,
      boundingBoxes: true)
  }

  private func exported(_ feature: PlanFeature, layer: String?) -> GeoJSONFeature {
    var properties: [JSONMember] = FeatureKey.allCases.compactMap { key in
      switch key {
      case .id: JSONMember(key.rawValue, .string(feature.id))
      case .kind: JSONMember(key.rawValue, .string(feature.kind.rawValue))
      default: feature.value(of: key).map { JSONMember(key.rawValue, json($0)) }
      }
    }
    if let status = statuses[feature.id] {
      properties.append(JSONMember("status", .string(status.rawValue)))
    }
    if let layer { properties.append(JSONMember("layer", .string(layer))) }
    for hint in hints(feature.id) where !properties.contains(where: { $0.key == hint.key }) {
      properties.append(hint)
    }
    return GeoJSONFeature(
      identifier: .string(feature.id), properties: properties, geometry: feature.geometry)
  }

  private func json(_ value: FeatureValue) -> JSONValue {
    switch value {
    case .text(let text): .string(text)
    case .texts(let texts): .array(texts.map { .string($0) })
    case .number(let number): .number(number)
    case .flag(let flag): .bool(flag)
    }
  }
}
