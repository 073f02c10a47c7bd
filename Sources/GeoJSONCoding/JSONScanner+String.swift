import Messages

extension JSONScanner {
  /// The offset of the closing quote when the string at the position is printable ASCII without
  /// escapes; `nil` when a closer look is needed.
  func plainStringEnd() -> Int? {
    var index = position + 1
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { return index }
      guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\\") else { return nil }
      index += 1
    }
    return nil
  }

  /// Reads the string at the position.
  mutating func string() throws(SyntaxError) -> String {
    let opening = position
    var index = position + 1
    var isASCII = true
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        let content = UnsafeBufferPointer(rebasing: bytes[(opening + 1)..<index])
        if !isASCII { try holdUTF8(from: opening + 1, to: index) }
        position = index + 1
        return String(decoding: content, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { return try stringWithEscapes() }
      guard byte >= 0x20 else { throw controlCharacter(at: index) }
      if byte >= 0x80 { isASCII = false }
      index += 1
    }
    throw unclosedString(opening)
  }

  private mutating func stringWithEscapes() throws(SyntaxError) -> String {
    let opening = position
    var text = [UInt8]()
    var index = position + 1
    var plain = index
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        try holdUTF8(from: plain, to: index)
        text.append(contentsOf: bytes[plain..<index])
        position = index + 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try holdUTF8(from: plain, to: index)
        text.append(contentsOf: bytes[plain..<index])
        index = try escape(at: index, into: &text)
        plain = index
      case 0..<0x20: throw controlCharacter(at: index)
      default: index += 1
      }
    }
    throw unclosedString(opening)
  }

  /// Appends what an escape stands for and gives the offset behind it.
  private func escape(at start: Int, into text: inout [UInt8]) throws(SyntaxError) -> Int {
    guard start + 1 < end else {
      throw SyntaxError(Wording("the file ends inside an escape", zh: "文件在转义中途结束"), at: start)
    }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): text.append(0x22)
    case UInt8(ascii: "\\"): text.append(0x5C)
    case UInt8(ascii: "/"): text.append(0x2F)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): return try unicodeEscape(at: start, into: &text)
    default:
      let found = found(at: start + 1)
      throw SyntaxError(
        Wording(
          "\(found.english) after '\\' is no escape of JSON",
          zh: "“\\”之后的\(found.chinese)不是 JSON 的转义"), at: start,
        help: Wording("write a backslash as '\\\\'", zh: "反斜杠写作“\\\\”"))
    }
    return start + 2
  }

  private func unicodeEscape(at start: Int, into text: inout [UInt8]) throws(SyntaxError) -> Int {
    var code = UInt32(try hexadecimal(at: start))
    var next = start + 6
    if (0xD800..<0xDC00).contains(code), next + 1 < end, bytes[next] == UInt8(ascii: "\\"),
      bytes[next + 1] == UInt8(ascii: "u")
    {
      let low = UInt32(try hexadecimal(at: next))
      if (0xDC00..<0xE000).contains(low) {
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        next += 6
      }
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw SyntaxError(
        Wording("half of a surrogate pair stands alone", zh: "代理对只有一半"), at: start)
    }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return next
  }

  private func hexadecimal(at start: Int) throws(SyntaxError) -> UInt16 {
    var code: UInt16 = 0
    for index in (start + 2)..<(start + 6) {
      guard index < end, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
        throw SyntaxError(
          Wording(
            "'\\u' is not followed by 4 hexadecimal digits", zh: "“\\u”之后不是 4 位十六进制数字"), at: start)
      }
      code = code << 4 | UInt16(digit)
    }
    return code
  }

  private func controlCharacter(at index: Int) -> SyntaxError {
    if bytes[index] == 0x0A || bytes[index] == 0x0D {
      return SyntaxError(
        Wording("the line ends inside a string", zh: "字符串未结束就换行"), at: index,
        help: Wording(
          "close the string, or write the line break as '\\n'", zh: "补上引号，或将换行写作“\\n”"))
    }
    let found = found(at: index)
    return SyntaxError(
      Wording("\(found.english) inside a string", zh: "字符串中有\(found.chinese)"), at: index,
      help: Wording("write it as an escape", zh: "写成转义"))
  }

  private func unclosedString(_ opening: Int) -> SyntaxError {
    SyntaxError(
      Wording("the file ends inside a string", zh: "文件在字符串中途结束"), at: opening,
      help: Wording("close the string with '\"'", zh: "补上引号“\"”"))
  }

  /// Throws at the first byte that is not UTF-8.
  func holdUTF8(from start: Int, to limit: Int) throws(SyntaxError) {
    var index = start
    while index < limit {
      let length = utf8Length(at: index, limit: limit)
      guard length > 0 else {
        let hex = String(bytes[index], radix: 16, uppercase: true)
        throw SyntaxError(
          Wording("byte 0x\(hex) is not UTF-8", zh: "字节 0x\(hex) 不是 UTF-8"), at: index,
          help: Wording("save the file as UTF-8", zh: "将文件另存为 UTF-8"))
      }
      index += length
    }
  }

  /// The length of the well-formed sequence here, by table 3-7 of the Unicode standard; 0 for none.
  private func utf8Length(at index: Int, limit: Int) -> Int {
    let lead = bytes[index]
    guard lead >= 0x80 else { return 1 }
    func isTrail(_ step: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + step < limit && range.contains(bytes[index + step])
    }
    switch lead {
    case 0xC2...0xDF: return isTrail(1) ? 2 : 0
    case 0xE0: return isTrail(1, 0xA0...0xBF) && isTrail(2) ? 3 : 0
    case 0xED: return isTrail(1, 0x80...0x9F) && isTrail(2) ? 3 : 0
    case 0xE1...0xEF: return isTrail(1) && isTrail(2) ? 3 : 0
    case 0xF0: return isTrail(1, 0x90...0xBF) && isTrail(2) && isTrail(3) ? 4 : 0
    case 0xF1...0xF3: return isTrail(1) && isTrail(2) && isTrail(3) ? 4 : 0
    case 0xF4: return isTrail(1, 0x80...0x8F) && isTrail(2) && isTrail(3) ? 4 : 0
    default: return 0
    }
  }
}
