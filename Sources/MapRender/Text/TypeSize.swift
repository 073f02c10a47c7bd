/// How large type must be to be read, in hanzi and in Latin letters.
///
/// Sizes are written down for hanzi, which fill 0.92 of the em. Capital letters and figures of the same size are a
/// fifth lower, and so Latin text is set a little larger: the smallest in 7 point, where capitals are 1.8 mm high.
enum TypeSize {
  /// The height of hanzi, in ems.
  static let hanziHeight = 0.92
  /// The height of capital letters and figures, in ems.
  static let capitalHeight = 0.733
  /// The least size of text without hanzi, in millimetres.
  static let leastLatin = 2.46

  /// The least size of a name in letters below the same name in hanzi, in millimetres: that of the hanzi.
  static let leastGloss = 1.96

  /// Whether a character is as high as hanzi are: they themselves, and figures in circles.
  static func fillsItsBox(_ character: Character) -> Bool {
    TextWrap.isHanzi(character) || TextWrap.isNumber(character)
  }

  /// Whether a text has no hanzi; a number in a circle before it is none.
  static func isLatin(_ text: String) -> Bool {
    !text.contains { TextWrap.isHanzi($0) && !TextWrap.isNumber($0) }
  }

  /// The size at which a text is as legible as hanzi of a size.
  static func legible(_ size: Double, for text: String) -> Double {
    isLatin(text) ? max(size, leastLatin) : size
  }

  /// The size of a name without hanzi that stands where hanzi of a size would.
  ///
  /// Small names grow most, so that degrees of size remain degrees; from 2.92 mm on none grows. What would be too
  /// small in hanzi stays too small.
  static func name(_ size: Double) -> Double {
    let grown = size < 2 ? size * leastLatin / 2 : leastLatin + (size - 2) * 0.5
    return max(size, (grown * 100).rounded() / 100)
  }
}
