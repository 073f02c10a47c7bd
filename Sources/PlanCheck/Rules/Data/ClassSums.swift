internal import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// What the features of each class add up to, and what a declaration of D06 says they should.
struct ClassSums {
  private let task: RuleTask
  private let unit: Measure.Unit
  private var sums: [String: Double] = [:]
  private var members: [String: [PlanFeature]] = [:]
  /// Features whose property holds no number.
  private var unreadable: [PlanFeature] = []
  private var isDegraded: Set<String> = []

  /// The class of features without one.
  private static let none = ""

  init(_ task: RuleTask, _ context: CheckContext) {
    self.task = task
    let kind = task.word("of") ?? "area"
    unit = Self.unit(of: kind)
    for feature in task.features {
      let name = task.word("by").map { feature.attribute($0)?.written ?? Self.none } ?? Self.none
      members[name, default: []].append(feature)
      switch kind {
      case "area":
        let shape = context.shape(of: feature)
        sums[name, default: 0] += shape?.geometry.area ?? 0
        if shape?.isRepaired == true { isDegraded.insert(name) }
      case "length": sums[name, default: 0] += feature.densePlane?.length ?? 0
      case "count": sums[name, default: 0] += 1
      default:
        if let number = Self.number(feature.attribute(kind)) {
          sums[name, default: 0] += number
        } else {
          sums[name, default: 0] += 0
          unreadable.append(feature)
        }
      }
    }
  }

  private static func unit(of kind: String) -> Measure.Unit {
    switch kind {
    case "area": .squareMetres
    case "length": .metres
    default: .features
    }
  }

  /// The number of a property, in base units where it is written with one.
  private static func number(_ value: FeatureValue?) -> Double? {
    guard let value else { return nil }
    let number = value.number ?? Amount(value.written)?.value
    return number.flatMap { $0.isFinite ? $0 : nil }
  }

  /// How far a sum may be from its figure; counts are exact unless the declaration says otherwise.
  private var within: Double {
    task.word("of") == "count" && !task.gives("within") ? 0 : task.quantity("within")
  }

  private var total: Double { sums.values.sorted().reduce(0, +) }

  /// Sums against the table, and what the table leaves out.
  func againstTable() -> [Finding] {
    var findings = unreadable.map { feature in
      let (phrase, key) = (feature.phrase, task.word("of") ?? "")
      return task.finding(
        Wording(
          "'\(key)' of \(phrase.english) is no number, and so counts nowhere",
          zh: "\(phrase.chinese)的“\(key)”不是数字，未计入合计"),
        parties: [
          Finding.Party(id: feature.id, name: feature.name, location: feature.location(of: key))
        ])
    }
    let table = task.members("table")
    for row in table {
      guard let figure = Figure(row.texts.first ?? "") else { continue }
      findings += compare(row.key, sums[row.key] ?? 0, figure, at: row.location)
    }
    let listed = Set(table.map(\.key))
    if task.word("by") != nil {
      if !table.isEmpty {
        findings += sums.keys.sorted().filter { !listed.contains($0) && $0 != Self.none }
          .map { unlisted($0, table) }
      }
      if let stray = members[Self.none] { findings.append(classless(stray)) }
    }
    if let figure = task.word("each").flatMap({ Figure($0) }) {
      for name in sums.keys.sorted() where name != Self.none || task.word("by") == nil {
        findings += compare(name, sums[name] ?? 0, figure, at: task.location)
      }
    }
    return findings
  }

  /// Declared shares against 100 %, and each against the map.
  func againstShares() -> [Finding] {
    let rows = task.members("shares").compactMap { row in
      row.texts.first.flatMap { Figure($0) }.map { (row: row, figure: $0) }
    }
    guard let first = rows.first else { return [] }
    var findings: [Finding] = []
    let declared = rows.reduce(0) { $0 + $1.figure.value }
    // Figures that were each rounded may add up to a little more or less.
    let slack = rows.reduce(0) { $0 + $1.figure.halfStep } + 1e-9
    if abs(declared - 1) > slack {
      let measure = Measure(declared * 100, .percent, limit: 100)
      findings.append(
        task.finding(
          Wording(
            "the declared shares add up to \(measure.text), not 100%",
            zh: "所列比例之和为 \(measure.text)，不是 100%"),
          parties: [party("shares", at: first.row.location)], measure: measure))
    }
    guard total > 0 else { return findings }
    for (row, figure) in rows {
      let share = (sums[row.key] ?? 0) / total
      guard !figure.allows(share, within: task.quantity("within")) else { continue }
      let measure = Measure(share * 100, .percent, limit: figure.value * 100)
      findings.append(
        task.finding(
          Wording(
            "\(subject(row.key).english) has \(measure.text) of the total, where '\(figure.text)' is declared",
            zh: "\(subject(row.key).chinese)占 \(measure.text)，声明为“\(figure.text)”"),
          parties: [party(row.key, at: row.location)], measure: measure))
    }
    return findings
  }

