import GeoJSONCoding

extension StyleReader {
  /// Reads a function with stops.
  mutating func function(
    _ value: JSONValue, _ specification: PropertySpecification, in path: String
  ) -> PropertyValue? {
    let before = faults.count
    var check = FunctionCheck(function: value, specification: specification, path: path)
    check.run(&self)
    guard faults.count == before else { return nil }
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

  private var inputKind: String?
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
    func fault(_ message: String) { reader.fault(message, at: function.offset, in: path) }
    if type == "identity", isZoomFunction { fault("missing property 'property'") }
    if type != "identity", function["stops"] == nil { fault("missing property 'stops'") }
    if type == "exponential", !specification.traits.contains(.smooth) {
      fault("'\(specification.name)' takes no exponential function")
    }
    if !isZoomFunction, !specification.traits.contains(.feature) {
      fault("'\(specification.name)' takes no function of a property")
    } else if isZoomFunction, !specification.traits.contains(.zoom) {
      fault("'\(specification.name)' takes no function of zoom")
    }
    if type == "categorical" || isZoomAndProperty, function["property"] == nil {
      fault("missing property 'property'")
    }
    if specification.name == "text-font", type == "identity" {
      fault("'text-font' takes no identity function")
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
      return reader.fault("an identity function with stops", at: value.offset, in: place)
    }
    guard let stops = value.array else {
      return reader.wrongKind(value, in: place, needed: "an array")
    }
    if stops.isEmpty { reader.fault("a function without a stop", at: value.offset, in: place) }
    for (index, stop) in stops.enumerated() { checkStop(stop, in: "\(place)[\(index)]", &reader) }
  }

  private mutating func checkStop(
    _ stop: JSONValue, in place: String, _ reader: inout StyleReader
  ) {
    guard let parts = stop.array else {
      return reader.wrongKind(stop, in: place, needed: "an array")
    }
    guard parts.count == 2 else {
      return reader.fault(
        "a stop of \(parts.count) where input and output are needed", at: stop.offset, in: place)
    }
    if isZoomAndProperty {
      guard checkPlace(parts[0], stop, in: place, &reader) else { return }
    } else {
      checkInput(parts[0], in: place + "[0]", &reader)
    }
    if StyleReader.isExpression(parts[1]) {
      return reader.fault(
        "an expression in a function", at: parts[1].offset, in: place + "[1]",
        help: "write the function as an expression too")
    }
    _ = reader.constantOrExpression(parts[1], specification, in: place + "[1]")
  }

  /// Checks the input of a function of zoom and a property; false when the stop goes no further.
  private mutating func checkPlace(
    _ input: JSONValue, _ stop: JSONValue, in place: String, _ reader: inout StyleReader
  ) -> Bool {
    guard let members = input.object else {
      reader.wrongKind(input, in: place, needed: "an object")
      return false
    }
    guard let zoom = members.value(of: "zoom"), let value = members.value(of: "value") else {
      let missing = members.value(of: "zoom") == nil ? "zoom" : "value"
      reader.fault("a stop without '\(missing)'", at: stop.offset, in: place)
      return false
    }
    if let lastZoom, let number = zoom.number, lastZoom > number, lastZoom != 0 {
      reader.fault("stops whose zoom does not ascend", at: zoom.offset, in: place)
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
    func fault(_ message: String, help: String? = nil) {
      reader.fault(message, at: input.offset, in: place, help: help)
    }
    let kind = input.kindName
    if let inputKind, kind != inputKind {
      return fault("\(kind) after stops whose input is \(inputKind)")
    }
    inputKind = kind
    guard input.number != nil || input.text != nil || input.bool != nil else {
      return fault("\(kind) where a number, string or boolean is needed")
    }
    if input.number == nil, type != "categorical" {
      let canBeCategorical = specification.traits.contains(.feature) && type == nil
      return fault(
        "\(kind) where a number is needed",
        help: canBeCategorical ? "write \"type\": \"categorical\" to tell values apart" : nil)
    }
    if type == "categorical" {
      if input.number != nil, input.integer == nil {
        return fault("\(input.written) where a whole number is needed")
      }
      lastInput = input.number
      if !inputs.insert(input.written).inserted { fault("\(input.quoted) stands twice") }
    } else if let number = input.number {
      if let lastInput, number < lastInput {
        return fault("\(input.written) after \(NumberText.of(lastInput)); stops ascend")
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
