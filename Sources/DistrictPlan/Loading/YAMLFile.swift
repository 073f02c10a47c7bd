internal import GeoJSONCoding
internal import PlanFindings
internal import Yams

/// Reads a YAML file into nodes that know where they stand.
enum YAMLFile {
  /// How deep lists and mappings may nest; the parser below recurses.
  private static let depthLimit = 64
  /// How many aliases a file may have.
  private static let aliasLimit = 24

  static func root(of source: SourceText) throws(PlanError) -> YAMLNode {
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      throw PlanError(
        location: SourceLocation(file: source.file, line: 1, column: 1),
        message: Wording("the file is not UTF-8", zh: "文件不是 UTF-8 编码"),
        help: Wording("save it as UTF-8", zh: "另存为 UTF-8"))
    }
    try refuseDeepNesting(in: source)
    try refuseManyAliases(in: source)
    do {
      guard let node = try Yams.compose(yaml: text) else {
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
      throw PlanError(
        location: SourceLocation(file: source.file, line: 1, column: 1),
        message: Wording("YAML syntax error: \(error)", zh: "YAML 语法错误：\(error)"))
    }
  }

  private static func planError(for error: YamlError, in source: SourceText) -> PlanError {
    func at(_ mark: Mark?, _ problem: String) -> PlanError {
      PlanError(
        location: SourceLocation(
          file: source.file, line: mark?.line ?? 1, column: mark?.column ?? 1),
        message: Wording("YAML syntax error: \(problem)", zh: "YAML 语法错误：\(problem)"),
        help: Wording(
          "indent with spaces, close every bracket, put texts with ': ' or ' #' in quotes",
          zh: "用空格缩进，括号成对，含“: ”或“ #”的文本加引号"))
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return at(mark, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return at(context.mark, "the key '\(duplicates.first ?? "")' stands twice")
    case .reader(let problem, let offset, _, _):
      let location = source.location(at: offset ?? 0)
      return PlanError(
        location: location,
        message: Wording("YAML cannot be read: \(problem)", zh: "无法读取 YAML：\(problem)"),
        help: Wording("remove the characters that do not show", zh: "删除不可见的字符"))
    default:
      return at(nil, "\(error)")
    }
  }

  /// Counts brackets and indentation before the recursive parser sees them.
  private static func refuseDeepNesting(in source: SourceText) throws(PlanError) {
    var brackets = 0
    var indentation = 0
    var isAtLineStart = true
    for (offset, byte) in source.bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets += 1
        isAtLineStart = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        brackets = max(0, brackets - 1)
        isAtLineStart = false
      case UInt8(ascii: "\n"):
        indentation = 0
        isAtLineStart = true
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"):
        if isAtLineStart { indentation += 1 }
      default:
        isAtLineStart = false
      }
      guard brackets > depthLimit || indentation > depthLimit * 4 else { continue }
      throw PlanError(
        location: source.location(at: offset),
        message: Wording(
          "lists and mappings nest deeper than \(depthLimit) levels",
          zh: "列表和映射嵌套超过 \(depthLimit) 层"),
        help: Wording("plan files nest 5 deep at most", zh: "规划文件最多嵌套 5 层"))
    }
  }

  /// Counts what may be aliases: a few that name one another stand for more values than memory holds.
  private static func refuseManyAliases(in source: SourceText) throws(PlanError) {
    var aliases = 0
    var previous = UInt8(ascii: "\n")
    for (offset, byte) in source.bytes.enumerated() {
      defer { previous = byte }
      guard previous == UInt8(ascii: "*"), offset >= 1, isWordByte(byte) else { continue }
      let before = offset >= 2 ? source.bytes[offset - 2] : UInt8(ascii: "\n")
      guard " \t\n[{,".utf8.contains(before) else { continue }
      aliases += 1
      guard aliases > aliasLimit else { continue }
      throw PlanError(
        location: source.location(at: offset - 1),
        message: Wording("more than \(aliasLimit) aliases", zh: "别名超过 \(aliasLimit) 个"),
        help: Wording("write the values out", zh: "请直接写出各值"))
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_".utf8.contains(byte)
  }
}
