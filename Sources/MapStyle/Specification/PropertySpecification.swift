/// What the specification says about one paint or layout property.
struct PropertySpecification: Sendable {
  /// The values a property takes.
  enum Kind: Hashable, Sendable {
    case number, color, boolean, text, formatted, image, padding, numberArray, colorArray
    case anchorOffsets, projection, any
    case choice([String])
    case choices([String])
    case numbers(count: Int?)
    case strings(count: Int?)
    case booleans(count: Int?)
  }

  /// What an expression for the property may use, and what else is particular about it.
  struct Traits: OptionSet, Sendable {
    let rawValue: Int

    static let zoom = Traits(rawValue: 1)
    static let feature = Traits(rawValue: 2)
    static let featureState = Traits(rawValue: 4)
    /// Takes expressions of one quantity of its own, such as `line-progress`.
    static let ramp = Traits(rawValue: 8)
    /// Can be interpolated.
    static let smooth = Traits(rawValue: 16)
    /// Has a sibling `…-transition`.
    static let transition = Traits(rawValue: 32)
    /// `{name}` in a string stands for a property of the feature.
    static let tokens = Traits(rawValue: 64)
    /// Takes no expression at all.
    static let constant = Traits(rawValue: 128)

    static let camera: Traits = [.zoom]
    static let data: Traits = [.zoom, .feature]
    static let state: Traits = [.zoom, .feature, .featureState]
  }

  let name: String
  let kind: Kind
  let defaultValue: StyleValue
  var minimum: Double?
  var maximum: Double?
  let traits: Traits
}

extension PropertySpecification {
  static func number(
    _ name: String, _ value: Double?, min: Double? = nil, max: Double? = nil, _ traits: Traits
  ) -> Self {
    Self(
      name: name, kind: .number, defaultValue: value.map { .number($0) } ?? .null, minimum: min,
      maximum: max, traits: traits)
  }

  static func color(_ name: String, _ value: String?, _ traits: Traits) -> Self {
    let color = value.flatMap { StyleColor(css: $0) }
    return Self(
      name: name, kind: .color, defaultValue: color.map { .color($0) } ?? .null, traits: traits)
  }

  static func boolean(_ name: String, _ value: Bool, _ traits: Traits) -> Self {
    Self(name: name, kind: .boolean, defaultValue: .bool(value), traits: traits)
  }

  static func choice(_ name: String, _ value: String?, of words: [String], _ traits: Traits) -> Self
  {
    Self(
      name: name, kind: .choice(words), defaultValue: value.map { .string($0) } ?? .null,
      traits: traits)
  }

  static func choices(_ name: String, of words: [String], _ traits: Traits) -> Self {
    Self(name: name, kind: .choices(words), defaultValue: .null, traits: traits)
  }

  static func strings(_ name: String, _ value: [String]?, _ traits: Traits) -> Self {
    Self(
      name: name, kind: .strings(count: nil),
      defaultValue: value.map { .array($0.map { .string($0) }) } ?? .null, traits: traits)
  }

  static func numbers(
    _ name: String, _ value: [Double]?, count: Int? = nil, min: Double? = nil, _ traits: Traits
  ) -> Self {
    Self(
      name: name, kind: .numbers(count: count),
      defaultValue: value.map { .array($0.map { .number($0) }) } ?? .null, minimum: min,
      traits: traits)
  }

  static func other(
    _ name: String, _ kind: Kind, _ value: StyleValue, min: Double? = nil, max: Double? = nil,
    _ traits: Traits
  ) -> Self {
    Self(
      name: name, kind: kind, defaultValue: value, minimum: min, maximum: max, traits: traits)
  }
}
