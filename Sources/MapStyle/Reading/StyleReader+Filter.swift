import GeoJSONCoding
import Messages

extension StyleReader {
  /// Reads a filter in either language.
  mutating func filter(_ json: JSONValue, in path: String) -> StyleExpression? {
    guard FilterSyntax(json) != .legacy else {
      let before = faults.count
      checkLegacyFilter(json, in: path)
      return faults.count == before ? LegacyFilter.expression(json) : nil
    }
    if let part = FilterSyntax.legacyPart(of: json) {
      let type = part.filter.array.map { $0.count > 1 ? $0[1].text : nil } ?? nil
      fault(
        Wording(
          "\(part.filter.written) is an old filter inside an expression",
          zh: "表达式中的 \(part.filter.written) 是旧式过滤器"), at: part.filter.offset,
        in: path + part.path,
        help: type == "$type"
          ? Wording("compare with [\"geometry-type\"]", zh: "与 [\"geometry-type\"] 比较")
          : Wording(
            "write [\"get\", …] for the property, and [\"!\", …] for what must not be",
            zh: "属性写作 [\"get\", …]，否定写作 [\"!\", …]"),
        isWarning: true)
    }
    var parser = ExpressionParser()
    let expression = parser.parse(json, expecting: .boolean)
    take(parser.faults, in: path)
    guard let expression, parser.faults.isEmpty else { return nil }
    if expression.dependencies.contains(.featureState) {
      fault(
        Wording("'feature-state' in a filter", zh: "过滤器中有“feature-state”"), at: json.offset,
        in: path)
      return nil
    }
    return expression
  }

  private static let operators = [
    "==", "!=", ">", ">=", "<", "<=", "in", "!in", "all", "any", "none", "has", "!has",
  ]

  private mutating func checkLegacyFilter(_ json: JSONValue, in path: String) {
    guard let elements = json.array else { return wrongKind(json, in: path, needed: .anArray) }
    guard let name = elements.first else {
      return fault(
        Wording("a filter without an operator", zh: "过滤器没有运算符"), at: json.offset, in: path)
    }
    guard let word = choice(name, of: Self.operators, in: path + "[0]") else { return }
    switch word {
    case "all", "any", "none":
      for (index, part) in elements.enumerated().dropFirst() {
        checkLegacyFilter(part, in: "\(path)[\(index)]")
      }
    case "has", "!has":
      guard elements.count == 2 else {
        return fault(
          Wording("'\(word)' needs the name of a property", zh: "“\(word)”需要一个属性名"),
          at: json.offset, in: path)
      }
      check(elements[1], .string, in: path + "[1]")
    default:
      checkLegacyComparison(word, elements, json, in: path)
    }
  }

  private mutating func checkLegacyComparison(
    _ word: String, _ elements: [JSONValue], _ json: JSONValue, in path: String
  ) {
    let isType = elements.count > 1 && elements[1].text == "$type"
    if isType, ["<", "<=", ">", ">="].contains(word) {
      fault(
        Wording("'$type' has no order, found '\(word)'", zh: "“$type”不能比较大小，实际用了“\(word)”"),
        at: json.offset, in: path)
    }
    if !word.hasSuffix("in"), elements.count != 3 {
      fault(
        Wording(
          "'\(word)' compares a property with a value, found \(elements.count - 1) arguments",
          zh: "“\(word)”将一个属性与一个值比较，实际有 \(elements.count - 1) 个参数"), at: json.offset, in: path)
    }
    guard elements.count > 1 else { return }
    check(elements[1], .string, in: path + "[1]")
    for (index, value) in elements.enumerated().dropFirst(2) {
      let place = "\(path)[\(index)]"
      if isType {
        _ = choice(value, of: ["Point", "LineString", "Polygon"], in: place)
      } else if value.text == nil, value.number == nil, value.bool == nil {
        wrongKind(value, in: place, needed: .plainValue)
      }
    }
  }
}
