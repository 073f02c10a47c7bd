/// The outline that SVG path data describes: lines and cubic curves, absolute or relative.
struct PathData {
  private(set) var rings: [[PaperPoint]] = []
  private var ring: [PaperPoint] = []
  private var pen = PaperPoint(x: 0, y: 0)

  /// How many lines a curve becomes.
  private let steps: Int

  /// `nil` for arcs, quadratic and smooth curves, and for what is no path.
  init?(_ text: String, steps: Int = 10) {
    self.steps = steps
    var tokens = Self.tokens(of: text)[...]
    var command: Character = " "
    while let token = tokens.first {
      if let letter = token.first, letter.isLetter {
        command = letter
        tokens.removeFirst()
      }
      let count: Int
      switch command {
      case "M", "m", "L", "l": count = 2
      case "H", "h", "V", "v": count = 1
      case "C", "c": count = 6
      case "Z", "z": count = 0
      default: return nil
      }
      guard tokens.count >= count else { return nil }
      let numbers = tokens.prefix(count).compactMap { Double($0) }
      guard numbers.count == count else { return nil }
      tokens.removeFirst(count)
      step(command, numbers)
      // Further pairs after a move are lines.
      if command == "M" { command = "L" }
      if command == "m" { command = "l" }
      if count == 0, tokens.first?.first?.isLetter == false { return nil }
    }
    close()
  }

  private mutating func step(_ command: Character, _ n: [Double]) {
    let from = command.isLowercase ? pen : PaperPoint(x: 0, y: 0)
    switch command {
    case "M", "m":
      close()
      pen = from.moved(n[0], n[1])
      ring = [pen]
    case "H": draw(PaperPoint(x: n[0], y: pen.y))
    case "h": draw(pen.moved(n[0], 0))
    case "V": draw(PaperPoint(x: pen.x, y: n[0]))
    case "v": draw(pen.moved(0, n[0]))
    case "L", "l": draw(from.moved(n[0], n[1]))
    case "C", "c":
      curve(from.moved(n[0], n[1]), from.moved(n[2], n[3]), to: from.moved(n[4], n[5]))
    default:
      let start = ring.first ?? pen
      close()
      pen = start
    }
  }

  private mutating func draw(_ point: PaperPoint) {
    if ring.isEmpty { ring = [pen] }
    ring.append(point)
    pen = point
  }

  private mutating func curve(_ a: PaperPoint, _ b: PaperPoint, to end: PaperPoint) {
    let start = pen
    for step in 1...steps {
      let t = Double(step) / Double(steps)
      let first = start.interpolated(to: a, at: t).interpolated(
        to: a.interpolated(to: b, at: t), at: t)
      let second = a.interpolated(to: b, at: t).interpolated(
        to: b.interpolated(to: end, at: t), at: t)
      draw(first.interpolated(to: second, at: t))
    }
  }

  private mutating func close() {
    if let first = ring.first, ring.count > 2 {
      rings.append(ring.last == first ? ring : ring + [first])
    }
    ring = []
  }

  /// Letters and numbers; a sign or a second point begins a number.
  private static func tokens(of text: String) -> [Substring] {
    text.matches(of: /[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)/).map(\.output)
  }
}
