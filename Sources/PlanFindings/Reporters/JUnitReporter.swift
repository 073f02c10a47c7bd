internal import GeoJSONCoding
public import Messages

/// Findings as a JUnit report: a suite for each group of rules, a case for each declaration.
public struct JUnitReporter: Reporter {
  private let language: Language
  private let threshold: Severity

  /// Creates a reporter.
  ///
  /// - Parameter threshold: The least severity that fails a case; lighter findings, and those that are
  ///   accepted or known from a baseline, are put down as output of a case that passes.
  public init(language: Language, threshold: Severity = .error) {
    self.language = language
    self.threshold = threshold
  }

  /// The whole report, ending in a line break.
  public func text(of report: CheckReport) -> String {
    let suites = Dictionary(grouping: Case.cases(of: report)) { String($0.code.prefix(1)) }
      .sorted { $0.key < $1.key }.map { Suite(code: $0.key, cases: $0.value, threshold) }
    let tests = suites.reduce(0) { $0 + $1.cases.count }
    let failures = suites.reduce(0) { $0 + $1.failures }
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites name=\"gxq-map check\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\">",
    ]
    for suite in suites { lines += self.lines(for: suite, in: report) }
    return lines.joined(separator: "\n") + "\n</testsuites>\n"
  }

  private func lines(for suite: Suite, in report: CheckReport) -> [String] {
    let title = RuleGroup(rawValue: suite.code).map { " \($0.title[language])" } ?? ""
    var lines = [
      "<testsuite\(attribute("name", suite.code + title)) tests=\"\(suite.cases.count)\" "
        + "failures=\"\(suite.failures)\" errors=\"0\" skipped=\"\(suite.skipped)\">",
      "<properties>",
    ]
    let runs = suite.cases.compactMap(\.run)
    for (name, value) in [
      ("version", report.version), ("features", "\(runs.reduce(0) { $0 + $1.features })"),
      ("pairs", "\(runs.reduce(0) { $0 + $1.pairs })"),
      ("below_noise_floor", "\(runs.reduce(0) { $0 + $1.belowNoiseFloor })"),
    ] {
      lines.append("<property name=\"\(name)\"\(attribute("value", value))/>")
    }
    lines.append("</properties>")
    for one in suite.cases { lines += self.lines(for: one, in: report) }
    return lines + ["</testsuite>"]
  }

  private func lines(for one: Case, in report: CheckReport) -> [String] {
    let start =
      "<testcase\(attribute("classname", "\(one.code) \(one.rule)"))\(attribute("name", name(of: one)))"
    if one.run?.isOff == true {
      let reason = Wording("the declaration says 'severity: off'", zh: "声明为 severity: off")
      return [start + ">", "<skipped\(attribute("message", reason[language]))/>", "</testcase>"]
    }
    guard !one.items.isEmpty else { return [start + "/>"] }
    var lines = [start + ">"]
    let failed = one.items.filter { fails($0) }
    if let first = failed.first?.finding {
      let more = failed.count > 1 ? " (+\(failed.count - 1))" : ""
      let message = attribute("message", first.message[language] + more)
      let worst = failed.map(\.finding.severity).max() ?? .error
      lines.append(
        "<failure type=\"\(worst.rawValue)\"\(message)>\n\(blocks(failed))\n</failure>")
    }
    let passed = one.items.filter { !fails($0) }
    if !passed.isEmpty { lines.append("<system-out>\n\(blocks(passed))\n</system-out>") }
    return lines + ["</testcase>"]
  }

  private func fails(_ item: ReportItem) -> Bool {
    item.counts && item.finding.severity >= threshold
  }

  /// The layers of a case in words; a number tells apart two declarations that look alike.
  private func name(of one: Case) -> String {
    guard let run = one.run else { return Wording("not declared", zh: "未声明")[language] }
    let all = Wording("all features", zh: "全部要素")[language]
    let on = run.on.isEmpty ? all : run.on.joined(separator: ", ")
    let with = run.with.isEmpty ? "" : " ↔ \(run.with.joined(separator: ", "))"
    return on + with + (one.number > 1 ? " #\(one.number)" : "")
  }

  /// One finding after the other: who, where in the files, where on the ground.
  private func blocks(_ items: [ReportItem]) -> String {
    items.flatMap(block).map(XMLText.escaped).joined(separator: "\n")
  }

  private func block(_ item: ReportItem) -> [String] {
    let finding = item.finding
    var lines = ["\(finding.severity.rawValue)[\(finding.code)]: \(finding.message[language])"]
    for party in finding.parties {
      let id = party.isFile ? nil : party.id
      lines.append(
        "  " + [id, party.location?.description].compactMap { $0 }.joined(separator: " "))
    }
    if let sheet = finding.sheet { lines.append("  " + sheet.phrase[language]) }
    if let anchor = finding.anchorText {
      lines.append(Wording("  at \(anchor)", zh: "  位置 \(anchor)")[language])
    }
    if let acceptance = finding.acceptance {
      lines.append(
        Wording("  accepted: \(acceptance.reason)", zh: "  已接受：\(acceptance.reason)")[language])
    } else if item.isKnown {
      lines.append(Wording("  known from the baseline", zh: "  基线中已有")[language])
    }
    return lines
  }

  private func attribute(_ name: String, _ value: String) -> String {
    " \(name)=\"\(XMLText.escaped(value))\""
  }
}

/// One declaration of a rule and what it found.
private struct Case {
  let code: String
  let rule: String
  /// The declaration; `nil` for a rule that reports without being declared.
  let run: RuleRun?
  /// Which one it is of the declarations on the same layers.
  var number = 1
  var items: [ReportItem] = []

  /// The cases of a report, in the order of its declarations.
  static func cases(of report: CheckReport) -> [Case] {
    var seen: [[String]: Int] = [:]
    var cases = report.summary.runs.map { run in
      let key = [run.code] + run.on + [""] + run.with
      seen[key, default: 0] += 1
      return Case(code: run.code, rule: run.name, run: run, number: seen[key] ?? 1)
    }
    var finder: [String: Int] = [:]
    for (index, run) in report.summary.runs.enumerated() {
      for fingerprint in run.found where finder[fingerprint] == nil { finder[fingerprint] = index }
    }
    for item in report.items {
      let finding = item.finding
      // Some rules report on others' behalf; their findings go to the first case of the code.
      let index =
        finder[finding.fingerprint]
        ?? cases.firstIndex { $0.code == finding.code && $0.run?.isOff != true }
      if let index {
        cases[index].items.append(item)
      } else {
        cases.append(Case(code: finding.code, rule: finding.ruleName, run: nil, items: [item]))
      }
    }
    return cases
  }
}

/// The cases of one group of rules.
private struct Suite {
  let code: String
  let cases: [Case]
  let failures: Int
  let skipped: Int

  init(code: String, cases: [Case], _ threshold: Severity) {
    self.code = code
    self.cases = cases.enumerated().sorted { ($0.1.code, $0.0) < ($1.1.code, $1.0) }.map(\.1)
    failures = cases.count { one in
      one.items.contains { $0.counts && $0.finding.severity >= threshold }
    }
    skipped = cases.count { $0.run?.isOff == true }
  }
}
