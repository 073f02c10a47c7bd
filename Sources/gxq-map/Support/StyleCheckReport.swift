internal import GeoJSONCoding
internal import MapStyle
internal import Messages

/// What a check of style documents found.
struct StyleCheckReport {
  let checks: [StyleCheck]
  let language: Language

  private var errors: Int { checks.reduce(0) { $0 + $1.errors } }
  private var warnings: Int { checks.reduce(0) { $0 + $1.warnings } }

  /// A block for each fault, then how many there are.
  var text: String {
    let blocks = checks.flatMap { check in
      let text = StyleFaultText(source: check.source, language: language)
      return check.faults.map { text.block(for: $0) + "\n" }
    }
    return blocks.joined() + tally[language] + "\n"
  }

  private var tally: Wording {
    func count(_ number: Int, _ word: String) -> String {
      "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    return Wording(
      "\(count(checks.count, "style")): \(count(errors, "error")), \(count(warnings, "warning"))",
      zh: "\(checks.count) 个样式：\(errors) 个错误，\(warnings) 个警告")
  }

  /// One object with the faults of each file.
  var json: String {
    let files = checks.map { check in
      """
          {
            "file": \(JSONValue.string(check.source.file)),
            "errors": \(check.errors),
            "warnings": \(check.warnings),
            "faults": \(lines(check.faults.map(object)))
          }
      """
    }
    let list = files.isEmpty ? "[]" : "[\n" + files.joined(separator: ",\n") + "\n  ]"
    return """
      {
        "program": "gxq-map",
        "version": "\(GxqMap.version)",
        "errors": \(errors),
        "warnings": \(warnings),
        "files": \(list)
      }

      """
  }

  private func lines(_ objects: [JSONValue]) -> String {
    guard !objects.isEmpty else { return "[]" }
    return "[\n" + objects.map { "        \($0)" }.joined(separator: ",\n") + "\n      ]"
  }

  private func object(_ fault: StyleError) -> JSONValue {
    var members = [
      JSONMember("severity", .string(fault.isWarning ? "warning" : "error")),
      JSONMember("line", .number(fault.location.line)),
      JSONMember("column", .number(fault.location.column)),
      JSONMember("path", .string(fault.path)),
      JSONMember("message", .string(fault.message[language])),
    ]
    if let help = fault.help { members.append(JSONMember("help", .string(help[language]))) }
    return .object(members)
  }
}
