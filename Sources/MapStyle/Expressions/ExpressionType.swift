/// The type of an expression's value, as far as it is known before evaluation.
indirect enum ExpressionType: Hashable, Sendable {
  case null, number, string, boolean, color, object, value, error, collator, formatted
  case image, padding, numberArray, colorArray, anchorOffsets, projection
  case array(ExpressionType, count: Int?)

  /// An array of anything.
  static let anyArray = ExpressionType.array(.value, count: nil)
}
