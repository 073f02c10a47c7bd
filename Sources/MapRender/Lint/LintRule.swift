public import Messages
public import PlanFindings

/// Something that must hold of a finished sheet.
///
/// One file in `Lint/Rules/`, one line in ``LintRegistry``; a pure function over what is drawn.
protocol LintRule: Sendable {
  /// What it is called, what it means, where its limits come from, and examples of both outcomes.
  static var description: LintDescription { get }

  /// What offends the rule.
  static func findings(in sheet: LintSheet) -> [LintFinding]
}

/// What documentation and tests need to know about a rule of sheets.
public struct LintDescription: Sendable {
  /// The code, the name, and what is said of every rule.
  public let guide: RuleGuide
  /// What the rule measures, in which unit, and the limit.
  public let limit: Wording
  /// Where the limit and the way of measuring come from.
  public let source: Wording
  let accepts: [LintExample]
  let flags: [LintExample]

  init(
    code: String, name: String, severity: Severity = .warning, summary: Wording,
    rationale: Wording, fix: Wording, trap: Wording? = nil, limit: Wording, source: Wording,
    accepts: [LintExample], flags: [LintExample]
  ) {
    guide = RuleGuide(
      code: code, name: name, severity: severity, summary: summary, rationale: rationale, fix: fix,
      trap: trap)
    self.limit = limit
    self.source = source
    self.accepts = accepts
    self.flags = flags
  }
}

/// A small sheet that a rule accepts or flags: documentation and test in one.
struct LintExample: Sendable {
  let title: Wording
  /// The measures of the findings, such as `0.4 mm`; as many as there are findings with one.
  let measures: [String]
  let sheet: LintSheetDraft

  init(
    _ title: String, zh: String, measures: [String] = [], _ sheet: LintSheetDraft
  ) {
    self.title = Wording(title, zh: zh)
    self.measures = measures
    self.sheet = sheet
  }
}

/// A fault of a sheet: what is, where on the paper, whom it concerns.
struct LintFinding {
  var message: Wording
  var help: Wording
  /// The ids of the features that it is about.
  var features: [String] = []
  /// The layers of the style that it is about.
  var styleLayers: [String] = []
  /// Where on the sheet.
  var box: PaperBox
  var measure: Measure?
}

/// Every rule of sheets.
public enum LintRegistry {
  static let rules: [any LintRule.Type] = [
    LabelOverlap.self, LabelUnplaced.self, SmallText.self, TextContrast.self,
    ConfusableColors.self, EntryWithoutFeature.self, FeatureWithoutEntry.self,
    FeatureOutsideFrame.self, FurnitureOverlap.self,
  ]

  /// What the rules are, ordered by code.
  public static let all: [LintDescription] = rules.map { $0.description }

  /// The rule with a code or a name.
  public static func rule(_ codeOrName: String) -> LintDescription? {
    all.first { $0.guide.code == codeOrName || $0.guide.name == codeOrName }
  }
}
