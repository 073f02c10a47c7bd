internal import PlanFindings
public import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry
internal import MapProjection
public import Messages

/// The features of a plan as a table: what each is, how far it has come, how large it is.
///
/// Areas and lengths are measured on the plane of the working CRS.
public struct FeatureList: Sendable {
  private let plan: Plan
  private let features: [PlanFeature]
  private let statuses: [String: Status]

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - names: Layer ids, feature ids or names; empty lists everything.
  ///   - day: The day whose statuses are shown; `nil` takes all that is said.
  /// - Throws: ``PlanError`` naming a word that stands for nothing in the plan.
  public init(_ plan: Plan, names: [String], asOf day: CalendarDay?) throws(PlanError) {
    for name in names where !plan.canResolve(name) {
      let question = Suggestion.question(for: name, in: plan.referableNames)
      throw PlanError(
        message: Wording(
          "no layer, id or name '\(name)' in the plan\(question.english)",
          zh: "规划中没有名为“\(name)”的图层、标识或名称\(question.chinese)"))
    }
    self.plan = plan
    features =
      names.isEmpty
      ? plan.features
      : plan.features(Reference(names: names, location: plan.manifest.location))
    statuses = plan.statuses(asOf: day)
  }

  /// The table for people, with totals below it.
  public func text(_ language: Language) -> String {
    let isChinese = language == .chinese
    var table = TextTable(
      header: isChinese
        ? ["标识", "类型", "名称", "状态", "面积", "长度", "依据", "出处"]
        : ["id", "kind", "name", "status", "area", "length", "basis", "at"],
      rightAligned: [4, 5])
    for feature in features {
      let status = statuses[feature.id]
      table.add([
        feature.id, feature.kind.title[language],
        (isChinese ? feature.name : feature.nameEnglish ?? feature.name) ?? feature.text(.slot)
          ?? "-",
        status.map { isChinese ? $0.rawValue : $0.englishName } ?? "-",
        area(of: feature).map { DecimalText.fixed($0 / 1e6, decimals: 3) + " km²" } ?? "-",
        length(of: feature).map { DecimalText.fixed($0 / 1e3, decimals: 3) + " km" } ?? "-",
        feature.basis?.rawValue ?? "-", "\(feature.location)",
      ])
    }
    let located = features.count { $0.geometry != nil }
    let assumed = features.count(where: \.isAssumed)
    return table.text
      + (isChinese
        ? "共 \(features.count) 个要素，其中 \(features.count - located) 个没有位置，\(assumed) 个的位置或归属为假定；面积、长度为平面值（\(plan.crs.name)）\n"
        : "\(features.count) features, \(features.count - located) without a place, \(assumed) assumed in place or membership; areas and lengths on the plane (\(plan.crs.name))\n")
  }

  /// The same for programs: an array of objects, areas in square metres and lengths in metres.
  public var json: String {
    let rows = features.map { feature in
      var members: [(String, JSONValue)] = [
        ("id", .string(feature.id)), ("kind", .string(feature.kind.rawValue)),
        ("name", feature.name.map { .string($0) } ?? .null),
        ("status", statuses[feature.id].map { .string($0.rawValue) } ?? .null),
        ("area_m2", area(of: feature).map { .number($0, decimals: 2) } ?? .null),
        ("length_m", length(of: feature).map { .number($0, decimals: 2) } ?? .null),
        ("basis", feature.basis.map { .string($0.rawValue) } ?? .null),
        ("assumed", .bool(feature.isAssumed)),
        ("located", .bool(feature.geometry != nil)),
        ("why", .array(feature.why.map { .string($0) })),
      ]
      members += [
        ("file", .string(feature.location.file)), ("line", .number(feature.location.line)),
      ]
      return "  \(JSONValue.object(members.map { JSONMember($0.0, $0.1) }))"
    }
    return rows.isEmpty ? "[]\n" : "[\n\(rows.joined(separator: ",\n"))\n]\n"
  }

  private func area(of feature: PlanFeature) -> Double? {
    feature.densePlane.flatMap { $0.polygons.isEmpty ? nil : $0.area }
  }

  private func length(of feature: PlanFeature) -> Double? {
    feature.densePlane.flatMap { $0.lines.isEmpty ? nil : $0.length }
  }
}
