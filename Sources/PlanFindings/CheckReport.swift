public import GeoJSONCoding
public import MapGeometry

/// Everything a reporter needs to know about one run of `check`.
public struct CheckReport: Sendable {
  /// The titles of the plans that were checked.
  public var titles: [String]
  /// The findings in reporting order, accepted ones included.
  public private(set) var items: [ReportItem]
  /// What was verified.
  public let summary: CheckSummary
  /// The version of gxq-map.
  public let version: String
  /// What the rules mean, ordered by code.
  public var guides: [RuleGuide]
  /// What findings refer to: outlines to draw, lines to quote.
  public var background: ReportBackground
  /// Whether findings can be accepted in an exceptions file; loose files have none.
  public let takesExceptions: Bool
  /// What came of the comparison with a baseline; `nil` when there is none.
  public private(set) var comparison: BaselineComparison?

  /// Creates a report.
  public init(
    findings: [Finding], summary: CheckSummary, version: String, titles: [String] = [],
    guides: [RuleGuide] = [], background: ReportBackground = ReportBackground(),
    takesExceptions: Bool = true
  ) {
    items = ReportItem.items(for: findings)
    self.summary = summary
    self.version = version
    self.titles = titles
    self.guides = guides
    self.background = background
    self.takesExceptions = takesExceptions
  }

  /// Joins the reports on several plans into one, in their order.
  public init(_ reports: [CheckReport]) {
    guard reports.count != 1 else {
      self = reports[0]
      return
    }
    var summary = CheckSummary()
    for report in reports { summary.add(report.summary) }
    self.init(
      findings: reports.flatMap(\.findings), summary: summary,
      version: reports.first?.version ?? "", titles: reports.flatMap(\.titles),
      guides: reports.first?.guides ?? [], background: ReportBackground(reports.map(\.background)),
      takesExceptions: reports.contains(where: \.takesExceptions))
  }

  /// Findings in reporting order, accepted ones included.
  public var findings: [Finding] { items.map(\.finding) }
  /// Findings that no exception accepts.
  public var open: [Finding] { items.filter(\.isOpen).map(\.finding) }
  /// Findings that an exception accepts.
  public var accepted: [Finding] { findings.filter { $0.acceptance != nil } }
  /// Findings that decide about success: neither accepted nor known from a baseline.
  public var counting: [Finding] { items.filter(\.counts).map(\.finding) }

  /// How many findings of a severity decide about success.
  public func count(_ severity: Severity) -> Int {
    // Counted by their places: each item looked at by itself would be a copy.
    items.indices.count { items[$0].finding.severity == severity && items[$0].counts }
  }

  /// Marks the findings that a baseline knows.
  ///
  /// - Parameter ran: Whether a rule took part in this check; of the others nothing can be said.
  public mutating func compare(with baseline: Baseline, ran: (_ code: String) -> Bool) {
    let known = Set(baseline.entries.map(\.fingerprint))
    for index in items.indices { items[index].isKnown = known.contains(items[index].fingerprint) }
    let found = Set(items.map(\.fingerprint))
    comparison = BaselineComparison(
      fixed: baseline.entries.filter { !found.contains($0.fingerprint) && ran($0.code) })
  }

  /// The rule that a finding offends.
  func guide(_ code: String) -> RuleGuide? { guides.first { $0.code == code } }

  /// Where a finding is reported; where its rule was declared when no party stands in a file.
  func place(of finding: Finding) -> SourceLocation? {
    finding.location ?? summary.runs.first { $0.code == finding.code }?.location
  }
}

/// A finding as a report lists it.
public struct ReportItem: Sendable {
  /// The finding.
  public let finding: Finding
  /// Its fingerprint, with a number where several findings of the report share one.
  public let fingerprint: String
  /// Whether the baseline has it.
  public internal(set) var isKnown = false

  /// Whether no exception accepts it.
  public var isOpen: Bool { finding.acceptance == nil }
  /// Whether it decides about success.
  public var counts: Bool { isOpen && !isKnown }
  /// What a baseline says of it, in the words of SARIF.
  var baselineState: String { counts ? "new" : "unchanged" }

  /// The findings in their order, each with a fingerprint of its own.
  static func items(for findings: [Finding]) -> [ReportItem] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
      let plain = finding.fingerprint
      let number = seen[plain, default: 0] + 1
      seen[plain] = number
      return ReportItem(
        finding: finding, fingerprint: number == 1 ? plain : "\(plain)-\(number)")
    }
  }
}

/// What findings refer to: the outlines of features, the lines of files.
public struct ReportBackground: Sendable {
  /// The texts of files, by the name that findings use.
  public var files: [String: SourceText] = [:]
  private let outline: @Sendable (Finding.Party) -> GeoGeometry?

  /// Creates a background.
  ///
  /// - Parameter outline: Gives the outline of a party, when a report draws it; `nil` when it is no feature or
  ///   has no place.
  public init(outline: @escaping @Sendable (Finding.Party) -> GeoGeometry? = { _ in nil }) {
    self.outline = outline
  }

  /// Joins what several plans refer to.
  init(_ all: [ReportBackground]) {
    // The same id may stand in the files of two plans.
    outline = { party in
      all.lazy.filter { $0.knows(party) }.compactMap { $0.outline(party) }.first
    }
    for one in all { files.merge(one.files) { first, _ in first } }
  }

  /// The outline of a party; `nil` when it is no feature or has no place.
  public func outline(of party: Finding.Party) -> GeoGeometry? { outline(party) }

  private func knows(_ party: Finding.Party) -> Bool {
    party.location.map { files[$0.file] != nil } ?? true
  }
}
