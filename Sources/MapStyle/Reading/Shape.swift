/// What a part of a style that draws nothing has to look like.
indirect enum Shape: Sendable {
  case any
  case string
  case boolean
  case number(min: Double? = nil, max: Double? = nil)
  case choice([String])
  case version
  /// A string, or an object whose members are strings.
  case stringOrTable
  case list(Shape, count: Int? = nil)
  case object([String: Field], isOpen: Bool = false)
  /// A property of a layer or of light, sky and projection.
  case property(PropertySpecification)

  /// A member of an object.
  struct Field: Sendable {
    let shape: Shape
    var isRequired = false
  }
}

extension Shape.Field {
  static func needed(_ shape: Shape) -> Self { Self(shape: shape, isRequired: true) }
  static func optional(_ shape: Shape) -> Self { Self(shape: shape) }
}
