import GeoJSONCoding

/// In which of its two languages a filter is written.
enum FilterSyntax {
  case expression
  /// The language before expressions: `["==", "class", "rail"]`.
  case legacy
  /// It means the same in both: `["has", "class"]`.
  case either

  init(_ filter: JSONValue) {
    if filter.bool != nil {
      self = .either
      return
    }
    guard let elements = filter.array, let name = elements.first?.text else {
      self = filter.array?.isEmpty ?? true ? .legacy : .expression
      return
    }
    let arguments = elements.dropFirst()
    let first = arguments.first
    switch name {
    case "has":
      let isSpecial = first?.text == "$id" || first?.text == "$type"
      self = arguments.isEmpty || isSpecial ? .legacy : arguments.count == 1 ? .either : .expression
    case "in":
      let isList = arguments.count >= 2 && arguments[arguments.startIndex + 1].array != nil
      self = arguments.count >= 2 && (first?.text == nil || isList) ? .expression : .legacy
    case "!in", "!has", "none":
      self = .legacy
    case "==", "!=", "<", "<=", ">", ">=":
      let hasExpression = arguments.contains { $0.array != nil }
      self = arguments.count != 2 || hasExpression ? .expression : .legacy
    case "all", "any":
      let parts = arguments.map { FilterSyntax($0) }
      self =
        parts.contains(.expression) ? .expression : parts.contains(.legacy) ? .legacy : .either
    default:
      self = .expression
    }
  }

  /// The first part of an expression that is written in the old language, and where.
  static func legacyPart(
    of filter: JSONValue, at path: String = ""
  ) -> (path: String, filter: JSONValue)? {
    guard let elements = filter.array, let name = elements.first?.text else { return nil }
    let parts: [Int]
    switch name {
    case "all", "any", "none": parts = Array(elements.indices.dropFirst())
    case "!": parts = elements.count > 1 ? [1] : []
    case "case": parts = Array(stride(from: 1, to: elements.count - 1, by: 2))
    default: parts = []
    }
    for index in parts where elements[index].array != nil {
      let place = "\(path)[\(index)]"
      if FilterSyntax(elements[index]) == .legacy { return (place, elements[index]) }
      if let found = legacyPart(of: elements[index], at: place) { return found }
    }
    return nil
  }
}
