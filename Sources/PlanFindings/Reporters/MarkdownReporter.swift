internal import GeoJSONCoding
public import Messages

/// Findings as a comment on a pull request: counts, findings by rule with links, what was verified.
public struct MarkdownReporter: Reporter {
  /// How many characters a comment on GitHub may have, with room for what others write around it.
  public static let limit = 60_000

  private let language: Language
  private let linkBase: String
  private let limit: Int

  /// Creates a reporter.
  ///
  /// - Parameters:
  ///   - linkBase: What to put before the names of files in links, such as the address of a commit.
  ///   - limit: How many characters there is room for; further findings are only counted.
  public init(language: Language, linkBase: String = "", limit: Int = MarkdownReporter.limit) {
    self.language = language
    self.linkBase = linkBase
    self.limit = limit
  }

  /// The whole report, ending in a line break.
  public func text(of report: CheckReport) -> String {
    var head = heading(report) + "\n\n" + table(report)
    if let fixed = fixed(report) { head += "\n" + fixed }
    let foot = "\n" + MarkdownText.escaped(report.proof[language]) + "\n"
    return head + body(report, room: limit - size(head + foot)) + foot
  }

  private func heading(_ report: CheckReport) -> String {
    let titles = report.titles.joined(separator: ", ")
    let name = titles.isEmpty ? "gxq-map" : MarkdownText.escaped(titles)
    let isClean = report.counting.isEmpty
    let words = isClean ? Wording("nothing found", zh: "没有发现") : report.tally
    return "## \(name): \(words[language])"
  }

  private func table(_ report: CheckReport) -> String {
    var columns: [(Wording, Int)] = [
      (Wording("errors", zh: "错误"), report.count(.error)),
      (Wording("warnings", zh: "警告"), report.count(.warning)),
      (Wording("to know", zh: "提示"), report.count(.info)),
      (Wording("accepted", zh: "已接受"), report.accepted.count),
    ]
    if let comparison = report.comparison {
      columns.append(
        (Wording("known", zh: "已知"), report.items.count { $0.isOpen && $0.isKnown }))
      columns.append((Wording("fixed", zh: "已修复"), comparison.fixed.count))
    }
    let titles = columns.map { $0.0[language] }.joined(separator: " | ")
    let rule = columns.map { _ in "--:" }.joined(separator: " | ")
    let counts = columns.map { "\($0.1)" }.joined(separator: " | ")
    return "| \(titles) |\n| \(rule) |\n| \(counts) |\n"
  }

  private func fixed(_ report: CheckReport) -> String? {
    guard let entries = report.comparison?.fixed, !entries.isEmpty else { return nil }
    let title = Wording("fixed since the baseline", zh: "相对基线已修复")[language]
    let list = entries.prefix(50).map { entry in
      "- \(MarkdownText.escaped(entry.code)) "
        + entry.ids.map(MarkdownText.escaped).joined(separator: ", ") + "\n"
    }
    let more = entries.count > 50 ? "- … +\(entries.count - 50)\n" : ""
    return details(title, list.joined() + more)
  }

  /// The findings by rule, heaviest first; what is only to be known is folded away.
  private func body(_ report: CheckReport, room: Int) -> String {
    var left = room
    var leftOut = 0
    var sections: [String] = []
    var folded: [String] = []
    var groups: [(code: String, items: [ReportItem])] = []
    for item in report.items where item.counts {
      if groups.last?.code != item.finding.code { groups.append((item.finding.code, [])) }
      groups[groups.count - 1].items.append(item)
    }
    for group in groups {
      guard let first = group.items.first?.finding else { continue }
      var text = title(of: first, count: group.items.count, in: report)
      left -= size(text)
      var shown = 0
      for item in group.items {
        let entry = entry(for: item.finding, in: report)
        guard size(entry) < left else { break }
        left -= size(entry)
        text += entry
        shown += 1
      }
      leftOut += group.items.count - shown
      guard shown > 0 else { continue }
      if first.severity == .info { folded.append(text) } else { sections.append(text) }
    }
    if !folded.isEmpty {
      let title = Wording("to know (\(report.count(.info)))", zh: "提示（\(report.count(.info))）")
      sections.append(details(title[language], folded.joined(separator: "\n")))
    }
    if leftOut > 0 {
      let note = Wording(
        "\(leftOut) more findings have no room here", zh: "另有 \(leftOut) 项发现未列出")
      sections.append("*\(note[language])*\n")
    }
    return sections.map { "\n" + $0 }.joined()
  }

  private func size(_ text: String) -> Int { text.unicodeScalars.count }

  private func title(of finding: Finding, count: Int, in report: CheckReport) -> String {
    let name = MarkdownText.escaped(finding.ruleName)
    let summary = report.guide(finding.code).map { MarkdownText.escaped($0.summary[language]) }
    return "### \(MarkdownText.escaped(finding.code)) \(name) (\(count))\n\n"
      + (summary.map { $0 + "\n\n" } ?? "")
  }

  private func entry(for finding: Finding, in report: CheckReport) -> String {
    let label = finding.severity.label[language]
    let place = report.place(of: finding).map { link($0) + " " } ?? ""
    var text = "- **\(label)** \(place)\(MarkdownText.escaped(finding.message[language]))\n"
    for (party, location) in finding.furtherParties {
      text += "  - \(MarkdownText.escaped(party.title)): \(link(location))\n"
    }
    if let sheet = finding.sheet {
      text += "  - " + MarkdownText.escaped(sheet.phrase[language]) + "\n"
    }
    if let anchor = finding.anchorText {
      text += "  - " + Wording("at \(anchor)", zh: "位置 \(anchor)")[language] + "\n"
    }
    if !finding.statements.isEmpty {
      let list = finding.statements.map(MarkdownText.escaped).joined(separator: ", ")
      text += "  - " + Wording("statement \(list)", zh: "涉及陈述 \(list)")[language] + "\n"
    }
    if let lapse = finding.lapsed?.lapse {
      text += "  - \(MarkdownText.escaped(lapse[language]))\n"
    }
    if let help = finding.help {
      let line = Wording("help: \(help.english)", zh: "建议：\(help.chinese)")[language]
      text += "  - \(MarkdownText.escaped(line))\n"
    }
    return text
  }

  private func link(_ location: SourceLocation) -> String {
    let text = MarkdownText.escaped("\(location.file):\(location.line)")
    return "[\(text)](\(linkBase)\(MarkdownText.link(location.file, line: location.line)))"
  }

  private func details(_ title: String, _ text: String) -> String {
    "<details><summary>\(title)</summary>\n\n\(text)\n</details>\n"
  }
}
