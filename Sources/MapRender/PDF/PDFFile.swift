internal import Messages

/// A PDF as cairo writes it: numbered objects, found by a table at the end.
///
/// Only what cairo writes when asked for PDF 1.4 is understood: no object streams, no updates.
struct PDFFile {
  /// What stands between `obj` and `endobj`, by number; `nil` for a number not in use.
  private(set) var objects: [[UInt8]?]
  /// The number of the catalogue.
  let root: Int
  /// The number of the object that says what the document is.
  let info: Int

  init(_ bytes: [UInt8]) throws(RenderError) {
    guard let start = Self.last("startxref", in: bytes[...]),
      let table = Self.integers(in: bytes[start...], count: 1).first,
      table < bytes.count, Self.starts(bytes[table...], with: "xref"),
      let trailer = Self.first("trailer", in: bytes[table...]),
      let root = Self.reference("/Root", in: bytes[trailer...]),
      let info = Self.reference("/Info", in: bytes[trailer...])
    else { throw Self.strange("it has no table of objects") }
    let head = Self.integers(in: bytes[table...], count: 2)
    guard head.count == 2, head[0] == 0, let lines = bytes[table...].firstIndex(of: 0x0A),
      let entries = bytes[(lines + 1)...].firstIndex(of: 0x0A)
    else { throw Self.strange("its table of objects is in parts") }
    // Every entry has 20 bytes: offset, generation, kind.
    var places: [(offset: Int, number: Int)] = []
    for number in 0..<head[1] {
      let entry = bytes[(entries + 1 + number * 20)...].prefix(20)
      guard entry.count == 20, let offset = Self.integers(in: entry, count: 1).first else {
        throw Self.strange("its table of objects is cut short")
      }
      if entry[entry.startIndex + 17] == UInt8(ascii: "n") { places.append((offset, number)) }
    }
    places.sort { $0.offset < $1.offset }
    objects = Array(repeating: nil, count: head[1])
    for (index, place) in places.enumerated() {
      let end = index + 1 < places.count ? places[index + 1].offset : table
      guard place.offset < end, end <= bytes.count,
        let open = Self.first("obj", in: bytes[place.offset..<end]),
        let close = Self.last("endobj", in: bytes[open..<end])
      else { throw Self.strange("object \(place.number) is not where the table says") }
      objects[place.number] = Array(bytes[open..<(close - 6)])
    }
    (self.root, self.info) = (root, info)
  }

  static func strange(_ what: String) -> RenderError {
    RenderError(
      message: Wording(
        "cairo's PDF is not as expected: \(what)", zh: "cairo 生成的 PDF 与预期不符：\(what)"))
  }
}

extension PDFFile {
  /// Adds an object.
  ///
  /// - Returns: Its number.
  mutating func add(_ text: String) -> Int {
    objects.append(Array(text.utf8))
    return objects.count - 1
  }

  mutating func replace(_ number: Int, with text: String) { objects[number] = Array(text.utf8) }

  /// Puts entries at the end of an object that is a dictionary.
  mutating func extend(_ number: Int, with entries: String) throws(RenderError) {
    guard var body = object(number), let end = Self.last(">>", in: body[...]) else {
      throw Self.strange("object \(number) is no dictionary")
    }
    body.replaceSubrange((end - 2)..<(end - 2), with: Array(entries.utf8))
    objects[number] = body
  }

  func object(_ number: Int) -> [UInt8]? {
    objects.indices.contains(number) ? objects[number] : nil
  }

  /// Whether an object mentions a key.
  func has(_ key: StaticString, in number: Int) -> Bool {
    object(number).map { Self.first(key, in: $0[...]) != nil } ?? false
  }

  /// The object that an entry of another points to.
  func reference(_ key: String, of number: Int) throws(RenderError) -> Int {
    guard let body = object(number), let found = Self.reference(key, in: body[...]) else {
      throw Self.strange("object \(number) has no \(key)")
    }
    return found
  }

  /// Lets an entry of an object point to another.
  mutating func redirect(
    _ key: StaticString, of number: Int, to target: Int
  ) throws(RenderError) {
    guard var body = object(number), let start = Self.first(key, in: body[...]),
      let end = body[start...].firstIndex(of: UInt8(ascii: "R"))
    else { throw Self.strange("object \(number) has no \(key)") }
    body.replaceSubrange(start..<end, with: Array(" \(target) 0 ".utf8))
    objects[number] = body
  }

  /// What stands in an entry's brackets.
  func list(_ key: StaticString, of number: Int) -> String? {
    guard let body = object(number), let start = Self.first(key, in: body[...]),
      let open = body[start...].firstIndex(of: UInt8(ascii: "[")),
      let close = body[open...].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    return String(decoding: body[(open + 1)..<close], as: UTF8.self)
  }

  /// The pages in their order.
  func pages() throws(RenderError) -> [Int] {
    guard let kids = list("/Kids", of: try reference("/Pages", of: root)) else {
      throw Self.strange("it has no list of pages")
    }
    let numbers = Self.integers(in: Array(kids.utf8)[...], count: .max)
    return stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
  }

