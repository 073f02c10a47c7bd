internal import GeoJSONCoding
internal import Messages

/// A fix as SARIF writes it: which bytes of which files to replace.
enum SARIFFix {
  /// The fix of a finding; `nil` when nobody has worked out its bytes.
  static func value(_ fix: SuggestedFix, _ language: Language) -> JSONValue? {
    guard !fix.replacements.isEmpty else { return nil }
    let files = Dictionary(grouping: fix.replacements, by: \.start.file)
    let changes = files.keys.sorted().map { file -> JSONValue in
      let own = (files[file] ?? []).sorted { $0.start < $1.start }
      return .object([
        JSONMember("artifactLocation", .object(FileURI.artifact(file))),
        JSONMember("replacements", .array(own.map(replacement))),
      ])
    }
    let title = SARIFText.plain(fix.title[language])
    return .object([
      JSONMember("description", .object([JSONMember("text", .string(title))])),
      JSONMember("artifactChanges", .array(changes)),
    ])
  }

  private static func replacement(_ replacement: FileReplacement) -> JSONValue {
    let (start, end) = (replacement.start, replacement.end)
    var members = [
      JSONMember(
        "deletedRegion",
        .object([
          JSONMember("startLine", .number(start.line)),
          JSONMember("startColumn", .number(start.column)),
          JSONMember("endLine", .number(end.line)), JSONMember("endColumn", .number(end.column)),
        ]))
    ]
    if !replacement.text.isEmpty {
      members.append(
        JSONMember("insertedContent", .object([JSONMember("text", .string(replacement.text))])))
    }
    return .object(members)
  }
}
