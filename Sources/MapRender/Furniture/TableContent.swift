internal import DistrictPlan
internal import MapGeometry
internal import MapStyle
internal import Messages
internal import PlanFindings

/// What a table beside a map says: groups of rows, a row for every feature.
struct TableContent: Sendable {
  struct Row: Sendable {
    /// The feature that the row is about.
    let feature: String
    /// The texts by column; the symbol has none.
    let texts: [SheetTable.Column: String]
    /// What draws the feature on the map; `nil` where it is not drawn.
    let entry: Legend.Entry?
    let isLocated: Bool
  }

  struct Group: Sendable {
    let title: String
    let detail: String
    let rows: [Row]
  }

  /// How many rows, and of which day.
  let detail: String
  let title: String
  let columns: [SheetTable.Column]
  let groups: [Group]

  var rowCount: Int { groups.reduce(0) { $0 + $1.rows.count } }
}

/// Makes the table of a sheet out of the plan: what is to be done, how far it is, and who says so.
struct TableBuilder {
  let plan: Plan
  let style: StyleDocument
  let language: Language
  let asOf: CalendarDay?
  /// The features' numbers in the register.
  let numbers: [String: String]
  /// What is drawn, for the symbols.
  let drawn: [MapScene.DrawnLayer]
  let source: MapFeatureSource

  private var isChinese: Bool { language == .chinese }

  /// - Throws: ``RenderError`` for a layer that the plan does not have.
  func content(of table: SheetTable) throws(RenderError) -> TableContent {
    let statuses = source.statuses
    let history = plan.statusHistory(asOf: asOf)
    let deadlines = deadlines()
    var seen: Set<String> = []
    var groups: [TableContent.Group] = []
    for name in table.layers.names {
      guard let layer = plan.layer(name) else {
        throw RenderError.unknownLayer(name, at: table.layers.location, in: plan)
      }
      let isReported = table.reported.contains(name)
      let features = plan.features(in: layer).filter { feature in
        (!isReported || statuses[feature.id] != nil) && seen.insert(feature.id).inserted
      }
      .sorted { RegisterOrder.key(of: $0) < RegisterOrder.key(of: $1) }
      guard !features.isEmpty else { continue }
      let rows = features.map { feature in
        row(
          feature, layer, status: statuses[feature.id], history: history[feature.id] ?? [],
          deadlines: deadlines[feature.id] ?? [])
      }
      // What has a place comes first, in the order of its numbers.
      groups.append(
        TableContent.Group(
          title: plan.heading(ofLayer: name)?[language] ?? name, detail: total(of: features),
          rows: rows.filter(\.isLocated) + rows.filter { !$0.isLocated }))
    }
    let count = groups.reduce(0) { $0 + $1.rows.count }
    let day = asOf ?? plan.claims.map(\.date.earliest).max()
    var detail = isChinese ? "\(count) 项" : "\(count)"
    if let day { detail += isChinese ? " · 进展截至 \(day)" : " · as of \(day)" }
    return TableContent(
      detail: detail,
      title: table.title?[language] ?? (isChinese ? "项目与工程一览表" : "Register of projects and works"),
      columns: table.columns, groups: groups)
  }

  /// The claims of deadlines by feature, in the order of the documents.
  private func deadlines() -> [String: [Claim]] {
    var result: [String: [Claim]] = [:]
    for claim in plan.spokenClaims(by: asOf) {
      guard case .deadline(let reference, _, _, nil) = claim.test else { continue }
      for feature in plan.features(reference) { result[feature.id, default: []].append(claim) }
    }
    return result
  }

  private func row(
    _ feature: PlanFeature, _ layer: Layer, status: Status?, history: [StatusRecord],
    deadlines: [Claim]
  ) -> TableContent.Row {
    let isLocated = feature.isPlaced
    let none = "–"
    let said = history.last?.claim
    var statements: [String] = []
    for id in [said?.statement, deadlines.last?.statement].compactMap({ $0 }) + feature.why
    where !statements.contains(id) {
      statements.append(id)
    }
    let kind =
      (feature.action?.rawValue ?? feature.text(.class)).map {
        SchemaWords.text($0, in: language)
      } ?? feature.kind.title[language]
    let name = source.name(of: feature) ?? slot(of: feature) ?? feature.displayName
    var texts: [SheetTable.Column: String] = [
      .number: numbers[feature.id] ?? none, .name: name, .kind: kind, .size: size(of: feature),
      .status: status.map { SchemaWords.text($0.rawValue, in: language) } ?? none,
      .date: said?.date.text ?? none, .deadline: none,
      .source: statements.prefix(2).joined(separator: " "),
    ]
    if case .deadline(_, let goal, let day, _)? = deadlines.last?.test {
      texts[.deadline] = "\(day) \(SchemaWords.text(goal.rawValue, in: language))"
    }
    if !isLocated { texts[.size] = isChinese ? "未落图" : "not placed" }
    if statements.isEmpty { texts[.source] = none }
    return TableContent.Row(
      feature: feature.id, texts: texts, entry: entry(of: feature, layer), isLocated: isLocated)
  }

  private func slot(of feature: PlanFeature) -> String? {
    feature.text(.slot).map {
      SchemaWords.slot($0, ordinal: RegisterOrder.ordinal($0), in: language)
    }
  }

  /// What the map draws the feature with: the style layers that say so, the last one above the others.
  private func entry(of feature: PlanFeature, _ layer: Layer) -> Legend.Entry? {
    var layers: [StyleLayer] = []
    var sample: MapFeature?
    for one in drawn where one.layer.metadata["gxq:table"] == "true" {
      guard let found = one.features.first(where: { $0.id == feature.id }) else { continue }
      layers.append(one.layer)
      sample = sample ?? found
    }
    guard let main = layers.last, let sample else { return nil }
    return Legend.Entry(
      layer: main, layers: layers, sample: sample, text: "", detail: "", feature: feature.id,
      isLocated: sample.isLocated)
  }

  private func size(of feature: PlanFeature) -> String {
    guard let plane = feature.plane else { return "–" }
    func text(_ value: Double) -> String {
      DecimalText.fixed(value, decimals: value < 1 ? 2 : 1)
    }
    if plane.area > 0 { return "\(text(plane.area / 1_000_000)) km²" }
    if plane.length > 0 { return "\(text(plane.length / 1000)) km" }
    guard plane.points.count > 1 else { return "–" }
    return isChinese ? "\(plane.points.count) 处" : "\(plane.points.count) places"
  }

  /// How many there are, and how much together.
  private func total(of features: [PlanFeature]) -> String {
    let planes = features.compactMap(\.plane)
    let area = planes.reduce(0) { $0 + $1.area } / 1_000_000
    let open = features.count - planes.count
    var parts = [isChinese ? "\(features.count) 项" : "\(features.count)"]
    if area > 0 { parts.append("\(DecimalText.fixed(area, decimals: 1)) km²") }
    if open > 0 { parts.append(isChinese ? "未落图 \(open)" : "\(open) not placed") }
    return parts.joined(separator: " · ")
  }
}
