import GeoJSONCoding
import Messages

extension StyleReader {
  /// Reads a function with stops.
  mutating func function(
    _ value: JSONValue, _ specification: PropertySpecification, in path: String
  ) -> PropertyValue? {
    let before = faults.count
    var check = FunctionCheck(function: value, specification: specification, path: path)
    check.run(&self)
    guard faults[before...].allSatisfy(\.error.isWarning) else { return nil }
    fault(
      Wording("functions with stops are deprecated", zh: "带 stops 的函数已弃用"), at: value.offset,
      in: path,
      help: Wording(
        "write 'interpolate', 'step' or 'match'", zh: "改用“interpolate”、“step”或“match”"),
      isWarning: true)
    guard let json = LegacyFunction(function: value, specification: specification).expression else {
      return nil
    }
    let (expression, found) = specification.expression(json)
    // The function is sound, so that whatever its expression lacks lies in the function as a whole.
    for fault in found.prefix(1) { self.fault(fault.message, at: value.offset, in: path) }
    return expression.map { PropertyValue(specification: specification, expression: $0) }
  }
}

/// Looks for the faults of one function with stops.
struct FunctionCheck {
  let function: JSONValue
  let specification: PropertySpecification
  let path: String

  private var inputKind: Wording?
  private var lastInput: Double?
  private var lastZoom: Double?
  private var inputs: Set<String> = []

  init(function: JSONValue, specification: PropertySpecification, path: String) {
    self.function = function
    self.specification = specification
    self.path = path
  }

  private var type: String? { function["type"]?.text }
  private var isZoomFunction: Bool { type != "categorical" && function["property"] == nil }
  private var isZoomAndProperty: Bool {
    function["stops"]?.array?.first?.array?.first?.object != nil
  }

  mutating func run(_ reader: inout StyleReader) {
    checkMembers(&reader)
    func refuse(_ kind: Wording) {
      let name = specification.name
      reader.fault(
        Wording("'\(name)' takes no \(kind.english)", zh: "“\(name)”不接受\(kind.chinese)"),
        at: function.offset, in: path)
    }
    if type == "identity", isZoomFunction { reader.missing("property", of: function, in: path) }
    if type != "identity", function["stops"] == nil {
      reader.missing("stops", of: function, in: path)
    }
    if type == "exponential", !specification.traits.contains(.smooth) {
      refuse(Wording("exponential function", zh: "指数函数"))
    }
    if !isZoomFunction, !specification.traits.contains(.feature) {
      refuse(Wording("function of a property", zh: "属性的函数"))
    } else if isZoomFunction, !specification.traits.contains(.zoom) {
      refuse(Wording("function of zoom", zh: "缩放级别的函数"))
    }
    if type == "categorical" || isZoomAndProperty, function["property"] == nil {
      reader.missing("property", of: function, in: path)
    }
    if specification.name == "text-font", type == "identity" {
      refuse(Wording("identity function", zh: "恒等函数"))
    }
  }

  private mutating func checkMembers(_ reader: inout StyleReader) {
    let types = ["identity", "exponential", "interval", "categorical"]
    let shapes: [String: Shape] = [
      "base": .number(min: 0), "property": .string, "type": .choice(types),
      "colorSpace": .choice(["rgb", "lab", "hcl"]), "expression": .any,
    ]
    for member in function.object ?? [] {
      let place = "\(path).\(member.key)"
      switch member.key {
      case "stops": checkStops(member.value, in: place, &reader)
      case "default": _ = reader.constantOrExpression(member.value, specification, in: place)
      default:
        guard let shape = shapes[member.key] else {
          reader.unknown(member, in: path, known: Array(shapes.keys) + ["stops", "default"])
          continue
        }
        reader.check(member.value, shape, in: place)
      }
    }
  }

  private mutating func checkStops(
    _ value: JSONValue, in place: String, _ reader: inout StyleReader
  ) {
    if type == "identity" {
      return reader.fault(
        Wording("an identity function with stops", zh: "恒等函数带有 stops"), at: value.offset, in: place)
    }
    guard let stops = value.array else {
      return reader.wrongKind(value, in: place, needed: .anArray)
    }
    if stops.isEmpty {
      reader.fault(
        Wording("a function without a stop", zh: "函数没有任何 stop"), at: value.offset, in: place)
    }
    for (index, stop) in stops.enumerated() { checkStop(stop, in: "\(place)[\(index)]", &reader) }
  }

