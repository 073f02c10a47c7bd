internal import GeoJSONCoding
internal import Messages
internal import PlanFindings
internal import Yams

/// A value of `sheets.yaml` that knows where it stands; reading it throws at the first fault.
struct SheetYAML {
  let node: Node
  let file: String

  var location: SourceLocation {
    SourceLocation(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  static func root(of source: SourceText) throws(RenderError) -> SheetYAML {
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      throw RenderError(
        location: source.location(at: 0),
        message: Wording("the file is not UTF-8", zh: "文件不是 UTF-8 编码"),
        help: Wording("save it as UTF-8", zh: "另存为 UTF-8"))
    }
    guard NestingDepth.isHarmless(source.bytes) else {
      throw RenderError(
        location: source.location(at: 0),
        message: Wording("lists and mappings nest too deep", zh: "列表和映射嵌套过深"))
    }
    do {
      if let node = try Yams.compose(yaml: text, .basic) {
        return SheetYAML(node: node, file: source.file)
      }
    } catch let error as YamlError {
      throw syntaxError(error, in: source)
    } catch {
      throw RenderError(
        location: source.location(at: 0),
        message: syntaxError("\(error)"))
    }
    throw RenderError(
      location: source.location(at: 0), message: Wording("the file is empty", zh: "文件为空"))
  }

  private static func syntaxError(_ error: YamlError, in source: SourceText) -> RenderError {
    let (message, mark): (Wording, Mark?) =
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        (syntaxError(problem), mark)
      case .duplicatedKeysInMapping(let duplicates, let context):
        (
          Wording(
            "the key '\(duplicates.first ?? "")' stands twice",
            zh: "键“\(duplicates.first ?? "")”重复"), context.mark
        )
      default: (syntaxError("\(error)"), nil)
      }
    return RenderError(
      location: SourceLocation(file: source.file, line: mark?.line ?? 1, column: mark?.column ?? 1),
      message: message)
  }

  private static func syntaxError(_ problem: String) -> Wording {
    Wording("YAML syntax error: \(problem)", zh: "YAML 语法错误，解析器报告“\(problem)”")
  }
}

extension SheetYAML {
  /// The members of a mapping, each key one of the known ones.
  func mapping(known: [String]) throws(RenderError) -> [String: SheetYAML] {
    guard let mapping = node.mapping else { throw expected(Wording("a mapping", zh: "映射")) }
    var result: [String: SheetYAML] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      guard known.contains(name) else {
        let question = Suggestion.question(for: name, in: known)
        throw RenderError(
          location: SheetYAML(node: key, file: file).location,
          message: Wording(
            "unknown key '\(name)'\(question.english)", zh: "未知的键“\(name)”\(question.chinese)"),
          help: Wording(
            "known keys: \(known.joined(separator: ", "))",
            zh: "可用的键：\(known.joined(separator: "、"))"))
      }
      result[name] = SheetYAML(node: value, file: file)
    }
    return result
  }

  func items() throws(RenderError) -> [SheetYAML] {
    guard let sequence = node.sequence else { throw expected(Wording("a list", zh: "列表")) }
    return sequence.map { SheetYAML(node: $0, file: file) }
  }

  func text() throws(RenderError) -> String {
    guard let scalar = node.scalar, !scalar.string.isEmpty else {
      throw expected(Wording("a text", zh: "文本"))
    }
    return scalar.string
  }

  /// One text or a list of texts.
  func texts() throws(RenderError) -> [String] {
    guard node.sequence != nil else { return [try text()] }
    var result: [String] = []
    for item in try items() { result.append(try item.text()) }
    return result
  }

  /// A number with a unit of length or angle, or none.
  func number(unit: String, in range: ClosedRange<Double>) throws(RenderError) -> Double {
    let text = try text()
    let bare = text.hasSuffix(unit) ? String(text.dropLast(unit.count)) : text
    if let number = Double(bare.filter { $0 != " " }), range.contains(number) { return number }
    throw expected(
      Wording(
        "a number of \(unit) from \(DecimalText.short(range.lowerBound)) to \(DecimalText.short(range.upperBound))",
        zh:
          "\(DecimalText.short(range.lowerBound)) 至 \(DecimalText.short(range.upperBound)) 的数值（\(unit)）"
      ))
  }

  func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) throws(RenderError) -> Word
  where Word.RawValue == String {
    let text = try text()
    if let word = Word(rawValue: text) { return word }
    throw unknown(text, known: Word.allCases.map(\.rawValue))
  }

  func unknown(_ word: String, known: [String]) -> RenderError {
    let question = Suggestion.question(for: word, in: known)
    return RenderError(
      location: location,
      message: Wording(
        "unknown value '\(word)'\(question.english)", zh: "未知的值“\(word)”\(question.chinese)"),
      help: Wording(
        "known values: \(known.joined(separator: ", "))",
        zh: "可用的值：\(known.joined(separator: "、"))"))
  }

  func expected(_ what: Wording) -> RenderError {
    let found =
      node.sequence != nil
      ? Wording("a list", zh: "列表")
      : node.mapping != nil
        ? Wording("a mapping", zh: "映射")
        : Wording("'\(node.scalar?.string ?? "")'", zh: "“\(node.scalar?.string ?? "")”")
    return RenderError(
      location: location,
      message: Wording(
        "expected \(what.english), found \(found.english)",
        zh: "应为\(what.chinese)，实际为\(found.chinese)"))
  }

  func missing(_ key: String) -> RenderError {
    RenderError(
      location: location,
      message: Wording("the key '\(key)' is missing", zh: "缺少键“\(key)”"))
  }
}

/// Counts brackets and indentation before a recursive parser sees them.
enum NestingDepth {
  static func isHarmless(_ bytes: [UInt8]) -> Bool {
    var brackets = 0
    var indentation = 0
    var isAtLineStart = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      case UInt8(ascii: "\n"):
        indentation = 0
        isAtLineStart = true
        continue
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"):
        if isAtLineStart { indentation += 1 }
        if indentation > 200 { return false }
        continue
      default: break
      }
      isAtLineStart = false
      if brackets > 32 { return false }
    }
    return true
  }
}
