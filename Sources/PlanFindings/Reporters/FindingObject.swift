internal import FileShapes
internal import GeoJSONCoding
internal import MapGeometry
internal import Messages

/// Findings, runs and summaries as JSON objects, the same in every format for programs.
struct FindingObject {
  let language: Language

  /// The decimals of coordinates: enough that a sliver of a millimetre keeps its area.
  static let decimals = 9

  func finding(_ item: ReportItem, in report: CheckReport) -> [JSONMember] {
    let finding = item.finding
    var members: [JSONMember] = []
    members.add("code", finding.code)
    members.add("rule", finding.ruleName)
    members.add("severity", finding.severity.rawValue)
    members.add("message", finding.message[language])
    members.add("parties", .array(finding.parties.map { .object(party($0)) }))
    members.add("measure", finding.measure.map { .object(measure($0)) })
    members.add("sheet", finding.sheet.map { .object(sheet($0)) })
    members.add("statements", list(finding.statements))
    members.add("help", finding.help?[language])
    members.add("fix", finding.fix.map { .object(fix($0)) })
    members.add("anchor", finding.anchor.map(position))
    members.add("geometry", finding.geometry.flatMap(geometry))
    if finding.isDegraded { members.add("degraded", .bool(true)) }
    members.add("fingerprint", item.fingerprint)
    if report.comparison != nil, item.isOpen { members.add("baseline", item.baselineState) }
    members.add("accepted", finding.acceptance.map { .object(acceptance($0)) })
    members.add("expired", finding.lapsed.map { .object(acceptance($0)) })
    return FindingShapes.finding.holding(members)
  }

  func summary(of report: CheckReport) -> [JSONMember] {
    let summary = report.summary
    var members: [JSONMember] = []
    members.add("errors", .number(report.count(.error)))
    members.add("warnings", .number(report.count(.warning)))
    members.add("infos", .number(report.count(.info)))
    members.add("accepted", .number(report.accepted.count))
    if let comparison = report.comparison {
      members.add("known", .number(report.items.count { $0.isOpen && $0.isKnown }))
      members.add("fixed", .number(comparison.fixed.count))
    }
    members.add("rules", .number(summary.rules))
    members.add("features", .number(summary.features))
    members.add("pairs", .number(summary.pairs))
    members.add("claims", .number(summary.claims))
    members.add("statements", .number(summary.statements))
    members.add("below_noise_floor", .number(summary.belowNoiseFloor))
    members.add("changes_not_verified", list(summary.uncompared))
    members.add("measured_in", summary.terms.map { .object(terms($0)) })
    members.add(
      "sheets",
      summary.sheets.isEmpty ? nil : .array(summary.sheets.map { .object(statistics($0)) }))
    return FindingShapes.summary.holding(members)
  }

  private func statistics(_ sheet: SheetStatistics) -> [JSONMember] {
    var members: [JSONMember] = []
    members.add("id", sheet.sheet)
    members.add("theme", sheet.theme)
    members.add("placed", .number(sheet.placed))
    members.add("unplaced", .number(sheet.unplaced))
    members.add("texts", .number(sheet.texts))
    members.add("smallest_text", sheet.smallest.map { .object(extreme($0)) })
    members.add("lowest_contrast", sheet.faintest.map { .object(extreme($0)) })
    members.add("entries", .number(sheet.entries))
    members.add("pairs", .number(sheet.pairs))
    return FindingShapes.statistics.holding(members)
  }

  private func extreme(_ extreme: SheetStatistics.Extreme) -> [JSONMember] {
    var members: [JSONMember] = []
    members.add("value", .number(extreme.value, decimals: 3))
    members.add("text", extreme.text)
    return FindingShapes.extreme.holding(members)
  }

  private func terms(_ terms: MeasuringTerms) -> [JSONMember] {
    var members: [JSONMember] = []
    members.add("crs", terms.crs)
    members.add("name", terms.name)
    switch terms.reason {
    case .asked: members.add("chosen_by", "--crs")
    case .nearest(let longitude):
      members.add("chosen_by", "longitude")
      members.add("longitude", .number(longitude, decimals: 6))
    case .anywhere: members.add("chosen_by", "default")
    }
    members.add("tolerance", .number(terms.tolerance, decimals: 6))
    return FindingShapes.terms.holding(members)
  }

  /// What a declaration looked at; never how long it took, which differs from run to run.
  func run(_ run: RuleRun) -> [JSONMember] {
    var members: [JSONMember] = []
    members.add("code", run.code)
    members.add("rule", run.name)
    if run.isOff { members.add("off", .bool(true)) }
    members.add("on", list(run.on))
    members.add("with", list(run.with))
    // A declaration that names nothing is on everything.
    if !run.on.isEmpty { members.add("layers", list(run.layers)) }
    members += place(run.location)
    members.add("features", .number(run.features))
    members.add("partners", .number(run.partners))
    members.add("pairs", .number(run.pairs))
    members.add("below_noise_floor", .number(run.belowNoiseFloor))
    members.add("findings", .number(run.found.count))
    return FindingShapes.run.holding(members)
  }

