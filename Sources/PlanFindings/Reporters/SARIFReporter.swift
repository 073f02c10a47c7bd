internal import GeoJSONCoding
internal import MapGeometry
public import Messages

/// Findings as SARIF 2.1.0, for code hosts and editors.
///
/// A file holds 25 000 results at most, because GitHub refuses more; the heaviest come first, and a
/// notification says how many are left out.
public struct SARIFReporter: Reporter {
  /// How many results GitHub takes of one run.
  public static let limit = 25_000

  private let language: Language
  private let limit: Int
  private let homePage: String?
  private let exitStatus: Int?
  private let object: FindingObject

  /// Creates a reporter; rule codes and keys are the same in every language.
  ///
  /// - Parameter homePage: Where people read about the program; left out when there is no such page.
  /// - Parameter exitStatus: The status that the check leaves with; left out when nobody knows.
  public init(
    language: Language, limit: Int = SARIFReporter.limit, homePage: String? = nil,
    exitStatus: Int? = nil
  ) {
    self.language = language
    self.limit = limit
    self.homePage = homePage
    self.exitStatus = exitStatus
    object = FindingObject(language: language)
  }

  /// The whole report, ending in a line break.
  public func text(of report: CheckReport) -> String {
    let items = report.items.prefix(limit)
    let rules = SARIFRules(report, language)
    let results = items.map { result($0, rules, in: report) }
    let leftOut = report.items.count - items.count
    let home =
      homePage.map {
        "\n        \"informationUri\": \(JSONValue.string($0)),"
      } ?? ""
    return """
      {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/\
      sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
          "tool": {"driver": {
            "name": "gxq-map",
            "version": \(JSONValue.string(report.version)),\(home)
            "rules": \(JSONValue.lines(rules.descriptors, indent: "      "))
          }},
          "language": "\(language == .chinese ? "zh-CN" : "en-US")",
          "columnKind": "unicodeCodePoints",
          "originalUriBaseIds": {"%SRCROOT%": \(Self.root(language))},
          "invocations": [\(invocation(leftOut))],
          "results": \(JSONValue.lines(results, indent: "    "))
        }]
      }

      """
  }

  private static func root(_ language: Language) -> JSONValue {
    let text = Wording("the folder that gxq-map was started in", zh: "运行 gxq-map 的文件夹")
    return .object([
      JSONMember("description", .object([JSONMember("text", .string(text[language]))]))
    ])
  }

  private func invocation(_ leftOut: Int) -> JSONValue {
    var members = [JSONMember("executionSuccessful", .bool(true))]
    members.add("exitCode", exitStatus.map { .number($0) })
    if leftOut > 0 {
      let text = Wording(
        "\(leftOut) findings are left out: a run holds \(limit) results at most",
        zh: "省略 \(leftOut) 项发现：一次运行最多 \(limit) 项结果")
      members.add(
        "toolExecutionNotifications",
        .array([
          .object([
            JSONMember("level", .string("warning")),
            JSONMember("message", message(text[language])),
          ])
        ]))
    }
    return .object(members)
  }

  private func result(
    _ item: ReportItem, _ rules: SARIFRules, in report: CheckReport
  ) -> JSONValue {
    let finding = item.finding
    var members: [JSONMember] = []
    members.add("ruleId", finding.code)
    members.add("ruleIndex", rules.index(of: finding.code).map { .number($0) })
    members.add("level", finding.severity.sarifLevel)
    members.add("message", message(finding.message[language]))
    if let place = report.place(of: finding) {
      var location = [
        JSONMember("physicalLocation", physical(place, report.background))
      ]
      let logical = finding.parties.map(logical)
      if !logical.isEmpty { location.add("logicalLocations", .array(logical)) }
      members.add("locations", .array([.object(location)]))
    }
    let related = finding.furtherParties.enumerated().map { index, other in
      self.related(other.party, at: other.location, id: index + 1, report.background)
    }
    if !related.isEmpty { members.add("relatedLocations", .array(related)) }
    members.add(
      "partialFingerprints",
      .object([
        JSONMember("gxqMapFinding/v1", .string(item.fingerprint)),
        // The one that GitHub looks at; its own hash of the line would change with every edit.
        JSONMember("primaryLocationLineHash", .string(item.fingerprint)),
      ]))
    if report.comparison != nil {
      members.add("baselineState", item.baselineState)
    }
    members.add(
      "suppressions",
      finding.acceptance.map { .array([suppression($0, report.background)]) })
    members.add(
      "fixes", finding.fix.flatMap { SARIFFix.value($0, language) }.map { .array([$0]) })
    members.add("properties", properties(of: finding))
    return .object(members)
  }

