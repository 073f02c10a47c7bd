internal import GeoJSONCoding
internal import MapGeometry
internal import Messages

/// The card of one finding on an HTML page.
struct HTMLFinding {
  let language: Language

  /// The card: what is, who is involved, how much, where, what to do, and a map.
  func card(_ item: ReportItem, in report: CheckReport) -> String {
    let (finding, background) = (item.finding, report.background)
    let state = !item.isOpen ? "accepted" : item.isKnown ? "known" : finding.severity.rawValue
    let label = "\(finding.severity.label[language])[\(finding.code)]"
    var lines = [
      "<article class=\"finding \(state)\" id=\"f-\(item.fingerprint)\">", "<div>",
      "<h3><span class=\"badge\">\(escaped(label))</span>\(escaped(finding.message[language]))</h3>",
    ]
    let map = FindingMap(of: finding, background)
    if !finding.parties.isEmpty {
      lines.append("<ul class=\"parties\">")
      for (index, party) in finding.parties.enumerated() {
        let outline = index < FindingMap.styles ? background.outline(of: party) : nil
        lines.append("<li>\(swatch(outline, index + 1))\(line(for: party))</li>")
      }
      lines.append("</ul>")
    }
    let facts = facts(about: item, in: report)
    if !facts.isEmpty {
      lines.append(
        "<dl>" + facts.map { "<dt>\($0.0[language])</dt><dd>\($0.1)</dd>" }.joined() + "</dl>")
    }
    lines.append("</div>")
    if let map { lines.append(map.svg(title: mapTitle(finding))) }
    lines.append("</article>")
    return lines.joined(separator: "\n")
  }

  /// A sample of how a party is drawn; empty for one that is not.
  private func swatch(_ outline: GeoGeometry?, _ style: Int) -> String {
    guard let outline else { return "<span></span>" }
    let sample =
      switch outline.family {
      case .line: "<path class=\"p p\(style) l\" d=\"M1,7H21\"/>"
      case .point: "<circle class=\"p p\(style) dot\" cx=\"11\" cy=\"7\" r=\"4\"/>"
      default: "<path class=\"p p\(style)\" d=\"M1,1H21V13H1Z\"/>"
      }
    return "<svg width=\"22\" height=\"14\" aria-hidden=\"true\">\(sample)</svg>"
  }

  private func line(for party: Finding.Party) -> String {
    var parts: [String] = []
    if let name = party.name { parts.append("<bdi>\(escaped(name))</bdi>") }
    if !party.isFile, party.id != party.name { parts.append("<code>\(escaped(party.id))</code>") }
    if let location = party.location {
      parts.append("<span class=\"soft mono\">\(escaped("\(location)"))</span>")
    }
    return "<span>\(parts.joined(separator: " "))</span>"
  }

  private func facts(about item: ReportItem, in report: CheckReport) -> [(Wording, String)] {
    let finding = item.finding
    var facts: [(Wording, String)] = []
    if finding.location == nil, let place = report.place(of: finding) {
      let text = "<span class=\"mono\">\(escaped("\(place)"))</span>"
      facts.append((Wording("declared", zh: "声明"), text))
    }
    if let measure = finding.measure {
      let limit = measure.limitText.map {
        Wording(" (limit \($0))", zh: "（限值 \($0)）")[language]
      }
      facts.append((Wording("measure", zh: "数值"), escaped(measure.text + (limit ?? ""))))
    }
    if let sheet = finding.sheet {
      facts.append((Wording("sheet", zh: "图纸"), escaped(sheet.phrase[language])))
    }
    if let anchor = finding.anchorText {
      facts.append((Wording("at", zh: "位置"), "<span class=\"mono\">\(anchor)</span>"))
    }
    if !finding.statements.isEmpty {
      let list = finding.statements.map { "<code>\(escaped($0))</code>" }
      facts.append((Wording("statements", zh: "涉及陈述"), list.joined(separator: " ")))
    }
    if let help = finding.help {
      facts.append((Wording("help", zh: "建议"), escaped(help[language])))
    }
    if let fix = finding.fix {
      facts.append((Wording("fix", zh: "修复"), escaped(fix.title[language])))
    }
    if finding.isDegraded {
      let text = Wording("taken from a repaired copy", zh: "按修复后的副本计算")
      facts.append((Wording("shape", zh: "几何"), text[language]))
    }
    if let acceptance = finding.acceptance {
      let by = [acceptance.owner, acceptance.conflict].compactMap { $0 }
      let text = acceptance.reason + (by.isEmpty ? "" : " (\(by.joined(separator: ", ")))")
      facts.append((Wording("accepted", zh: "已接受"), escaped(text)))
    } else if let lapse = finding.lapsed?.lapse {
      facts.append((Wording("exception", zh: "例外"), escaped(lapse[language])))
    }
    return facts
  }

  private func mapTitle(_ finding: Finding) -> String {
    let names = finding.parties.prefix(FindingMap.styles)
    return Wording(
      "map of " + names.map { "'\($0.title)'" }.joined(separator: ", ")
        + "; the place of the finding is marked",
      zh: "地图：" + names.map { "“\($0.title)”" }.joined(separator: "、") + "；已标出发现所在位置")[language]
  }

  private func escaped(_ text: String) -> String { XMLText.escaped(text) }
}
