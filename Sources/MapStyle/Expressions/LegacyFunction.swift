import GeoJSONCoding

/// Functions with stops, which came before expressions, written as expressions.
struct LegacyFunction {
  let function: JSONValue
  let specification: PropertySpecification

  /// Whether a value is such a function, whatever its faults.
  static func isFunction(_ value: JSONValue) -> Bool { value.object != nil }

  /// The expression that gives what the function gives; `nil` when the function has no stops.
  var expression: JSONValue? {
    guard let stops else { return identity }
    if stops.first?.input.object != nil { return zoomAndProperty(stops) }
    return function["property"] == nil ? zoom(stops) : property(stops, base: function)
  }

  private struct Stop {
    var input: JSONValue
    var output: JSONValue
  }

  private var stops: [Stop]? {
    guard let pairs = function["stops"]?.array else { return nil }
    let hasTokens = specification.traits.contains(.tokens) && function["property"] == nil
    return pairs.compactMap { pair in
      guard let parts = pair.array, parts.count == 2 else { return nil }
      if hasTokens, parts[0].object == nil, parts[1].text != nil {
        return Stop(input: parts[0], output: TokenText.expression(parts[1]))
      }
      return Stop(input: parts[0], output: literal(parts[1]))
    }
  }

  /// A value as an expression; arrays and objects have to be marked.
  private func literal(_ value: JSONValue) -> JSONValue {
    value.array == nil && value.object == nil ? value : call("literal", value)
  }

  private func call(_ name: String, _ arguments: JSONValue...) -> JSONValue {
    JSONValue(.array([.string(name)] + arguments), offset: function.offset)
  }

  private func list(_ elements: [JSONValue]) -> JSONValue {
    JSONValue(.array(elements), offset: function.offset)
  }

  private func get(_ function: JSONValue) -> JSONValue {
    call("get", function["property"] ?? .string(""))
  }

  private var identity: JSONValue? {
    let value = get(function)
    guard let fallback = function["default"] else {
      return specification.kind == .text ? call("string", value) : value
    }
    switch specification.kind {
    case .choice(let words):
      return call("match", value, list(words.map { .string($0) }), value, fallback)
    case .color: return call("to-color", value, literal(fallback))
    case .number: return call("number", value, literal(fallback))
    case .boolean: return call("boolean", value, literal(fallback))
    case .text: return call("string", value, literal(fallback))
    case .numbers(let count):
      return array("number", count, value, fallback)
    case .strings(let count):
      return array("string", count, value, fallback)
    case .choices:
      return array("string", nil, value, fallback)
    default: return call("coalesce", value, literal(fallback))
    }
  }

  private func array(
    _ item: String, _ count: Int?, _ value: JSONValue, _ fallback: JSONValue
  ) -> JSONValue {
    call("array", .string(item), count.map { .number($0) } ?? .null, value, literal(fallback))
  }

  /// The kind of function, by its own word or by what the property can do.
  private func kind(of function: JSONValue) -> String {
    function["type"]?.text
      ?? (specification.traits.contains(.smooth) ? "exponential" : "interval")
  }

  private var interpolate: String {
    switch function["colorSpace"]?.text {
    case "hcl": "interpolate-hcl"
    case "lab": "interpolate-lab"
    default: "interpolate"
    }
  }

  private func curve(_ base: JSONValue?) -> JSONValue {
    guard let base, base.number != 1 else { return call("linear") }
    return call("exponential", base)
  }

  private func zoom(_ stops: [Stop]) -> JSONValue {
    kind(of: function) == "exponential"
      ? interpolation(curve(function["base"]), call("zoom"), stops)
      : step(call("zoom"), stops)
  }

  private func property(_ stops: [Stop], base function: JSONValue) -> JSONValue {
    let value = get(function)
    let fallback = function["default"]
    switch kind(of: function) {
    case "categorical":
      let otherwise = fallback.map(literal) ?? specificationDefault
      if stops.first?.input.bool != nil {
        let branches = stops.flatMap { [call("==", value, $0.input), $0.output] }
        return list([.string("case")] + branches + [otherwise])
      }
      return list([.string("match"), value] + pairs(stops) + [otherwise])
    case "interval":
      return guarded(step(call("number", value), stops), fallback, value)
    default:
      return guarded(
        interpolation(curve(function["base"]), call("number", value), stops), fallback, value)
    }
  }

  /// A curve that gives way to the default where the property is no number.
  private func guarded(_ curve: JSONValue, _ fallback: JSONValue?, _ value: JSONValue) -> JSONValue
  {
    guard let fallback else { return curve }
    return call(
      "case", call("==", call("typeof", value), .string("number")), curve, literal(fallback))
  }

  private func zoomAndProperty(_ stops: [Stop]) -> JSONValue {
    // Plain arrays: optimising a list of pairs of JSON values crashes Swift 6.3.1.
    var zooms: [JSONValue] = []
    var groups: [[Stop]] = []
    for stop in stops {
      let zoom = stop.input["zoom"] ?? .null
      let inner = Stop(input: stop.input["value"] ?? .null, output: stop.output)
      let number = zoom.number
      if let index = zooms.firstIndex(where: { $0.number == number }) {
        groups[index].append(inner)
      } else {
        zooms.append(zoom)
        groups.append([inner])
      }
    }
    let curves = zooms.indices.map { index in
      Stop(input: zooms[index], output: property(groups[index], base: function))
    }
    return specification.traits.contains(.smooth)
      ? interpolation(call("linear"), call("zoom"), curves) : step(call("zoom"), curves)
  }

  private func interpolation(_ curve: JSONValue, _ input: JSONValue, _ stops: [Stop]) -> JSONValue {
    list([.string(interpolate), curve, input] + pairs(stops))
  }

  private func step(_ input: JSONValue, _ stops: [Stop]) -> JSONValue {
    guard let first = stops.first else { return list([.string("step"), input]) }
    let rest = pairs(stops).dropFirst(2)
    // A curve of one stop is the same everywhere; the language wants a second one.
    return list(
      [.string("step"), input, first.output] + (rest.isEmpty ? [.number(0), first.output] : rest))
  }

  /// Inputs and outputs in turn; an input that is repeated counts once.
  private func pairs(_ stops: [Stop]) -> [JSONValue] {
    var result: [JSONValue] = []
    for stop in stops where result.isEmpty || result[result.count - 2] != stop.input {
      result += [stop.input, stop.output]
    }
    return result
  }

  private var specificationDefault: JSONValue {
    switch specification.defaultValue {
    case .null: specification.kind == .image ? .string("") : .null
    case let value: literal(JSONValue(writing: value, offset: function.offset))
    }
  }
}

extension JSONValue {
  /// Creates JSON from a value that has a form there.
  init(writing value: StyleValue, offset: Int) {
    let kind: Kind =
      switch value {
      case .null, .collator: .null
      case .bool(let value): .bool(value)
      case .number(let value): .number(value, literal: NumberText.of(value))
      case .string, .color, .formatted, .image: .string(value.text)
      case .array(let elements): .array(elements.map { JSONValue(writing: $0, offset: offset) })
      case .object(let members):
        .object(
          members.sorted { $0.key < $1.key }.map {
            JSONMember($0.key, JSONValue(writing: $0.value, offset: offset))
          })
      }
    self.init(kind, offset: offset)
  }
}
