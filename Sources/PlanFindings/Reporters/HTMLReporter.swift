internal import GeoJSONCoding
public import Messages

/// Findings as one page for a browser: a card and a small map for each, filters, what was verified.
///
/// The page needs no other file, no network and no script.
public struct HTMLReporter: Reporter {
  /// How many findings a page shows; a browser grows slow with more.
  public static let limit = 2_000

  private let language: Language
  private let limit: Int

  /// Creates a reporter.
  public init(language: Language, limit: Int = HTMLReporter.limit) {
    self.language = language
    self.limit = limit
  }

  /// The whole report, ending in a line break.
  public func text(of report: CheckReport) -> String {
    let title = escaped(title(of: report))
    return """
      <!DOCTYPE html>
      <html lang="\(language == .chinese ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title)</title>
      <style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      <body>
      \(Self.hatch)
      <div class="page">
      <header>
      <h1>\(title)</h1>
      <p class="soft">\(escaped(report.tally[language]))</p>
      </header>
      \(tiles(report))
      <main>
      \(sections(report).joined(separator: "\n"))
      \(verified(report))
      </main>
      <footer>gxq-map \(escaped(report.version)) · \(say("on maps north is up", "地图上方为北"))</footer>
      </div>
      </body>
      </html>

      """
  }

  /// The pattern of faulty places; a colour alone would be lost on some.
  private static let hatch = """
    <svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs><pattern id="hatch" \
    width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" \
    height="6" fill="#c8102e" fill-opacity=".22"/><path d="M0,0V6" stroke="#c8102e" \
    stroke-width="2.4"/></pattern></defs></svg>
    """

  private func title(of report: CheckReport) -> String {
    let titles = report.titles.joined(separator: ", ")
    return titles.isEmpty
      ? say("check of the plan", "规划核对")
      : say("check of \(titles)", "\(titles) 核对")
  }

  private func tiles(_ report: CheckReport) -> String {
    let (errors, warnings) = (report.count(.error), report.count(.warning))
    var tiles: [(String, Wording, Int)] = [
      ("error", Wording(errors == 1 ? "error" : "errors", zh: "错误"), errors),
      ("warning", Wording(warnings == 1 ? "warning" : "warnings", zh: "警告"), warnings),
      ("info", Wording("to know", zh: "提示"), report.count(.info)),
      ("accepted", Wording("accepted", zh: "已接受"), report.accepted.count),
    ]
    if let comparison = report.comparison {
      let known = report.items.count { $0.isOpen && $0.isKnown }
      tiles.append(("known", Wording("known", zh: "已知"), known))
      tiles.append(("fixed", Wording("fixed", zh: "已修复"), comparison.fixed.count))
    }
    let boxes = tiles.map { name, title, count in
      "<label class=\"tile \(name)\"><input type=\"checkbox\" id=\"show-\(name)\" checked>"
        + "<b>\(count)</b> \(title[language])</label>"
    }
    return "<fieldset class=\"tiles\"><legend>\(say("show", "显示"))</legend>\n"
      + boxes.joined(separator: "\n") + "\n</fieldset>"
  }

  private func sections(_ report: CheckReport) -> [String] {
    let shown = report.items.prefix(limit)
    let cards = HTMLFinding(language: language)
    var sections: [String] = []
    var groups: [(severity: Severity, code: String, items: [ReportItem])] = []
    for item in shown where item.counts {
      let finding = item.finding
      if groups.last?.code != finding.code || groups.last?.severity != finding.severity {
        groups.append((finding.severity, finding.code, []))
      }
      groups[groups.count - 1].items.append(item)
    }
    for group in groups {
      sections.append(
        "<section class=\"\(group.severity.rawValue)\">\n\(heading(group.items, in: report))\n"
          + group.items.map { cards.card($0, in: report) }.joined(separator: "\n")
          + "\n</section>")
    }
    let accepted = shown.filter { !$0.isOpen }
    let known = shown.filter { $0.isOpen && $0.isKnown }
    for (name, title, items) in [
      ("accepted", say("accepted", "已接受"), accepted), ("known", say("known", "已知"), known),
    ] where !items.isEmpty {
      sections.append(
        "<section class=\"\(name)\">\n<h2>\(title) <span class=\"count\">\(items.count)</span></h2>\n"
          + items.map { cards.card($0, in: report) }.joined(separator: "\n") + "\n</section>"
      )
    }
    if let fixed = fixed(report) { sections.append(fixed) }
    if report.items.count > shown.count {
      let rest = report.items.count - shown.count
      sections.append(
        "<p>\(say("\(rest) more findings are not shown; --format json has all", "另有 \(rest) 项发现未显示，全部见 --format json"))</p>"
      )
    }
    return sections
  }

