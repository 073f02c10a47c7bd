package import GeoJSONCoding
internal import Messages
internal import PlanFindings
internal import Yams

/// Reads a YAML file into nodes that know where they stand.
package enum YAMLFile {
  /// The deepest nesting that the parser follows.
  static let depthLimit = 1000
  /// How many aliases a file may have; each may double what a mapping's key stands for.
  static let aliasLimit = 32

  package static func root(of source: SourceText) throws(PlanError) -> YAMLNode {
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      throw PlanError(
        location: SourceLocation(file: source.file, line: 1, column: 1),
        message: Wording("the file is not UTF-8", zh: "文件不是 UTF-8 编码"),
        help: Wording("save it as UTF-8", zh: "另存为 UTF-8"))
    }
    try refuseManyAliases(in: source)
    do {
      // Every scalar is read as text, so no tags are resolved. The encoding is named, because an
      // environment variable sets the default.
      guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        throw PlanError(
          location: SourceLocation(file: source.file, line: 1, column: 1),
          message: Wording("the file is empty", zh: "文件为空"),
          help: Wording(
            "write its keys, or remove its name from plan.yaml", zh: "写入所需的键，或从 plan.yaml 中去掉该文件名"))
      }
      return YAMLNode(node: node, file: source.file)
    } catch let error as PlanError {
      throw error
    } catch let error as YamlError {
      throw planError(for: error, in: source)
    } catch {
      throw syntaxError("\(error)", at: SourceLocation(file: source.file, line: 1, column: 1))
    }
  }

  private static func planError(for error: YamlError, in source: SourceText) -> PlanError {
    func place(_ mark: Mark?) -> SourceLocation {
      SourceLocation(file: source.file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
    switch error {
    case .parser(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"):
      return PlanError(
        location: place(mark),
        message: Wording(
          "lists and mappings nest deeper than \(depthLimit) levels",
          zh: "列表和映射嵌套超过 \(depthLimit) 层"),
        help: Wording("plan files nest 5 deep at most", zh: "规划文件最多嵌套 5 层"))
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return syntaxError(problem, at: place(mark))
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      return PlanError(
        location: place(context.mark),
        message: Wording("the key '\(key)' stands twice", zh: "键“\(key)”重复"),
        help: Wording("delete one of them", zh: "删除其中一个"))
    case .reader(let problem, let offset, _, let text):
      let end = text.index(text.startIndex, offsetBy: offset ?? 0, limitedBy: text.endIndex)
      let bytes = text[..<(end ?? text.endIndex)].utf8.count
      return syntaxError(problem, at: source.location(at: bytes))
    default:
      return syntaxError("\(error)", at: place(nil))
    }
  }

  private static func syntaxError(_ problem: String, at location: SourceLocation) -> PlanError {
    PlanError(
      location: location,
      message: Wording(
        "YAML syntax error: \(problem)", zh: "YAML 语法错误，解析器报告“\(problem)”"),
      help: Wording(
        "indent with spaces, close every bracket, put texts with ': ' or ' #' in quotes",
        zh: "用空格缩进，括号成对，含“: ”或“ #”的文本加引号"))
  }

  /// Counts what looks like an alias, where anything looks like an anchor.
  ///
  /// A key made of aliases of aliases stands for exponentially many nodes, all of which the parser
  /// visits to tell keys apart.
  private static func refuseManyAliases(in source: SourceText) throws(PlanError) {
    var aliases = 0
    var hasAnchor = false
    var previous = UInt8(ascii: "\n")
    for (offset, byte) in source.bytes.enumerated() {
      defer { previous = byte }
      guard byte == UInt8(ascii: "*") || byte == UInt8(ascii: "&"), isTokenEnd(previous) else {
        continue
      }
      if byte == UInt8(ascii: "&") { hasAnchor = true } else { aliases += 1 }
      guard hasAnchor, aliases > aliasLimit else { continue }
      throw PlanError(
        location: source.location(at: offset),
        message: Wording(
          "the file has more than \(aliasLimit) aliases", zh: "文件的别名超过 \(aliasLimit) 个"),
        help: Wording("write the values out", zh: "请直接写出各值"))
    }
  }

  private static func isTokenEnd(_ byte: UInt8) -> Bool {
    " \t\r\n[{,:?-".utf8.contains(byte) || byte >= 0x80
  }
}
