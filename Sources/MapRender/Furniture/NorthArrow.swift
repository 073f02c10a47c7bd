internal import Messages

/// An arrow to true north, with the angle of the grid.
enum NorthArrow {
  /// - Parameter convergence: Degrees from true north to grid north, positive to the east.
  static func items(
    at center: PaperPoint, height: Double, convergence: Double, language: Language
  ) -> [DrawItem] {
    let half = height / 2
    let turn = -convergence
    func turned(_ x: Double, _ y: Double) -> PaperPoint {
      let radians = turn * .pi / 180
      // The angle is far below a degree: two terms of the series are exact to the hundredth of a mm.
      let (s, c) = (radians, 1 - radians * radians / 2)
      return center.moved(x * c - y * s, x * s + y * c)
    }
    let tip = turned(0, -half)
    let left = turned(-half * 0.42, half)
    let right = turned(half * 0.42, half)
    let notch = turned(0, half * 0.6)
    let edge = Stroke(ink: .black, width: 0.2)
    return [
      .area([tip, left, notch, tip], fill: .white, stroke: edge),
      .area([tip, notch, right, tip], fill: .black, stroke: edge),
      .text(
        TextRun(
          text: language == .chinese ? "北" : "N", at: center.moved(0, -half - 1.3), size: 4,
          face: .sansBold, ink: .black, anchor: .middle), tag: nil),
    ]
  }

  /// A small arrow to true north at the rim of a wind rose.
  static func needle(
    at center: PaperPoint, from radius: Double, convergence: Double, language: Language
  ) -> [DrawItem] {
    func turned(_ x: Double, _ y: Double) -> PaperPoint {
      let place = PaperPoint(x: x, y: y).turned(by: -convergence)
      return center.moved(place.x, place.y)
    }
    return [
      .area(
        [
          turned(0, -radius - 2.6), turned(-1.1, -radius), turned(0, -radius - 0.6),
          turned(1.1, -radius), turned(0, -radius - 2.6),
        ], fill: .black),
      .text(
        TextRun(
          text: language == .chinese ? "北" : "N", at: turned(2.6, -radius - 0.6), size: 3.4,
          face: .sansBold, ink: .black, anchor: .middle), tag: nil),
    ]
  }

  /// The grid's angle in degrees and minutes.
  static func text(of convergence: Double, language: Language) -> String {
    let minutes = Int((abs(convergence) * 60).rounded())
    let sign = convergence < 0 && minutes > 0 ? "−" : ""
    let rest = minutes % 60
    let angle = "\(sign)\(minutes / 60)°\(rest < 10 ? "0" : "")\(rest)′"
    return language == .chinese ? "子午线收敛角 \(angle)" : "Grid convergence \(angle)"
  }
}
