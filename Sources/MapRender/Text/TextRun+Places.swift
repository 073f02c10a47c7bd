extension TextRun {
  /// Where each code point begins, in millimetres along the baseline from ``at``, not yet turned.
  var places: [(scalar: Unicode.Scalar, x: Double)] {
    var x =
      switch anchor {
      case .start: 0.0
      case .middle: -width / 2
      case .end: -width
      }
    var result: [(Unicode.Scalar, Double)] = []
    for character in text {
      for scalar in character.unicodeScalars {
        result.append((scalar, x))
        x += face.width(of: String(Character(scalar))) * size
      }
      x += spacing * size
    }
    return result
  }
}
