internal import DistrictPlan

/// The settings of one declaration, each read once and known to be well-formed.
struct RuleSettings: Sendable {
  var quantities: [String: Double] = [:]
  var numbers: [String: Double] = [:]
  var counts: [String: Int] = [:]
  var texts: [String: [String]] = [:]
  var mappings: [String: [RuleDeclaration.Member]] = [:]
  var references: [String: Reference] = [:]
  /// The settings that the declaration gives itself.
  var given: Set<String> = []

  /// The defaults of a rule.
  ///
  /// - Parameter tolerance: The plan's own; it stands in for the rule's default.
  init(_ description: RuleDescription, tolerance: Double) {
    for parameter in description.parameters {
      guard let text = parameter.fallback else { continue }
      switch parameter.type {
      case .quantity: quantities[parameter.name] = Quantity(text)?.value
      case .number: numbers[parameter.name] = Double(text)
      case .count: counts[parameter.name] = Int(text)
      case .word, .text: texts[parameter.name] = [text]
      case .texts: texts[parameter.name] = text.split(separator: ", ").map { String($0) }
      case .reference, .mapping: break
      }
      if parameter.name == "tolerance" { quantities["tolerance"] = tolerance }
    }
  }
}
