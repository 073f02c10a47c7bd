import Foundation
import GeoJSONCoding
import MapGeometry
import Messages
import PlanFindings
import PlanTestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Names come from files that anyone may have written; no format may act on them.
struct HostileReportTests {
  static let names = [
    "\"quoted\" and 'single' \\ back", "<script>alert(1)</script>", "a\nb\r\nc\u{85}d\u{2028}e",
    "\u{1B}[2J\u{7}\u{0}", "\u{202E}drawkcab\u{2066}x\u{61C}", "100% %0A %25", "::error::pwned",
    "]]>&amp;<!--", "[a](https://evil.example)", "@everyone #1 www.evil.example", "| a | b |",
    "```\n# big\n```", "👩‍🔧🚧", "\u{FFFE}\u{FFFF}", "", "</title></svg></style>", "${{ x }} $(id)",
    "--- a/b\n+++ c", "区\u{301}域",
  ]

  private func report(_ name: String) throws -> CheckReport {
    let place = SourceLocation(file: "a \(name).geojson", line: 1, column: 3)
    let party = Finding.Party(id: "id \(name)", name: name, location: place, layer: name)
    var finding = Finding(
      code: "A01", ruleName: "rule", severity: .error, message: Wording(name, zh: name),
      parties: [party, Finding.Party(id: name, name: nil, location: nil)],
      anchor: GeoPosition(longitude: 1, latitude: 2), statements: [name],
      help: Wording(name, zh: name))
    finding.lapsed = Acceptance(
      reason: name, owner: name, conflict: name, until: name, location: place)
    var accepted = finding
    accepted.acceptance = finding.lapsed
    var summary = CheckSummary()
    summary.runs = [
      RuleRun(
        code: "A01", name: "rule", isOff: false, on: [name], with: [name], layers: [name],
        location: place, features: 1, partners: 1, pairs: 1, belowNoiseFloor: 0, seconds: 0)
    ]
    var report = CheckReport(
      findings: [finding, accepted], summary: summary, version: "1", titles: [name])
    report.background = ReportBackground { _ in .point(GeoPosition(longitude: 1, latitude: 2)) }
    report.background.files[place.file] = SourceText(file: place.file, "x \(name)\n")
    report.compare(
      with: Baseline([Baseline.Entry(fingerprint: name, code: name, ids: [name])])
    ) { _ in true }
    return report
  }

  /// Whether a text steers a terminal, or breaks a line where there should be one.
  private func isQuiet(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: true
      case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
  }

  @Test(arguments: names)
  func textsForPeopleAreQuiet(name: String) throws {
    let report = try report(name)
    for language in Language.allCases {
      let texts = [
        TextReporter(language: language, isColored: false, showsAll: true).text(of: report),
        MarkdownReporter(language: language).text(of: report),
        HTMLReporter(language: language).text(of: report),
        JUnitReporter(language: language).text(of: report),
        GitHubReporter(language: language).text(of: report),
      ]
      for text in texts { #expect(isQuiet(text), "\(text.debugDescription)") }
    }
  }

  @Test(arguments: names)
  func oneFindingIsOneWorkflowCommand(name: String) throws {
    let text = GitHubReporter(language: .english).text(of: try report(name))
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::") } == 1)
    #expect(lines.first?.hasPrefix("::error file=") == true)
    // The properties end at the first '::' after the command's own.
    let properties = try #require(lines.first?.dropFirst(2).firstRange(of: "::"))
    let list = lines[0][..<properties.lowerBound].dropFirst("::error ".count)
    #expect(
      list.split(separator: ",").map { String($0.prefix { $0 != "=" }) } == [
        "file", "line", "endLine", "col", "endColumn", "title",
      ])
  }

  @Test(arguments: names)
  func jsonFormatsAreJSON(name: String) throws {
    let report = try report(name)
    for reporter in [
      JSONReporter(language: .english) as any Reporter, SARIFReporter(language: .chinese),
      GitLabReporter(language: .english), GeoJSONReporter(language: .chinese),
    ] {
      let text = reporter.text(of: report)
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
      #expect(throws: Never.self) { try JSONParser.parse(SourceText(file: "", text)) }
    }
    let lines = NDJSONReporter(language: .english).text(of: report)
    for line in lines.utf8.split(separator: 0x0A) {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line)) }
    }
    #expect(lines.utf8.split(separator: 0x0A).count == 5)
  }

  @Test(arguments: names)
  func xmlIsWellFormedAndKeepsWhatItMay(name: String) throws {
    let text = JUnitReporter(language: .english).text(of: try report(name))
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "") \(text)")
  }

  @Test(arguments: names)
  func aPageHasNoElementButItsOwn(name: String) throws {
    let text = HTMLReporter(language: .english).text(of: try report(name))
    #expect(!text.contains("<script"))
    #expect(text.components(separatedBy: "<style>").count == 2)
    #expect(
      text.components(separatedBy: "</svg>").count == text.components(separatedBy: "<svg").count)
    // What the browser is left with once the page's own elements are taken away.
    let plain = try HTMLReporter(language: .english).text(of: report("name"))
    #expect(text.components(separatedBy: "<").count == plain.components(separatedBy: "<").count)
  }

  @Test(arguments: names)
  func markdownRingsNobodyAndLeadsNowhere(name: String) throws {
    let text = MarkdownReporter(language: .english).text(of: try report(name))
    // Without the targets of our own links, and without brackets that are escaped.
    let read = text.replacing(/\]\([^()]*#L1\)/, with: "]").replacing("\\]", with: "")
    for trap in ["<script", "](", "@everyone", "www.evil", "://", " #1"] {
      #expect(!read.contains(trap), "\(read)")
    }
    let plain = try MarkdownReporter(language: .english).text(of: report("name"))
    #expect(text.split(separator: "\n").count == plain.split(separator: "\n").count)
  }

  @Test(arguments: names)
  func sarifMessagesHoldNoLinks(name: String) throws {
    let text = SARIFReporter(language: .english).text(of: try report(name))
    let json = try JSONParser.parse(SourceText(file: "", text))
    let result = json["runs"]?.array?.first?["results"]?.array?.first
    #expect(result?["message"]?["text"]?.text?.contains("](") == false)
    let uri = result?["locations"]?.array?.first?["physicalLocation"]?["artifactLocation"]?["uri"]
    #expect(uri?.text?.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } == true)
    #expect(uri?.text?.removingPercentEncoding == "a \(name).geojson")
  }

  @Test(arguments: names)
  func aPlaceOnTheMapIsReadBack(name: String) throws {
    let text = GeoJSONReporter(language: .english).text(of: try report(name))
    let collection = try GeoJSONReader.read(SourceText(file: "", text))
    #expect(collection.faults.isEmpty && collection.features.count == 2)
    #expect(collection.features.first?["message"]?.text == name)
  }
}
