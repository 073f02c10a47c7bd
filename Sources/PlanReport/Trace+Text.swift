internal import PlanFindings
public import DistrictPlan
internal import PlanCheck
public import Messages

extension Trace {
  /// Every statement, or those that the names ask for, as text.
  ///
  /// - Parameter names: Statement ids, feature ids or names; empty asks for everything.
  /// - Throws: ``PlanError`` naming a word that is neither.
  public func text(names: [String], _ language: Language) throws(PlanError) -> String {
    guard !names.isEmpty else {
      return plan.statements.map { block(for: $0, language) }.joined() + summary(language)
    }
    var result = ""
    for name in names {
      if let statement = plan.statements.first(where: { $0.id == name }) {
        result += block(for: statement, language)
      } else if plan.canResolve(name) {
        let reference = Reference(names: [name], location: plan.manifest.location)
        result += plan.features(reference).map { block(for: $0, language) }.joined()
      } else {
        throw unknown(name)
      }
    }
    return result
  }

  /// The error for a word that is neither a statement nor a feature.
  func unknown(_ name: String) -> PlanError {
    let known = plan.statements.map(\.id) + plan.referableNames
    let question = Suggestion.question(for: name, in: known)
    return PlanError(
      message: Wording(
        "no statement or feature '\(name)'\(question.english)",
        zh: "没有名为“\(name)”的陈述或要素\(question.chinese)"))
  }

  /// How many claims each rule evaluated, and what became of the statements.
  public func summary(_ language: Language) -> String {
    let isChinese = language == .chinese
    var table = TextTable(
      header: isChinese ? ["规则", "名称", "论断", "成立"] : ["rule", "name", "claims", "hold"],
      rightAligned: [2, 3])
    let byRule = Dictionary(grouping: result.verdicts.values, by: \.rule)
    for (code, verdicts) in byRule.sorted(by: { $0.key < $1.key }) {
      table.add([
        code, RuleRegistry.rule(code)?.description.name ?? "-", "\(verdicts.count)",
        "\(verdicts.count(where: \.holds))",
      ])
    }
    let fates = Dictionary(grouping: plan.statements, by: fate).mapValues(\.count)
    func count(_ fate: Fate) -> Int { fates[fate] ?? 0 }
    let total = plan.statements.count
    let reasons = Dictionary(
      grouping: plan.statements.compactMap(\.outOfScope?.cause), by: \.rawValue
    )
    .map { "\($0.key) \($0.value.count)" }.sorted().joined(separator: ", ")
    return table.text
      + (isChinese
        ? """
        陈述 \(total) 条：成立 \(count(.holds))，已接受的分歧 \(count(.accepted))，未知 \(count(.unknown))，不成立 \(count(.fails))，\
        未核验 \(count(.unevaluated))，不在范围 \(count(.outOfScope))（\(reasons)）

        """
        : """
        \(total) statements: \(count(.holds)) hold, \(count(.accepted)) accepted conflicts, \
        \(count(.unknown)) of unknown result, \(count(.fails)) fail, \(count(.unevaluated)) unevaluated, \(count(.outOfScope)) out of scope \
        (\(reasons))

        """)
  }

  private func block(for statement: Statement, _ language: Language) -> String {
    let date = plan.document(statement.document)?.date.text ?? "?"
    var lines = [
      "\(statement.id) [\(fate(of: statement).rawValue)] \(statement.document) \(date)  \(statement.says)"
    ]
    if !statement.terms.isEmpty {
      lines.append("  terms   \(statement.terms.joined(separator: " · "))")
    }
    if let reason = statement.outOfScope {
      lines.append("  none    \(reason.cause.rawValue): \(reason.note)")
    }
    for claim in statement.claims {
      let verdict = result.verdicts[claim.id]
      let failing = fate(of: statement) == .unknown ? "not known" : "fails"
      let outcome = verdict.map { $0.holds ? "holds" : failing } ?? "unevaluated"
      lines.append("  \(claim.id)  \(claim.kind.rawValue)  \(verdict?.rule ?? "-")  \(outcome)")
    }
    let own = result.findings.filter { $0.statements.contains(statement.id) }
    for finding in own {
      let mark = finding.acceptance == nil ? "" : " (accepted)"
      lines.append(
        "  \(finding.severity.rawValue)[\(finding.code)]\(mark) \(finding.message[language])")
    }
    let features = features(of: statement)
    if !features.isEmpty { lines.append("  map     \(names(features))") }
    let sheets = sheets(showing: features)
    if !sheets.isEmpty { lines.append("  sheets  \(sheets.joined(separator: ", "))") }
    return lines.map(PlainText.line).joined(separator: "\n") + "\n"
  }

  private func block(for feature: PlanFeature, _ language: Language) -> String {
    var lines = [
      "\(feature.id)  \(feature.kind.title[language])  \(feature.displayName)  \(feature.location)"
    ]
    let basis = feature.basis?.rawValue ?? "-"
    let accuracy = feature.accuracy.map { " ±\(DecimalText.short($0)) m" } ?? ""
    let source = feature.text(.source).map { "  \($0)" } ?? ""
    lines.append("  basis   \(basis)\(accuracy)\(source)")
    let statements = plan.statements.filter { statement in
      features(of: statement).contains { $0.id == feature.id }
    }
    for statement in statements {
      lines.append("  \(statement.id) [\(fate(of: statement).rawValue)] \(statement.says)")
    }
    for finding in result.findings where finding.parties.contains(where: { $0.id == feature.id }) {
      let mark = finding.acceptance == nil ? "" : " (accepted)"
      lines.append(
        "  \(finding.severity.rawValue)[\(finding.code)]\(mark) \(finding.message[language])")
    }
    let sheets = sheets(showing: [feature])
    if !sheets.isEmpty { lines.append("  sheets  \(sheets.joined(separator: ", "))") }
    return lines.map(PlainText.line).joined(separator: "\n") + "\n"
  }

  /// Up to twelve names, and how many more there are.
  private func names(_ features: [PlanFeature]) -> String {
    let shown = features.prefix(12).map { $0.name ?? $0.id }.joined(separator: ", ")
    return features.count > 12 ? "\(shown) +\(features.count - 12)" : shown
  }
}