  /// What has no place in SARIF: how much, where on the ground, which statements.
  private func properties(of finding: Finding) -> JSONValue? {
    var members: [JSONMember] = []
    members.add("measure", finding.measure.map { .object(object.measure($0)) })
    members.add("sheet", finding.sheet.map { .object(object.sheet($0)) })
    members.add("anchor", finding.anchor.map(object.position))
    if !finding.statements.isEmpty {
      members.add("statements", .array(finding.statements.map { .string($0) }))
    }
    if finding.isDegraded { members.add("degraded", .bool(true)) }
    members.add("help", finding.help?[language])
    return members.isEmpty ? nil : .object(members)
  }

  private func related(
    _ party: Finding.Party, at location: SourceLocation, id: Int, _ background: ReportBackground
  ) -> JSONValue {
    var members = [JSONMember("id", .number(id))]
    members.add("message", message(party.title))
    members.add("physicalLocation", physical(location, background))
    members.add("logicalLocations", .array([logical(party)]))
    return .object(members)
  }

  private func logical(_ party: Finding.Party) -> JSONValue {
    var members = [JSONMember("name", .string(party.id))]
    members.add("fullyQualifiedName", party.layer.map { "\($0)/\(party.id)" })
    members.add("kind", "element")
    return .object(members)
  }

  private func physical(_ location: SourceLocation, _ background: ReportBackground) -> JSONValue {
    let region: [(String, Int)] = [
      ("startLine", location.line), ("startColumn", location.column), ("endLine", location.line),
      ("endColumn", background.endColumn(of: location)),
    ]
    return .object([
      JSONMember("artifactLocation", .object(FileURI.artifact(location.file))),
      JSONMember("region", .object(region.map { JSONMember($0.0, .number(max(1, $0.1))) })),
    ])
  }

  private func suppression(_ acceptance: Acceptance, _ background: ReportBackground) -> JSONValue {
    var members = [
      JSONMember("kind", .string("external")), JSONMember("status", .string("accepted")),
      JSONMember("justification", .string(acceptance.reason)),
    ]
    members.add(
      "location",
      acceptance.location.map {
        .object([JSONMember("physicalLocation", physical($0, background))])
      })
    var properties: [JSONMember] = []
    properties.add("owner", acceptance.owner)
    properties.add("conflict", acceptance.conflict)
    properties.add("until", acceptance.until)
    if !properties.isEmpty { members.add("properties", .object(properties)) }
    return .object(members)
  }

  private func message(_ text: String) -> JSONValue {
    .object([JSONMember("text", .string(SARIFText.plain(text)))])
  }
}

extension Severity {
  /// The level of SARIF.
  var sarifLevel: String { self == .info ? "note" : rawValue }
}

/// Text of a message, in which viewers look for links.
enum SARIFText {
  /// The text with nothing that a viewer takes for a link: a name must not lead anywhere.
  static func plain(_ text: String) -> String {
    PlainText.line(text).split(separator: "](", omittingEmptySubsequences: false)
      .joined(separator: "] (")
  }
}

/// The path of a file as a URI.
enum FileURI {
  /// An artifact location: relative to where gxq-map was started, where the file lies below it.
  static func artifact(_ path: String) -> [JSONMember] {
    guard !path.hasPrefix("/") else {
      return [JSONMember("uri", .string("file://" + encoded(path)))]
    }
    return [
      JSONMember("uri", .string(encoded(path))), JSONMember("uriBaseId", .string("%SRCROOT%")),
    ]
  }

  /// The path with everything escaped that may not stand in a URI (RFC 3986).
  static func encoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-._~/".utf8.contains(byte):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
