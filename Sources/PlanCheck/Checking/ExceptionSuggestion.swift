public import DistrictPlan
internal import MapGeometry
public import Messages
public import PlanFindings

/// Entries for `exceptions.yaml` that would accept the open findings of a check, ready to paste.
///
/// The reason is left blank: only a person can know it, and an entry without one is refused.
public enum ExceptionSuggestion {
  /// The entries in the order of the findings, each below its finding; empty when there is none.
  ///
  /// - Parameter today: The day that the entries are dated with.
  public static func text(
    for findings: [Finding], of plan: Plan, today: CalendarDay?, _ language: Language
  ) -> String {
    let open = findings.filter { $0.acceptance == nil }
    var named: [Key: Int] = [:]
    for finding in open { named[key(of: finding, in: plan), default: 0] += 1 }
    return open.filter { !$0.parties.isEmpty }.map { finding in
      let key = key(of: finding, in: plan)
      let ids = key.names.map(YAMLText.scalar).joined(separator: ", ")
      var lines = [
        "  # \(finding.severity.rawValue)[\(finding.code)]: \(PlainText.line(finding.message[language]))",
        "  - rule: \(finding.code)", "    features: [\(ids)]",
      ]
      // The same features may offend a rule in several places, of which one is meant.
      if named[key, default: 0] > 1, let area = area(around: finding) {
        lines.append("    area: [\(area)]")
      }
      lines += ["    reason:", "    owner:"]
      if let today { lines.append("    date: \(today)") }
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private struct Key: Hashable {
    let code: String
    let names: [String]
  }

  private static func key(of finding: Finding, in plan: Plan) -> Key {
    Key(code: finding.code, names: plan.exceptionNames(of: finding).sorted())
  }

  /// The box around a finding with some metres to spare, so that small edits do not leave it.
  private static func area(around finding: Finding) -> String? {
    guard let anchor = finding.anchor,
      let box = Bounds(joining: [Bounds(anchor, anchor), finding.geometry?.bounds])
    else { return nil }
    let wide = box.insetBy(-0.0001)
    return [
      wide.minimum.longitude, wide.minimum.latitude, wide.maximum.longitude, wide.maximum.latitude,
    ].map { DecimalText.trimmed($0, decimals: 5) }.joined(separator: ", ")
  }
}

/// Texts as YAML scalars in a flow sequence.
enum YAMLText {
  /// The text as it is where YAML reads it back so, else in double quotes.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : "\"\(text.unicodeScalars.map(escaped).joined())\""
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    return !words.contains(text.lowercased())
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || "._-/".unicodeScalars.contains($0)
      }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"", "\\": return "\\\(scalar)"
    case _ where PlainText.line(String(scalar)) != String(scalar) || scalar == "\u{FEFF}":
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    default: return String(scalar)
    }
  }
}
