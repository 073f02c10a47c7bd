public import Messages
internal import PlanFindings

extension LintDescription {
  /// The rule explained: why, how to mend it, what is measured, examples and what they report.
  public func text(_ language: Language) -> String {
    let isChinese = language == .chinese
    var lines = ["\(guide.code) \(guide.name)", "", guide.summary[language], ""]
    lines.append((isChinese ? "缘由：" : "why: ") + guide.rationale[language])
    lines.append((isChinese ? "处理：" : "fix: ") + guide.fix[language])
    if let trap = guide.trap { lines.append((isChinese ? "易错：" : "trap: ") + trap[language]) }
    lines.append((isChinese ? "量测：" : "measures: ") + limit[language])
    lines.append((isChinese ? "依据：" : "after: ") + source[language])
    lines += [
      "",
      isChinese
        ? "检查图纸：gxq-map check --sheets --rule \(guide.code)"
        : "looks at sheets: gxq-map check --sheets --rule \(guide.code)",
      "", isChinese ? "不报告：" : "accepts:",
    ]
    lines += accepts.map { "  - \($0.title[language])" }
    lines += ["", isChinese ? "报告：" : "flags:"]
    let rule = LintRegistry.rules.first { $0.description.guide.code == guide.code }
    for example in flags {
      lines.append("  - \(example.title[language])")
      for finding in rule?.findings(in: example.sheet.sheet) ?? [] {
        lines.append(
          "      \(guide.severity.rawValue)[\(guide.code)]: \(finding.message[language])")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The reference of all rules of sheets in Markdown, made from the rules themselves.
public enum LintReference {
  /// The text, ending in a line break.
  public static var text: String {
    var lines = [
      "# Map lint · 图纸检查", "",
      "Made by `gxq-map rules --sheets --markdown` from the rules themselves; `gxq-map explain M01` adds examples.",
      "`gxq-map check --sheets` looks every sheet over under every theme that `sheets.yaml` names; ids and `--theme`",
      "narrow it. `gxq-map render --report` says the same of the sheets that it draws, `--report-json FILE` for programs.",
      "Findings are accepted in `exceptions.yaml` as those about the plan are: `features:` lists the features, or the",
      "features and the sheet; where there are none, the layers of the style and the sheet.", "",
      "What is looked at is the list of things drawn, before it becomes SVG, PDF or PNG: so a finding holds of all three.",
      "",
    ]
    for rule in LintRegistry.all {
      let guide = rule.guide
      lines += [
        "## \(guide.code) · \(guide.name)", "", guide.summary.english, guide.summary.chinese, "",
        "- why: \(guide.rationale.english)", "- fix: \(guide.fix.english)",
      ]
      if let trap = guide.trap { lines.append("- trap: \(trap.english)") }
      lines += [
        "- measures: \(rule.limit.english)", "- after: \(rule.source.english)",
        "- severity: \(guide.severity.rawValue)", "",
      ]
    }
    return lines.joined(separator: "\n")
  }
}