  func entry(_ entry: Baseline.Entry) -> [JSONMember] {
    var members: [JSONMember] = []
    members.add("code", entry.code)
    members.add("ids", .array(entry.ids.map { .string($0) }))
    members.add("fingerprint", entry.fingerprint)
    return FindingShapes.entry.holding(members)
  }

  private func party(_ party: Finding.Party) -> [JSONMember] {
    var members: [JSONMember] = []
    members.add("id", party.id)
    members.add("name", party.name)
    members.add("layer", party.layer)
    if let location = party.location { members += place(location) }
    if let path = party.vertex {
      members.add("part", .number(path.part))
      members.add("ring", .number(path.ring))
      members.add("vertex", .number(path.vertex))
    }
    return FindingShapes.party.holding(members)
  }

  private func place(_ location: SourceLocation) -> [JSONMember] {
    [
      JSONMember("file", .string(location.file)), JSONMember("line", .number(location.line)),
      JSONMember("column", .number(location.column)),
    ]
  }

  func measure(_ measure: Measure) -> [JSONMember] {
    var members: [JSONMember] = []
    members.add("value", .number(measure.value, decimals: 6))
    members.add("unit", measure.unit.rawValue)
    members.add("limit", measure.limit.map { .number($0, decimals: 6) })
    return FindingShapes.measure.holding(members)
  }

  func sheet(_ place: SheetPlace) -> [JSONMember] {
    var members: [JSONMember] = []
    members.add("id", place.sheet)
    members.add("themes", list(place.themes))
    let box = [place.minX, place.minY, place.maxX, place.maxY]
    members.add("box", .array(box.map { .number($0, decimals: 2) }))
    return FindingShapes.sheet.holding(members)
  }

  private func fix(_ fix: SuggestedFix) -> [JSONMember] {
    [
      JSONMember("title", .string(fix.title[language])),
      JSONMember("edits", .array(fix.edits.map { .object(edit($0)) })),
    ]
  }

  private func edit(_ edit: VertexEdit) -> [JSONMember] {
    var members: [JSONMember] = []
    func add(_ word: String) {
      members.add("edit", word)
      members.add("feature", edit.feature)
    }
    switch edit {
    case .move(_, let vertex, let target):
      add("move")
      members.add("vertex", .number(vertex))
      members.add("to", position(target))
    case .insert(_, let vertex, let target):
      add("insert")
      members.add("after", .number(vertex))
      members.add("at", position(target))
    case .remove(_, let vertex):
      add("remove")
      members.add("vertex", .number(vertex))
    case .reverse(_, let first, let last):
      add("reverse")
      members.add("first", .number(first))
      members.add("last", .number(last))
    }
    return members
  }

  private func acceptance(_ acceptance: Acceptance) -> [JSONMember] {
    var members: [JSONMember] = []
    members.add("reason", acceptance.reason)
    members.add("owner", acceptance.owner)
    members.add("conflict", acceptance.conflict)
    members.add("until", acceptance.until)
    if let location = acceptance.location { members += place(location) }
    return FindingShapes.acceptance.holding(members)
  }

  func position(_ position: GeoPosition) -> JSONValue {
    .array([
      .number(position.longitude, decimals: Self.decimals),
      .number(position.latitude, decimals: Self.decimals),
    ])
  }

  private func geometry(_ geometry: GeoGeometry) -> JSONValue? {
    let text = GeoJSONWriter.geometry(geometry, decimals: Self.decimals)
    return try? JSONParser.parse(SourceText(file: "", bytes: text))
  }

  private func list(_ texts: [String]) -> JSONValue? {
    texts.isEmpty ? nil : .array(texts.map { .string($0) })
  }
}

extension [JSONMember] {
  /// Adds a member if there is a value for it.
  mutating func add(_ key: String, _ value: JSONValue?) {
    if let value { append(JSONMember(key, value)) }
  }

  /// Adds a text if there is one.
  mutating func add(_ key: String, _ text: String?) { add(key, text.map { .string($0) }) }
}

extension JSONValue {
  /// Objects or arrays as a JSON array, one a line, so that reports can be compared line by line.
  ///
  /// One value after the other is made and written, so that no more than one is in memory.
  static func lines(_ values: some Sequence<JSONValue>, indent: String) -> String {
    var bytes: [UInt8] = []
    for value in values {
      bytes += "\(bytes.isEmpty ? "[" : ",")\n\(indent)  ".utf8
      bytes += value.utf8
    }
    guard !bytes.isEmpty else { return "[]" }
    bytes += "\n\(indent)]".utf8
    return String(decoding: bytes, as: UTF8.self)
  }
}
