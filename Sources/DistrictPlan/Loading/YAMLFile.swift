internal import GeoJSONCoding
internal import PlanFindings
internal import Yams

/// Reads a YAML file into nodes that know where they stand.
enum YAMLFile {
  /// How deep lists and mappings may nest; the parser below recurses.
  private static let depthLimit = 64

  static func root(of source: SourceText) throws(PlanError) -> YAMLNode {
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      throw PlanError(
        location: SourceLocation(file: source.file, line: 1, column: 1),
        message: Wording("the file is not UTF-8", zh: "文件不是 UTF-8 编码"),
        help: Wording("save it as UTF-8", zh: "另存为 UTF-8"))
    }
    try refuseDeepNesting(in: source)
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw PlanError(
          location: SourceLocation(file: source.file, line: 1, column: 1),
          message: Wording("the file is empty", zh: "文件为空"))
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
        message: Wording("YAML syntax error: \(problem)", zh: "YAML 语法错误：\(problem)"))
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
        message: Wording("YAML cannot be read: \(problem)", zh: "无法读取 YAML：\(problem)"))
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
          zh: "列表和映射嵌套超过 \(depthLimit) 层"))
    }
  }
}
