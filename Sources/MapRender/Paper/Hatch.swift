#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Parallel lines that fill an area, so that it can be told apart without its colour.
struct Hatch: Hashable, Sendable {
  /// Degrees from the horizontal, counter-clockwise.
  var angle: Double
  /// Between neighbouring lines, in millimetres.
  var spacing: Double
  /// The width of the lines, in millimetres.
  var width: Double

  /// Reads `45 1.6 0.12`; `nil` for anything else.
  init?(_ text: String) {
    let numbers = text.split(separator: " ").compactMap { Double($0) }
    guard numbers.count == 3, numbers[1] > 0.2, numbers[2] > 0 else { return nil }
    (angle, spacing, width) = (numbers[0], numbers[1], numbers[2])
  }

  /// The pieces of the lines inside an area, by the even-odd rule over all its rings.
  func lines(in rings: [[PaperPoint]]) -> [[PaperPoint]] {
    let radians = -angle * .pi / 180
    let (c, s) = (cos(radians), sin(radians))
    func turned(_ p: PaperPoint) -> PaperPoint {
      PaperPoint(x: p.x * c + p.y * s, y: p.y * c - p.x * s)
    }
    func back(_ p: PaperPoint) -> PaperPoint {
      PaperPoint(x: p.x * c - p.y * s, y: p.y * c + p.x * s)
    }
    let flat = rings.map { $0.map(turned) }
    guard let box = PaperBox(flat.flatMap { $0 }) else { return [] }
    var result: [[PaperPoint]] = []
    var row = (box.minY / spacing).rounded(.up)
    while row * spacing < box.maxY {
      let y = row * spacing
      row += 1
      var crossings: [Double] = []
      for ring in flat {
        for (a, b) in zip(ring, ring.dropFirst()) where (a.y > y) != (b.y > y) {
          crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
        }
      }
      crossings.sort()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        result.append([
          back(PaperPoint(x: crossings[pair], y: y)),
          back(PaperPoint(x: crossings[pair + 1], y: y)),
        ])
      }
    }
    return result
  }
}