  /// The sum of all classes against its figure.
  func againstTotal() -> [Finding] {
    guard let figure = task.word("total").flatMap({ Figure($0) }) else { return [] }
    return compare(nil, total, figure, at: task.location)
  }

  private func compare(
    _ name: String?, _ sum: Double, _ figure: Figure, at location: SourceLocation
  ) -> [Finding] {
    guard !figure.allows(sum, within: within) else { return [] }
    let measure = Measure(sum, unit, limit: figure.value)
    let count = name.map { members[$0]?.count ?? 0 } ?? task.features.count
    let what = name.map(subject) ?? Wording("everything", zh: "合计")
    return [
      task.finding(
        Wording(
          "\(what.english) adds up to \(measure.text) over \(count) features, where '\(figure.text)' is declared",
          zh: "\(what.chinese)共 \(count) 个要素，合计 \(measure.text)，声明为“\(figure.text)”"),
        parties: [party(name ?? "total", at: location)], measure: measure,
        isDegraded: name.map(isDegraded.contains) ?? !isDegraded.isEmpty)
    ]
  }

  private func unlisted(_ name: String, _ table: [RuleDeclaration.Member]) -> Finding {
    let measure = Measure(sums[name] ?? 0, unit)
    let question = Suggestion.question(for: name, in: table.map(\.key))
    let features = members[name] ?? []
    return task.finding(
      Wording(
        "\(subject(name).english) with \(measure.text) over \(features.count) features is not in the table\(question.english)",
        zh:
          "\(subject(name).chinese)共 \(features.count) 个要素、\(measure.text)，不在表中\(question.chinese)"),
      parties: features.map(\.party), measure: measure)
  }

  private func classless(_ features: [PlanFeature]) -> Finding {
    let (key, count) = (task.word("by") ?? "", features.count)
    let measure = Measure(sums[Self.none] ?? 0, unit)
    return task.finding(
      Wording(
        "\(count) \(count == 1 ? "feature has" : "features have") no '\(key)'; \(measure.text) count in no class",
        zh: "\(count) 个要素没有“\(key)”，\(measure.text) 未计入任何类别"),
      parties: features.map(\.party), measure: measure)
  }

  private func subject(_ name: String) -> Wording {
    guard let key = task.word("by") else { return Wording("everything", zh: "合计") }
    return Wording("'\(key)' '\(name)'", zh: "“\(key)”为“\(name)”者")
  }

  private func party(_ name: String, at location: SourceLocation) -> Finding.Party {
    Finding.Party(id: name, name: nil, location: location)
  }
}

extension ClassSums {
  /// What is wrong with the declaration itself.
  static func faults(of task: RuleTask) -> [PlanFault] {
    var faults: [PlanFault] = []
    let kind = task.word("of") ?? "area"
    if !["table", "shares", "total", "each"].contains(where: task.gives) {
      faults.append(task.missing("table", example: "{R: 12.5 ha, B: 3 ha}"))
    }
    if task.gives("table") || task.gives("shares") || task.gives("each"), task.word("by") == nil {
      faults.append(task.missing("by", example: "use"))
    }
    for row in task.members("table") where !isFigure(row.texts, of: kind) {
      faults.append(task.malformed(row, of: "table", expected: example(of: kind)))
    }
    for row in task.members("shares")
    where row.texts.count != 1 || Figure(row.texts[0])?.dimension != .share {
      faults.append(task.malformed(row, of: "shares", expected: "35 %"))
    }
    for setting in ["total", "each"] {
      guard let text = task.word(setting), !isFigure([text], of: kind) else { continue }
      faults.append(
        task.fault(
          Wording(
            "'\(setting)' is '\(text)'; expected the form of '\(example(of: kind))'",
            zh: "“\(setting)”为“\(text)”，应形如“\(example(of: kind))”")))
    }
    let properties = [task.word("by"), ["area", "length", "count"].contains(kind) ? nil : kind]
    return faults + task.unknownKeys(properties.compactMap { $0.map { ($0, nil) } })
  }

  private static func isFigure(_ texts: [String], of kind: String) -> Bool {
    guard texts.count == 1, let figure = Figure(texts[0]) else { return false }
    return switch kind {
    case "area": figure.dimension == .area
    case "length": figure.dimension == .length
    case "count": figure.dimension == nil
    default: true
    }
  }

  private static func example(of kind: String) -> String {
    switch kind {
    case "area": "12.5 ha"
    case "length": "3.2 km"
    default: "12"
    }
  }
}
