public import DistrictPlan
public import Messages
public import MapGeometry
public import PlanFindings

/// One thing that must hold of a plan.
///
/// One file in `Rules/`, one line in ``RuleRegistry``, and nothing else.
public protocol Rule: Sendable {
  /// What it is called, what it means, what it takes, and examples of both outcomes.
  static var description: RuleDescription { get }

  /// Creates the rule; it holds no state.
  init()

  /// What offends the rule.
  ///
  /// - Parameter task: The features it was declared on, and its parameters.
  /// - Throws: What the geometry engine reports; the runner turns it into a finding, and every other
  ///   rule still runs.
  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding]

  /// What is wrong with a declaration beyond the form of each setting; reported as faults of D11.
  static func faults(of task: RuleTask, in plan: Plan) -> [PlanFault]

  /// Whether it judges the findings of the others, and so runs after them.
  static var isLate: Bool { get }
}

extension Rule {
  /// Nothing: most rules take any settings that are well-formed.
  public static func faults(of task: RuleTask, in plan: Plan) -> [PlanFault] { [] }

  /// No: most rules look at the plan alone.
  public static var isLate: Bool { false }
}

/// Everything that documentation, tests and the manifest need to know about a rule.
public struct RuleDescription: Sendable {
  /// The stable code, such as `A01`.
  public let code: String
  /// The unique name, such as `polygon-no-overlap`.
  public let name: String
  /// What offends the rule, in a sentence.
  public let summary: Wording
  /// Why that matters.
  public let rationale: Wording
  /// How to mend it.
  public let fix: Wording
  /// The case that naive checks get wrong.
  public let trap: Wording
  /// What a declaration may set beside `on`, `with` and `severity`.
  public let parameters: [RuleParameter]
  /// Whether a declaration must say `on`.
  public let needsFeatures: Bool
  /// The key under which a declaration names the features that the rule looks at.
  public let featuresKey: String
  /// Whether a declaration must say `with`.
  public let needsPartner: Bool
  /// Whether a declaration may say `with`; it must where the rule needs a partner.
  public let takesPartner: Bool
  /// What the partners are made of that count; empty for anything.
  public let partnersAre: [GeometryFamily]
  /// Whether the rule reads the documents' texts, and does not run where nobody has them.
  public let needsDocuments: Bool
  /// What the features it looks at are made of; empty for anything.
  public let looksAt: [GeometryFamily]
  /// What other programs call the rule.
  public let counterparts: [Counterpart]
  /// The claims that the rule evaluates.
  public let evaluates: [ClaimKind]
  /// How much a finding weighs when the declaration does not say.
  public let severity: Severity
  /// Plans that the rule accepts.
  public let accepts: [RuleExample]
  /// Plans that it flags.
  public let flags: [RuleExample]

  /// Creates a description.
  public init(
    code: String, name: String, summary: Wording, rationale: Wording, fix: Wording,
    trap: Wording, looksAt: [GeometryFamily] = [], counterparts: [Counterpart] = [],
    parameters: [RuleParameter] = [], needsFeatures: Bool = false, featuresKey: String = "on",
    needsPartner: Bool = false, takesPartner: Bool = false, partnersAre: [GeometryFamily] = [],
    needsDocuments: Bool = false,
    evaluates: [ClaimKind] = [], severity: Severity = .error, accepts: [RuleExample],
    flags: [RuleExample]
  ) {
    self.code = code
    self.name = name
    self.summary = summary
    self.rationale = rationale
    self.fix = fix
    self.trap = trap
    self.looksAt = looksAt
    self.counterparts = counterparts
    self.parameters = parameters
    self.needsFeatures = needsFeatures
    self.featuresKey = featuresKey
    self.needsPartner = needsPartner
    self.takesPartner = takesPartner || needsPartner
    self.partnersAre = partnersAre
    self.needsDocuments = needsDocuments
    self.evaluates = evaluates
    self.severity = severity
    self.accepts = accepts
    self.flags = flags
  }
}

/// A setting of a rule, its unit and its default.
public struct RuleParameter: Hashable, Sendable {
  /// What a value looks like.
  public enum ValueType: Hashable, Sendable {
    /// A number with a unit.
    case quantity(Quantity.Dimension)
    /// A whole number.
    case count
    /// A number without a unit.
    case number
    /// A text.
    case text
    /// One text or a list of texts.
    case texts
    /// A mapping of keys to texts or lists of texts.
    case mapping
    /// Layer ids, feature ids or names.
    case reference
    /// One of some words.
    case word([String])
  }

  /// The key in the declaration.
  public let name: String
  /// What a value looks like.
  public let type: ValueType
  /// What holds when the declaration does not say; `nil` when nothing does.
  public let fallback: String?
  /// What it means.
  public let meaning: Wording

  /// Creates a parameter.
  public init(_ name: String, _ type: ValueType, default fallback: String?, _ meaning: Wording) {
    self.name = name
    self.type = type
    self.fallback = fallback
    self.meaning = meaning
  }
}

extension RuleParameter {
  /// How near is the same place.
  public static let tolerance = RuleParameter(
    "tolerance", .quantity(.length), default: "0.002 m",
    Wording("how near is the same place", zh: "视为同一位置的距离"))
  /// Areas up to this are noise.
  public static let minArea = RuleParameter(
    "min_area", .quantity(.area), default: "0.01 m2",
    Wording("areas up to this are noise", zh: "不大于此的面积视为噪声"))
  /// Areas up to this wide are noise.
  public static let minWidth = RuleParameter(
    "min_width", .quantity(.length), default: "0.005 m",
    Wording("areas up to this wide are noise", zh: "宽度不大于此的面视为噪声"))
  /// Lengths up to this are noise.
  public static let minLength = RuleParameter(
    "min_length", .quantity(.length), default: "0.01 m",
    Wording("lengths up to this are noise", zh: "不大于此的长度视为噪声"))
}

/// The name of the same rule in another program.
public struct Counterpart: Hashable, Sendable {
  /// The programs whose rules are named.
  public enum Program: String, Hashable, Sendable, CaseIterable {
    case arcGIS = "ArcGIS"
    case qgis = "QGIS"
    case superMap = "SuperMap"
    case xPlanung = "XPlanung"
  }

  /// The program.
  public let program: Program
  /// The rule's name there.
  public let name: String

  /// A geodatabase topology rule, such as `Must Not Overlap (Area)`.
  public static func arcGIS(_ name: String) -> Counterpart {
    Counterpart(program: .arcGIS, name: name)
  }
  /// A check of the geometry or topology checker.
  public static func qgis(_ name: String) -> Counterpart {
    Counterpart(program: .qgis, name: name)
  }
  /// A topology rule, by its Chinese name.
  public static func superMap(_ name: String) -> Counterpart {
    Counterpart(program: .superMap, name: name)
  }
  /// A conformity condition, by its number.
  public static func xPlanung(_ name: String) -> Counterpart {
    Counterpart(program: .xPlanung, name: name)
  }
}
