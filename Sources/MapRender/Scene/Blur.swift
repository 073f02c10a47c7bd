/// Soft edges as a few nested drawings, which look the same in every viewer.
enum Blur {
  struct Step: Hashable, Sendable {
    /// How far inside the edge the step begins, as a share of the way from edge to middle.
    var inset: Double
    var ink: Ink
  }

  /// The nested drawings, the widest first: from nothing at the edge to the ink's opacity where the
  /// softness ends.
  ///
  /// - Parameters:
  ///   - softness: The width of the soft edge as a share of the way from edge to middle; more than 1 never
  ///     reaches the full ink.
  ///   - radius: The way from edge to middle in millimetres.
  static func steps(of ink: Ink, softness: Double, radius: Double) -> [Step] {
    let reach = min(1, softness)
    // Steps of a quarter of a millimetre are not told apart.
    let count = max(4, min(16, Int((reach * radius * 4).rounded(.up))))
    var covered = 0.0
    return (0..<count).map { index in
      let inset = reach * Double(index) / Double(count)
      // In the middle of the step's own ring the edge has faded in this far.
      let share = min(1, (inset + reach / Double(count * 2)) / softness)
      let wanted = ink.opacity * (index == count - 1 && softness <= 1 ? 1 : share)
      let needed = covered < 1 ? max(0, 1 - (1 - wanted) / (1 - covered)) : 0
      covered = wanted
      return Step(inset: inset, ink: Ink(rgb: ink.rgb, opacity: (needed * 1000).rounded() / 1000))
    }
  }
}