  private func heading(_ items: [ReportItem], in report: CheckReport) -> String {
    guard let finding = items.first?.finding else { return "" }
    var lines = [
      "<h2><code>\(escaped(finding.code))</code> \(escaped(finding.ruleName)) "
        + "<span class=\"count\">\(items.count)</span></h2>"
    ]
    guard let guide = report.guide(finding.code) else { return lines[0] }
    lines.append("<p>\(escaped(guide.summary[language]))</p>")
    var parts = [(say("why", "缘由"), guide.rationale), (say("fix", "处理"), guide.fix)]
    if let trap = guide.trap { parts.append((say("trap", "易错"), trap)) }
    let list = parts.map { "<dt>\($0.0)</dt><dd>\(escaped($0.1[language]))</dd>" }.joined()
    lines.append(
      "<details><summary>\(say("about this rule", "规则说明"))</summary><dl>\(list)</dl></details>")
    return lines.joined(separator: "\n")
  }

  private func fixed(_ report: CheckReport) -> String? {
    guard let entries = report.comparison?.fixed, !entries.isEmpty else { return nil }
    let list = entries.prefix(limit).map { entry in
      "<li><code>\(escaped(entry.code))</code> "
        + entry.ids.map { "<bdi>\(escaped($0))</bdi>" }.joined(separator: ", ") + "</li>"
    }
    return "<section class=\"fixed\">\n<h2>\(say("fixed since the baseline", "相对基线已修复")) "
      + "<span class=\"count\">\(entries.count)</span></h2>\n<ul>\n"
      + list.joined(separator: "\n") + "\n</ul>\n</section>"
  }

  private func verified(_ report: CheckReport) -> String {
    let titles = [
      (say("rule", "规则"), false), (say("on", "对象"), false), (say("with", "对照"), false),
      (say("features", "要素"), true), (say("pairs", "要素对"), true), (say("findings", "发现"), true),
    ]
    let head = titles.map { "<th scope=\"col\"\($0.1 ? " class=\"n\"" : "")>\($0.0)</th>" }.joined()
    let rows = report.summary.runs.map { run in
      let off = run.isOff ? " <span class=\"soft\">off</span>" : ""
      let on = run.on.isEmpty ? say("all features", "全部要素") : run.on.joined(separator: ", ")
      return "<tr><td><code>\(escaped(run.code))</code> \(escaped(run.name))\(off)</td>"
        + "<td>\(escaped(on))</td><td>\(escaped(run.with.joined(separator: ", ")))</td>"
        + "<td class=\"n\">\(run.features)</td><td class=\"n\">\(run.pairs)</td>"
        + "<td class=\"n\">\(run.found.count)</td></tr>"
    }
    let table =
      rows.isEmpty
      ? ""
      : "\n<details><summary>\(say("every run", "逐次运行"))</summary><div class=\"scroll\" tabindex=\"0\"><table>"
        + "\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows.joined(separator: "\n"))\n</tbody>"
        + "\n</table></div></details>"
    return "<section>\n<h2>\(say("what was looked at", "核验范围"))</h2>\n"
      + "<p>\(escaped(report.proof[language]))</p>\(table)\n</section>"
  }

  private func escaped(_ text: String) -> String { XMLText.escaped(text) }

  private func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }
}
