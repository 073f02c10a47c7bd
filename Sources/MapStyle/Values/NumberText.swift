/// Numbers as the text that an expression makes of them.
enum NumberText {
  /// The shortest text that reads back as the same number, in the form ECMAScript gives it.
  static func of(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    if value == 0 { return "0" }
    if let whole = Int64(exactly: value), abs(value) < 1e15 { return String(whole) }
    return (value < 0 ? "-" : "") + positive(abs(value))
  }

  private static func positive(_ value: Double) -> String {
    var digits = ""
    var point = 0
    var exponent = 0
    var isFraction = false
    let description = value.description
    for (index, character) in zip(description.indices, description) {
      if character == "." {
        isFraction = true
      } else if character == "e" {
        exponent = Int(description[description.index(after: index)...]) ?? 0
        break
      } else {
        digits.append(character)
        if !isFraction { point += 1 }
      }
    }
    let leading = digits.prefix { $0 == "0" }.count
    digits.removeFirst(leading)
    while digits.last == "0" { digits.removeLast() }
    point += exponent - leading
    switch point {
    case 1...21 where point >= digits.count:
      return digits + String(repeating: "0", count: point - digits.count)
    case 1...21:
      return "\(digits.prefix(point)).\(digits.dropFirst(point))"
    case -5...0:
      return "0." + String(repeating: "0", count: -point) + digits
    default:
      let fraction = digits.dropFirst()
      return "\(digits.prefix(1))\(fraction.isEmpty ? "" : ".")\(fraction)e"
        + (point > 0 ? "+" : "") + "\(point - 1)"
    }
  }
}
