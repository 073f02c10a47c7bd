/// Bytes of an SVG file in the making; numbers and text are written without Foundation.
struct SVGBytes {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Forgets the bytes and keeps their room.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ more: [UInt8]) { bytes += more }

  mutating func append(_ more: SVGBytes) { bytes += more.bytes }

  /// Appends text that holds nothing XML would misread.
  mutating func plain(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends text with markup characters escaped; characters XML forbids are left out.
  mutating func escaped(_ text: String) {
    // Characters of up to 16 bits may be forbidden ones, but most text is free of any trouble.
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != 0xEF && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
        && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
    }
    if isPlain { return plain(text) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"": raw("&quot;")
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Appends an attribute with its leading space.
  mutating func attribute(_ name: StaticString, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    escaped(value)
    raw("\"")
  }

  mutating func attribute(_ name: StaticString, _ value: Double) {
    raw(" ")
    raw(name)
    raw("=\"")
    number(value)
    raw("\"")
  }

  /// Appends a number with at most two decimals and no negative zero.
  mutating func number(_ value: Double) {
    let bounded = value.isFinite ? max(-9e12, min(9e12, value)) : 0
    hundredths(Int((bounded * 100).rounded()))
  }

  /// Appends numbers with spaces between them.
  mutating func numbers(_ values: [Double]) {
    for (index, value) in values.enumerated() {
      if index > 0 { raw(" ") }
      number(value)
    }
  }

  mutating func hundredths(_ value: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { room in
      var text = DigitRoom(room)
      text.put(hundredths: value)
      bytes.append(contentsOf: text.written)
    }
  }

  /// Appends a whole number that is not negative.
  mutating func integer(_ value: Int) {
    guard value >= 10 else {
      bytes.append(UInt8(ascii: "0") + UInt8(value))
      return
    }
    integer(value / 10)
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }

  /// Appends a colour as `#rrggbb`.
  mutating func color(_ rgb: UInt32) {
    bytes.append(UInt8(ascii: "#"))
    for shift in stride(from: 20, through: 0, by: -4) {
      let digit = UInt8((rgb >> UInt32(shift)) & 0xF)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  /// Appends path data; points that fall on the one before are left out.
  mutating func path(_ outlines: [[PaperPoint]], isClosed: Bool) {
    for outline in outlines { path(outline[...], isClosed: isClosed) }
  }

  /// Appends the path data of one outline.
  mutating func path(_ outline: ArraySlice<PaperPoint>, isClosed: Bool) {
    var last: (Int, Int)?
    var isFirst = true
    let points = isClosed ? outline.dropLast() : outline
    // A number in hundredths has 22 characters at most; it is quicker to ask for room once than for each.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: points.count * 48) { room in
      var text = DigitRoom(room)
      for index in points.indices {
        let here = ((points[index].x * 100).nearest, (points[index].y * 100).nearest)
        if let last, last == here, isClosed || index + 1 < points.endIndex { continue }
        text.put(isFirst ? UInt8(ascii: "M") : UInt8(ascii: " "))
        text.put(hundredths: here.0)
        text.put(UInt8(ascii: ","))
        text.put(hundredths: here.1)
        last = here
        isFirst = false
      }
      bytes.append(contentsOf: text.written)
    }
    if isClosed { raw("Z") }
  }

  /// Appends a number that is not negative with six decimals.
  mutating func millionths(_ value: Double) {
    let whole = Int((max(0, min(9e9, value)) * 1_000_000).rounded())
    integer(whole / 1_000_000)
    bytes.append(UInt8(ascii: "."))
    let digits = String(whole % 1_000_000)
    bytes += Array(String(repeating: "0", count: 6 - digits.utf8.count).utf8) + Array(digits.utf8)
  }

  /// Appends path data of a smooth line through points (Catmull and Rom's).
  mutating func smooth(_ points: [PaperPoint]) {
    guard let first = points.first else { return }
    raw("M")
    numbers([first.x, first.y])
    for index in points.indices.dropLast() {
      let (a, b) = (points[index], points[index + 1])
      let before = points[max(0, index - 1)]
      let after = points[min(points.count - 1, index + 2)]
      raw("C")
      numbers([
        a.x + (b.x - before.x) / 6, a.y + (b.y - before.y) / 6, b.x - (after.x - a.x) / 6,
        b.y - (after.y - a.y) / 6, b.x, b.y,
      ])
    }
  }
}

extension Double {
  /// The nearest whole number, halves away from zero: what `rounded()` gives, without a call of the C library.
  @inline(__always)
  fileprivate var nearest: Int {
    let whole = Int(self)
    let rest = self - Double(whole)
    return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
  }
}
