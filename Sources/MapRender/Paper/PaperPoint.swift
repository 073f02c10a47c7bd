#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A point on the sheet, in millimetres from its top left corner: x right, y down.
struct PaperPoint: Hashable, Sendable {
  var x: Double
  var y: Double

  func distance(to other: PaperPoint) -> Double {
    let dx = other.x - x
    let dy = other.y - y
    return (dx * dx + dy * dy).squareRoot()
  }

  func interpolated(to other: PaperPoint, at share: Double) -> PaperPoint {
    PaperPoint(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
  }

  /// The point moved by some millimetres.
  func moved(_ dx: Double, _ dy: Double) -> PaperPoint { PaperPoint(x: x + dx, y: y + dy) }

  /// The point turned around the origin, degrees clockwise.
  func turned(by degrees: Double) -> PaperPoint {
    let radians = degrees * .pi / 180
    return PaperPoint(
      x: x * cos(radians) - y * sin(radians), y: x * sin(radians) + y * cos(radians))
  }
}

/// A box on the sheet, sides parallel to its edges, in millimetres.
struct PaperBox: Hashable, Sendable {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double

  init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    (self.minX, self.minY, self.maxX, self.maxY) = (minX, minY, maxX, maxY)
  }

  init(x: Double, y: Double, width: Double, height: Double) {
    self.init(minX: x, minY: y, maxX: x + width, maxY: y + height)
  }

  /// The box around some points; `nil` when there are none.
  init?(_ points: some Sequence<PaperPoint>) {
    var iterator = points.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.init(minX: first.x, minY: first.y, maxX: first.x, maxY: first.y)
    while let point = iterator.next() {
      minX = min(minX, point.x)
      minY = min(minY, point.y)
      maxX = max(maxX, point.x)
      maxY = max(maxY, point.y)
    }
  }

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }
  var center: PaperPoint { PaperPoint(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

  func grown(by margin: Double) -> PaperBox {
    PaperBox(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  func overlaps(_ other: PaperBox) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  func contains(_ other: PaperBox) -> Bool {
    other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
  }

  func contains(_ point: PaperPoint) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }

  func union(_ other: PaperBox) -> PaperBox {
    PaperBox(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  /// The area that both cover, in square millimetres.
  func overlapArea(_ other: PaperBox) -> Double {
    let w = min(maxX, other.maxX) - max(minX, other.minX)
    let h = min(maxY, other.maxY) - max(minY, other.minY)
    return w > 0 && h > 0 ? w * h : 0
  }

  /// The outline, closed.
  var ring: [PaperPoint] {
    [
      PaperPoint(x: minX, y: minY), PaperPoint(x: maxX, y: minY), PaperPoint(x: maxX, y: maxY),
      PaperPoint(x: minX, y: maxY), PaperPoint(x: minX, y: minY),
    ]
  }
}
