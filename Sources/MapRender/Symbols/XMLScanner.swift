internal import GeoJSONCoding
internal import Messages

/// Reads the tags of a small XML file one after the other: no document types, no entities of its own.
struct XMLScanner {
  struct Attribute {
    let name: String
    let value: String
    /// The offset of the name.
    let offset: Int
  }

  enum Token {
    case start(name: String, attributes: [Attribute], isEmpty: Bool, offset: Int)
    case end(name: String, offset: Int)
    /// Text that is more than spaces.
    case text(String, offset: Int)
  }

  let source: SourceText
  private var position = 0

  init(_ source: SourceText) {
    self.source = source
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  func fault(_ message: Wording, at offset: Int, help: Wording? = nil) -> RenderError {
    RenderError(location: source.location(at: offset), message: message, help: help)
  }

  /// The next tag or text, comments and processing instructions passed over; `nil` at the end.
  mutating func next() throws(RenderError) -> Token? {
    while position < source.bytes.count {
      let start = position
      guard source.bytes[position] == UInt8(ascii: "<") else {
        let text = try text(until: UInt8(ascii: "<"), from: start)
        if text.contains(where: { !$0.isWhitespace }) { return .text(text, offset: start) }
        continue
      }
      if at("<!--") {
        try skip(past: "-->", from: start)
      } else if at("<?") {
        try skip(past: "?>", from: start)
      } else if at("<![CDATA[") {
        throw fault(Wording("a CDATA section", zh: "CDATA 段"), at: start)
      } else if at("<!") {
        throw fault(
          Wording("a document type declaration", zh: "文档类型声明（DOCTYPE）"), at: start,
          help: Wording(
            "delete it: symbols need none, and entities could pull in other files",
            zh: "请删除：符号不需要它，而实体可能引入其他文件"))
      } else {
        return try tag()
      }
    }
    return nil
  }

  private func at(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { source.bytes.dropFirst(position).starts(with: $0) }
  }

  private mutating func skip(past text: StaticString, from start: Int) throws(RenderError) {
    while position < source.bytes.count {
      if at(text) {
        position += text.utf8CodeUnitCount
        return
      }
      position += 1
    }
    throw unfinished(start)
  }

  private func unfinished(_ start: Int) -> RenderError {
    fault(
      Wording("the file ends before '>' closes what begins here", zh: "此处开始的内容到文件末尾仍未以“>”结束"),
      at: start)
  }

  private mutating func tag() throws(RenderError) -> Token {
    let start = position
    position += 1
    let isEnd = current == UInt8(ascii: "/")
    if isEnd { position += 1 }
    let name = try name(in: start)
    var attributes: [Attribute] = []
    while true {
      skipSpaces()
      guard let byte = current else { throw unfinished(start) }
      if byte == UInt8(ascii: ">") {
        position += 1
        return isEnd
          ? .end(name: name, offset: start)
          : .start(name: name, attributes: attributes, isEmpty: false, offset: start)
      }
      if byte == UInt8(ascii: "/"), !isEnd {
        position += 1
        guard current == UInt8(ascii: ">") else { throw unexpected() }
        position += 1
        return .start(name: name, attributes: attributes, isEmpty: true, offset: start)
      }
      guard !isEnd else { throw unexpected() }
      let attribute = try attribute(in: start)
      guard !attributes.contains(where: { $0.name == attribute.name }) else {
        throw fault(
          Wording(
            "the attribute '\(attribute.name)' stands twice", zh: "属性“\(attribute.name)”重复"),
          at: attribute.offset)
      }
      attributes.append(attribute)
    }
  }

  private var current: UInt8? {
    position < source.bytes.count ? source.bytes[position] : nil
  }

  private func unexpected() -> RenderError {
    let found = current.map { String(UnicodeScalar($0)) } ?? ""
    return fault(
      Wording("unexpected '\(found)' in a tag", zh: "标签中出现“\(found)”"), at: position)
  }

  private mutating func skipSpaces() {
    while let byte = current, [0x20, 0x9, 0xA, 0xD].contains(byte) { position += 1 }
  }

  private mutating func name(in start: Int) throws(RenderError) -> String {
    let begin = position
    while let byte = current, Self.isNameByte(byte) { position += 1 }
    guard position > begin else {
      guard current != nil else { throw unfinished(start) }
      throw unexpected()
    }
    return String(decoding: source.bytes[begin..<position], as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: ":"), 0x80...:
      true
    default: false
    }
  }

  private mutating func attribute(in start: Int) throws(RenderError) -> Attribute {
    let offset = position
    let name = try name(in: start)
    skipSpaces()
    guard current == UInt8(ascii: "=") else { throw unexpected() }
    position += 1
    skipSpaces()
    guard let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw unexpected()
    }
    position += 1
    let value = try text(until: quote, from: start)
    guard current == quote else { throw unfinished(start) }
    position += 1
    return Attribute(name: name, value: value, offset: offset)
  }

  /// The text up to a byte, references resolved.
  private mutating func text(until end: UInt8, from start: Int) throws(RenderError) -> String {
    var result: [UInt8] = []
    while let byte = current, byte != end {
      if byte == UInt8(ascii: "&") {
        result += try reference()
      } else {
        result.append(byte)
        position += 1
      }
    }
    guard let text = String(validating: result, as: UTF8.self) else {
      throw fault(Wording("text that is not UTF-8", zh: "不是 UTF-8 的文本"), at: start)
    }
    return text
  }

  /// The character that `&…;` stands for.
  private mutating func reference() throws(RenderError) -> [UInt8] {
    let start = position
    let end = source.bytes[start...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
    let name = end.map { String(decoding: source.bytes[start + 1..<$0], as: UTF8.self) } ?? ""
    position = (end ?? start) + 1
    switch name {
    case "amp": return [UInt8(ascii: "&")]
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "quot": return [UInt8(ascii: "\"")]
    case "apos": return [UInt8(ascii: "'")]
    default:
      let number =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      if let number, let scalar = Unicode.Scalar(number) { return Array(String(scalar).utf8) }
      throw fault(
        Wording("an entity '&\(name);' that XML does not define", zh: "XML 未定义的实体“&\(name);”"),
        at: start, help: Wording("write the character itself", zh: "请直接写该字符"))
    }
  }
}
