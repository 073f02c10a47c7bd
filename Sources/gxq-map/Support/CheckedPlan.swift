internal import DistrictPlan
internal import GeoJSONCoding
internal import Messages
internal import PlanCheck
internal import PlanFindings

/// A plan and what came of checking it.
struct CheckedPlan {
  let plan: Plan
  let report: CheckReport

  /// - Parameter namesReplacements: Whether findings tell what their fixes would replace in the files.
  init(
    plan: Plan, result: CheckResult, terms: MeasuringTerms?, namesReplacements: Bool,
    _ language: Language
  ) {
    self.plan = plan
    var summary = result.summary
    summary.terms = terms
    let title = language == .english ? plan.manifest.titleEnglish : nil
    report = CheckReport(
      findings: namesReplacements
        ? result.findings.map { $0.withReplacements(in: plan) } : result.findings,
      summary: summary,
      version: GxqMap.version,
      titles: [title ?? plan.manifest.title], guides: Self.guides,
      background: Self.background(of: result.findings, in: plan),
      takesExceptions: Self.isFolder(plan))
  }

  /// A plan and a report that is made already.
  init(plan: Plan, report: CheckReport) { (self.plan, self.report) = (plan, report) }

  /// Whether the plan is a folder, and not made of files that belong to none.
  private static func isFolder(_ plan: Plan) -> Bool {
    plan.manifest.location.file.hasSuffix(PlanFolder.manifestName)
  }

  /// The files that the plan was read from, as findings name them.
  var inputs: [String] {
    [plan.manifest.location.file] + plan.files.values.map(\.source.file)
      + [
        plan.documents.first?.location.file, plan.statements.first?.location.file,
        plan.exceptions.first?.location.file,
      ].compactMap { $0 }
  }

  /// Where exceptions stand or would stand.
  var exceptionsFile: String {
    plan.exceptions.first?.location.file
      ?? PlanFolder.displayPath("\(plan.directory)/exceptions.yaml")
  }

  static let guides = RuleRegistry.all.map { rule in
    let description = rule.description
    return RuleGuide(
      code: description.code, name: description.name, severity: description.severity,
      summary: description.summary, rationale: description.rationale, fix: description.fix,
      trap: description.trap)
  }

  /// The outlines and files that findings refer to.
  static func background(of findings: [Finding], in plan: Plan) -> ReportBackground {
    var background = ReportBackground { plan.feature($0.id)?.geometry }
    for source in plan.files.values.map(\.source) { background.files[source.file] = source }
    for finding in findings {
      for party in finding.parties {
        guard let file = party.location?.file, background.files[file] == nil else { continue }
        // A file that has gone meanwhile is not quoted.
        background.files[file] = try? SourceFile.read(file)
      }
    }
    return background
  }
}

/// The rules that the command line chooses.
struct RuleChoice {
  private let only: Set<String>
  private let skipped: Set<String>

  /// Reads codes and names.
  init(only: [String], skipped: [String]) throws(UsageError) {
    var codes: [Set<String>] = []
    for names in [only, skipped] {
      var set: Set<String> = []
      for name in names { set.insert(try RuleArgument.require(name).code) }
      codes.append(set)
    }
    self.only = codes[0]
    self.skipped = codes[1]
  }

  /// Whether a rule takes part.
  func contains(_ code: String) -> Bool {
    (only.isEmpty || only.contains(code)) && !skipped.contains(code)
  }
}

/// Reads the file of `--baseline`.
enum BaselineFile {
  /// The findings that it knows.
  static func read(_ path: String) throws(PlanError) -> Baseline {
    let help = Wording(
      "'gxq-map check --write-baseline FILE' writes one",
      zh: "用 gxq-map check --write-baseline 文件 生成")
    let source: SourceText
    do {
      source = try SourceFile.read(path)
    } catch {
      throw PlanError(message: Wording("\(error)", zh: "\(error)"), help: help)
    }
    do {
      return try Baseline(reading: source)
    } catch {
      throw PlanError(location: error.location, message: error.message, help: help)
    }
  }
}

extension Finding {
  /// The finding with what its fix would replace in the files.
  fileprivate func withReplacements(in plan: Plan) -> Finding {
    guard let fix else { return self }
    var finding = self
    finding.fix?.replacements = PlanEditor.replacements(for: fix, in: plan)
    return finding
  }
}
