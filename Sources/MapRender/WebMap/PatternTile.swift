/// Hatching that can be laid tile by tile: lines at 0, 45, 90 or 135 degrees.
struct PatternTile: Hashable {
  /// Degrees from the horizontal, counter-clockwise.
  let angle: Int
  /// The side of a tile in pixels of the map.
  let side: Int
  /// The width of the lines in pixels of the map.
  let width: Double
  let rgb: UInt32

  /// Reads `45 1.6 0.12`: degrees, and millimetres between lines and across one.
  ///
  /// `nil` for anything else, and for angles at which tiles do not fit together.
  init?(_ hatch: String, rgb: UInt32) {
    let numbers = hatch.split(separator: " ").compactMap { Double($0) }
    guard numbers.count == 3, numbers[1] > 0.2, numbers[2] > 0,
      let angle = Int(exactly: numbers[0]), [0, 45, 90, 135].contains((angle % 180 + 180) % 180)
    else { return nil }
    self.angle = (angle % 180 + 180) % 180
    let spacing = numbers[1] / LayerLook.millimetresPerPixel
    let length = self.angle % 90 == 0 ? spacing : spacing * 2.0.squareRoot()
    side = max(3, min(32, Int(length.rounded())))
    width = numbers[2] / LayerLook.millimetresPerPixel
    self.rgb = rgb
  }

  var name: String {
    let digits = String(rgb, radix: 16)
    let color = String(repeating: "0", count: 6 - digits.count) + digits
    return "hatch-\(angle)-\(side)-\(Int((width * 100).rounded()))-\(color)"
  }

  func drawn(ratio: Int) -> PixelPicture {
    let side = side * ratio
    var picture = PixelPicture(width: side, height: side)
    for y in 0..<side {
      for x in 0..<side {
        let (u, v) = (Double(x) + 0.5, Double(y) + 0.5)
        let across: Double =
          switch angle {
          case 0: v
          case 90: u
          case 45: u + v
          default: u - v + Double(side)
          }
        let turn = across.truncatingRemainder(dividingBy: Double(side))
        let lean = angle % 90 == 0 ? 1 : 1 / 2.0.squareRoot()
        let distance = min(turn, Double(side) - turn) * lean
        let ink = max(0, min(1, width * Double(ratio) / 2 + 0.5 - distance))
        picture.set(x, y, rgb: rgb, alpha: UInt8((ink * 255).rounded()))
      }
    }
    return picture
  }
}
