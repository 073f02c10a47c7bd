public import Messages

/// What a value in a file has to be.
///
/// Readers hold values against their shape, and JSON Schemas are made of the same shapes, so that the
/// two cannot say different things.
public indirect enum ValueShape: Sendable {
  /// Any text.
  case text
  /// One value, or a list of such.
  case oneOrMore(of: ValueShape, least: Int)
  /// One of some words.
  case word([String])
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
  /// A list of certain values, and what they are together.
  case tuple([ValueShape], Wording)
  /// An object whose keys are known.
  case object(ObjectShape)
  /// One of several objects, told apart by a word.
  case variants(Variants)
  /// An object whose keys are data.
  case map(of: ValueShape, least: Int)
  /// One of several shapes.
  case either([ValueShape])
  /// Null.
  case nothing
  /// Whatever it is.
  case anything

  /// One text or a list of texts, even an empty one.
  public static var texts: ValueShape { .texts(least: 0) }

  /// One text or a list of so many texts.
  public static func texts(least: Int) -> ValueShape { .oneOrMore(of: .text, least: least) }

  /// A whole number of any size.
  public static var integer: ValueShape { .integer(Int.min...Int.max) }

  /// A number of any size.
  public static var number: ValueShape { .number(-Double.infinity...Double.infinity) }

  /// A number of things.
  public static var count: ValueShape { .integer(0...Int.max) }

  /// A list of values, even an empty one.
  public static func list(of shape: ValueShape) -> ValueShape { .list(of: shape, least: 0) }

  /// An object whose keys are data, even an empty one.
  public static func map(of shape: ValueShape) -> ValueShape { .map(of: shape, least: 0) }

  /// The raw values of an enumeration.
  public static func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> ValueShape
  where Word.RawValue == String {
    .word(type.allCases.map(\.rawValue))
  }

  /// One of the raw values of an enumeration, or a list of such.
  public static func words<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> ValueShape
  where Word.RawValue == String {
    .oneOrMore(of: .word(type), least: 0)
  }

  /// What a value has to be, for a sentence.
  public var title: Wording {
    switch self {
    case .text, .word: Wording("a text", zh: "文本")
    case .oneOrMore(_, let least):
      least > 0
        ? Wording("a text or a list of texts that is not empty", zh: "文本或非空的文本列表")
        : Wording("a text or a list of texts", zh: "文本或文本列表")
    case .form(let form): form.meaning
    case .integer(let range): Self.title(of: range)
    case .number: Wording("a number", zh: "数字")
    case .flag: Wording("true or false", zh: "true 或 false")
    case .list(_, let least):
      least > 0 ? Wording("a list that is not empty", zh: "非空的列表") : Wording("a list", zh: "列表")
    case .tuple(_, let meaning): meaning
    case .object, .variants, .map: Wording("a mapping", zh: "映射")
    case .either(let shapes): shapes.last?.title ?? Wording("nothing", zh: "空值")
    case .nothing: Wording("nothing", zh: "空值")
    case .anything: Wording("anything", zh: "任意值")
    }
  }

  private static func title(of range: ClosedRange<Int>) -> Wording {
    let (low, high) = (range.lowerBound, range.upperBound)
    if low == .min, high == .max { return Wording("a whole number", zh: "整数") }
    return high == .max
      ? Wording("a whole number from \(low)", zh: "不小于 \(low) 的整数")
      : Wording("a whole number from \(low) to \(high)", zh: "\(low) 至 \(high) 的整数")
  }
}
