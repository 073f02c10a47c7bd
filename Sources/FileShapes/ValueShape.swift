public import Messages

/// What a value in a file has to be.
///
/// Readers hold values against their shape, and JSON Schemas are made of the same shapes, so that the
/// two cannot say different things.
public indirect enum ValueShape: Sendable {
  /// Any text.
  case text
  /// One text or a list of texts.
  case texts(least: Int)
  /// One of some words.
  case word([String])
  /// One of some words, or a list of such.
  case words([String])
  /// A text of a certain form.
  case form(TextForm)
  /// A whole number.
  case integer(ClosedRange<Int>)
  /// A number.
  case number(ClosedRange<Double>)
  /// True or false.
  case flag
  /// A list of values.
  case list(of: ValueShape, least: Int)
  /// A list of so many values, and what they are together.
  case tuple(of: ValueShape, count: Int, Wording)
  /// An object whose keys are known.
  case object(ObjectShape)
  /// One of several objects, told apart by a word.
  case variants(Variants)
  /// An object whose keys are data.
  case map(of: ValueShape)
  /// One of several shapes.
  case either([ValueShape])
  /// Null.
  case nothing
  /// Whatever it is.
  case anything

  /// One text or a list of texts, even an empty one.
  public static var texts: ValueShape { .texts(least: 0) }

  /// A whole number of any size.
  public static var integer: ValueShape { .integer(Int.min...Int.max) }

  /// A number of any size.
  public static var number: ValueShape { .number(-Double.infinity...Double.infinity) }

  /// A number of things.
  public static var count: ValueShape { .integer(0...Int.max) }

  /// A list of values, even an empty one.
  public static func list(of shape: ValueShape) -> ValueShape { .list(of: shape, least: 0) }

  /// The raw values of an enumeration.
  public static func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> ValueShape
  where Word.RawValue == String {
    .word(type.allCases.map(\.rawValue))
  }

  /// One of the raw values of an enumeration, or a list of such.
  public static func words<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> ValueShape
  where Word.RawValue == String {
    .words(type.allCases.map(\.rawValue))
  }
}