  /// What a stream holds, unpacked.
  func stream(_ number: Int) throws(RenderError) -> [UInt8] {
    guard let body = object(number), let start = Self.first("stream", in: body[...]),
      let length = try length(ofStream: number), start + 1 + length <= body.count,
      let data = Deflate.unpacked(body[(start + 1)..<(start + 1 + length)])
    else { throw Self.strange("stream \(number) cannot be read") }
    return data
  }

  /// Puts other content into a stream.
  mutating func replaceStream(_ number: Int, with data: [UInt8]) throws(RenderError) {
    guard let packed = Deflate.packed(data) else {
      throw Self.strange("stream \(number) cannot be packed")
    }
    if let body = object(number), let place = Self.reference("/Length", in: body[...]) {
      objects[place] = nil
    }
    let head = "<< /Length \(packed.count)\n   /Filter /FlateDecode\n>>\nstream\n"
    objects[number] = Array("\n\(head)".utf8) + packed + Array("\nendstream\n".utf8)
  }

  private func length(ofStream number: Int) throws(RenderError) -> Int? {
    guard let body = object(number), let key = Self.first("/Length", in: body[...]) else {
      return nil
    }
    guard let place = Self.reference("/Length", in: body[...]) else {
      return Self.integers(in: body[key...], count: 1).first
    }
    return object(place).flatMap { Self.integers(in: $0[...], count: 1).first }
  }

  /// The whole file.
  func bytes() -> [UInt8] {
    var out: [UInt8] = Array("%PDF-1.7\n%".utf8) + [0xB5, 0xED, 0xAE, 0xFB, 0x0A]
    var offsets: [Int?] = []
    for (number, body) in objects.enumerated() {
      offsets.append(body == nil ? nil : out.count)
      guard let body else { continue }
      out += Array("\(number) 0 obj".utf8) + body + Array("endobj\n".utf8)
    }
    let identifier = PDFText.identifier(of: out)
    let start = out.count
    out += Array("xref\n0 \(offsets.count)\n".utf8)
    let free = offsets.indices.filter { offsets[$0] == nil }
    for (number, offset) in offsets.enumerated() {
      // Numbers not in use form a ring that begins and ends at 0.
      let entry = offset ?? free.first { $0 > number } ?? 0
      let digits = String(entry)
      let padding = String(repeating: "0", count: max(0, 10 - digits.utf8.count))
      out += Array((padding + digits).utf8)
      out += Array(
        (offset != nil ? " 00000 n \n" : number == 0 ? " 65535 f \n" : " 00001 f \n").utf8)
    }
    out += Array(
      """
      trailer
      << /Size \(offsets.count) /Root \(root) 0 R /Info \(info) 0 R
         /ID [ \(identifier) \(identifier) ]
      >>
      startxref
      \(start)
      %%EOF

      """.utf8)
    return out
  }
}

extension PDFFile {
  /// The place after the first occurrence of a word.
  static func first(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let word = [UInt8](word.description.utf8)
    guard let head = word.first else { return nil }
    var from = bytes.startIndex
    while let place = bytes[from...].firstIndex(of: head) {
      if bytes[place...].starts(with: word) { return place + word.count }
      from = place + 1
    }
    return nil
  }

  /// The place after the last occurrence of a word.
  static func last(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let word = [UInt8](word.description.utf8)
    guard let head = word.first else { return nil }
    var until = bytes.endIndex
    while let place = bytes[..<until].lastIndex(of: head) {
      if bytes[place...].starts(with: word) { return place + word.count }
      until = place
    }
    return nil
  }

  static func starts(_ bytes: ArraySlice<UInt8>, with word: StaticString) -> Bool {
    bytes.starts(with: Array(word.description.utf8))
  }

  /// The first whole numbers in a text; anything else between them is passed over.
  static func integers(in bytes: ArraySlice<UInt8>, count: Int) -> [Int] {
    var result: [Int] = []
    var number: Int?
    for byte in bytes {
      if (0x30...0x39).contains(byte) {
        number = min((number ?? 0) * 10 + Int(byte - 0x30), 1 << 40)
        continue
      }
      if let whole = number { result.append(whole) }
      number = nil
      if result.count >= count { return result }
    }
    if let number { result.append(number) }
    return result
  }

  /// The number in an entry such as `/Root 69 0 R`.
  static func reference(_ key: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let word = Array(key.utf8) + [0x20]
    var from = bytes.startIndex
    while let place = bytes[from...].firstIndex(of: 0x2F) {
      from = place + 1
      guard bytes[place...].starts(with: word) else { continue }
      let rest = bytes[(place + word.count)...].prefix(24)
      let parts = rest.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A || $0 == 0x2F })
      guard parts.count >= 3, parts[2].first == UInt8(ascii: "R") else { return nil }
      return integers(in: parts[0], count: 1).first
    }
    return nil
  }
}