  private mutating func checkStop(
    _ stop: JSONValue, in place: String, _ reader: inout StyleReader
  ) {
    guard let parts = stop.array else {
      return reader.wrongKind(stop, in: place, needed: .anArray)
    }
    guard parts.count == 2 else {
      return reader.fault(
        Wording(
          "a stop of \(parts.count) where input and output are needed",
          zh: "stop 应为输入和输出两项，实际有 \(parts.count) 项"), at: stop.offset, in: place)
    }
    if isZoomAndProperty {
      guard checkPlace(parts[0], stop, in: place, &reader) else { return }
    } else {
      checkInput(parts[0], in: place + "[0]", &reader)
    }
    if StyleReader.isExpression(parts[1]) {
      return reader.fault(
        Wording("an expression in a function", zh: "函数中有表达式"), at: parts[1].offset,
        in: place + "[1]",
        help: Wording("write the function as an expression too", zh: "将函数也写成表达式"))
    }
    _ = reader.constantOrExpression(parts[1], specification, in: place + "[1]")
  }

  /// Checks the input of a function of zoom and a property; false when the stop goes no further.
  private mutating func checkPlace(
    _ input: JSONValue, _ stop: JSONValue, in place: String, _ reader: inout StyleReader
  ) -> Bool {
    guard let members = input.object else {
      reader.wrongKind(input, in: place, needed: .anObject)
      return false
    }
    guard let zoom = members.value(of: "zoom"), let value = members.value(of: "value") else {
      let missing = members.value(of: "zoom") == nil ? "zoom" : "value"
      reader.fault(
        Wording("a stop without '\(missing)'", zh: "stop 没有“\(missing)”"), at: stop.offset,
        in: place)
      return false
    }
    if let lastZoom, let number = zoom.number, lastZoom > number, lastZoom != 0 {
      reader.fault(
        Wording("stops whose zoom does not ascend", zh: "各 stop 的缩放级别没有递增"), at: zoom.offset,
        in: place)
      return false
    }
    if zoom.number != lastZoom {
      lastZoom = zoom.number
      lastInput = nil
      inputs = []
    }
    for member in members {
      let inner = "\(place)[0].\(member.key)"
      switch member.key {
      case "zoom": _ = reader.number(zoom, in: inner)
      case "value": checkInput(value, in: inner, &reader)
      default: reader.unknown(member, in: place + "[0]", known: ["zoom", "value"])
      }
    }
    return true
  }

  private mutating func checkInput(
    _ input: JSONValue, in place: String, _ reader: inout StyleReader
  ) {
    func fault(_ message: Wording, help: Wording? = nil) {
      reader.fault(message, at: input.offset, in: place, help: help)
    }
    let kind = input.kindName
    if let inputKind, kind != inputKind {
      return fault(
        Wording(
          "\(kind.english) after stops whose input is \(inputKind.english)",
          zh: "此前各 stop 的输入为\(inputKind.chinese)，此处为\(kind.chinese)"))
    }
    inputKind = kind
    guard input.number != nil || input.text != nil || input.bool != nil else {
      return fault(.mistyped(input, needed: .plainValue))
    }
    if input.number == nil, type != "categorical" {
      let canBeCategorical = specification.traits.contains(.feature) && type == nil
      return fault(
        .mistyped(input, needed: .aNumber),
        help: canBeCategorical
          ? Wording(
            "write \"type\": \"categorical\" to tell values apart",
            zh: "按取值区分时写 \"type\": \"categorical\"") : nil)
    }
    if type == "categorical" {
      if input.number != nil, input.integer == nil {
        return fault(
          Wording(
            "\(input.written) where a whole number is needed", zh: "应为整数，实际为 \(input.written)"))
      }
      lastInput = input.number
      let name = input.quoted
      if !inputs.insert(input.written).inserted {
        fault(Wording("\(name.english) stands twice", zh: "\(name.chinese)出现两次"))
      }
    } else if let number = input.number {
      if let lastInput, number < lastInput {
        return fault(
          Wording(
            "\(input.written) after \(NumberText.of(lastInput)); stops ascend",
            zh: "\(NumberText.of(lastInput)) 之后为 \(input.written)，stop 应递增"))
      }
      lastInput = number
    }
  }
}

extension StyleReader {
  /// Reads the output of a stop or a function's default.
  mutating func constantOrExpression(
    _ value: JSONValue, _ specification: PropertySpecification, in path: String
  ) -> StyleValue? {
    switch specification.kind {
    case .formatted, .image, .projection:
      let (expression, found) = specification.expression(value)
      take(found, in: path)
      return expression?.constant
    default:
      return constant(value, specification, in: path)
    }
  }
}
