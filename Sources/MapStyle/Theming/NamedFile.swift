import GeoJSONCoding
import Messages

/// Reads the JSON files beside styles, themes and palettes; throws at the first fault.
struct NamedFile {
  let source: SourceText
  let root: JSONValue

  /// Reads a file whose first member tells its version: 1.
  init(_ source: SourceText, version key: String, known: [String]) throws(StyleError) {
    self.source = source
    do throws(JSONError) {
      root = try JSONParser.parse(source)
    } catch {
      throw StyleError(location: error.location, message: error.message, help: error.help)
    }
    guard root.object != nil else {
      throw fault(.mistyped(root, needed: .anObject), at: root.offset)
    }
    if let member = root.duplicateMembers.first {
      throw fault(
        Wording(
          "'\(member.key)' stands twice in one object", zh: "同一对象中“\(member.key)”出现两次"),
        at: member.keyOffset)
    }
    try check(root, known: [key] + known)
    let version = try required(key, of: root)
    guard version.integer == 1 else {
      throw fault(
        Wording(
          "'\(key)' is \(version.written); this program reads version 1",
          zh: "“\(key)”为 \(version.written)，本程序读取版本 1"), at: version.offset)
    }
  }

  /// Refuses keys that nothing knows.
  func check(_ object: JSONValue, known: [String]) throws(StyleError) {
    for member in object.object ?? [] where !known.contains(member.key) {
      let question = Suggestion.question(for: member.key, in: known)
      throw fault(
        Wording(
          "unknown property '\(member.key)'\(question.english)",
          zh: "未知的属性“\(member.key)”\(question.chinese)"), at: member.keyOffset)
    }
  }

  func required(_ key: String, of object: JSONValue) throws(StyleError) -> JSONValue {
    guard let value = object[key] else {
      throw fault(Wording("missing property '\(key)'", zh: "缺少属性“\(key)”"), at: object.offset)
    }
    return value
  }

  func text(_ key: String, of object: JSONValue) throws(StyleError) -> String {
    let value = try required(key, of: object)
    guard let text = value.text, !text.isEmpty else {
      throw fault(.mistyped(value, needed: .aString), at: value.offset)
    }
    return text
  }

  /// A wording written as `key` and, in English, `key_en`.
  func wording(_ key: String) throws(StyleError) -> Wording {
    let chinese = try text(key, of: root)
    return Wording(
      root[key + "_en"] == nil ? chinese : try text(key + "_en", of: root), zh: chinese)
  }

  /// A colour in the form it was written in.
  func color(_ value: JSONValue) throws(StyleError) -> StyleColor {
    guard let text = value.text else {
      throw fault(.mistyped(value, needed: Wording("a colour", zh: "颜色")), at: value.offset)
    }
    guard let color = StyleColor(css: text) else {
      let question = Suggestion.question(for: text, in: StyleColor.names.keys)
      throw fault(
        Wording(
          "'\(text)' is no colour\(question.english)", zh: "“\(text)”不是颜色\(question.chinese)"),
        at: value.offset)
    }
    return color
  }

  func fault(_ message: Wording, at offset: Int, help: Wording? = nil) -> StyleError {
    StyleError(location: source.location(at: offset), message: message, help: help)
  }
}
