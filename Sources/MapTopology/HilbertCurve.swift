import MapGeometry

/// The corners of a box as plain numbers.
struct Box: Sendable {
  let minX: Double
  let minY: Double
  let maxX: Double
  let maxY: Double

  func union(_ other: Box) -> Box {
    Box(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  func grown(by margin: Double) -> Box {
    Box(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  /// The shortest distance between the boxes; zero where they touch.
  func distance(to other: Box) -> Double {
    let dx = max(0, minX - other.maxX, other.minX - maxX)
    let dy = max(0, minY - other.maxY, other.minY - maxY)
    return (dx * dx + dy * dy).squareRoot()
  }

  func touches(_ other: Box) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}

extension Box {
  init(_ bounds: Bounds<PlanePoint>) {
    self.init(
      minX: bounds.minimum.x, minY: bounds.minimum.y, maxX: bounds.maximum.x,
      maxY: bounds.maximum.y)
  }
}

/// The curve that visits a 65536 × 65536 grid so that neighbours on it are neighbours on the plane.
enum HilbertCurve {
  private static let side: UInt32 = 1 << 16

  /// Where on the curve the centre of a box lies.
  static func place(of box: Box, in extent: Box) -> UInt32 {
    place(
      x: cell(box.minX / 2 + box.maxX / 2, from: extent.minX, to: extent.maxX),
      y: cell(box.minY / 2 + box.maxY / 2, from: extent.minY, to: extent.maxY))
  }

  private static func cell(_ value: Double, from low: Double, to high: Double) -> UInt32 {
    guard high > low else { return 0 }
    let share = (value - low) / (high - low)
    return UInt32(min(max(share, 0), 1) * Double(side - 1))
  }

  private static func place(x: UInt32, y: UInt32) -> UInt32 {
    var (x, y) = (x, y)
    var distance: UInt32 = 0
    var step = side / 2
    while step > 0 {
      let right: UInt32 = x & step > 0 ? 1 : 0
      let upper: UInt32 = y & step > 0 ? 1 : 0
      distance &+= step &* step &* ((3 &* right) ^ upper)
      if upper == 0 {
        if right == 1 { (x, y) = (side - 1 - x, side - 1 - y) }
        swap(&x, &y)
      }
      step /= 2
    }
    return distance
  }
}
