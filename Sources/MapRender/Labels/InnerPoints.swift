/// Finds good places for text inside areas.
enum InnerPoints {
  /// A point inside an area and its distance from the outline, in millimetres.
  struct Place: Sendable {
    let point: PaperPoint
    let clearance: Double
  }

  /// The pole of inaccessibility: the point farthest from the outline, to within a tenth of a millimetre.
  static func pole(of rings: [[PaperPoint]]) -> Place? {
    guard let exterior = rings.first, let box = PaperBox(exterior), box.width > 0, box.height > 0
    else { return nil }
    var best = centroidPlace(of: rings)
    var half = max(min(box.width, box.height) / 2, 0.05)
    var cells: [(center: PaperPoint, half: Double)] = []
    var x = box.minX + half
    while x < box.maxX + half {
      var y = box.minY + half
      while y < box.maxY + half {
        cells.append((PaperPoint(x: x, y: y), half))
        y += half * 2
      }
      x += half * 2
    }
    var round = 0
    while !cells.isEmpty, round < 8 {
      var next: [(center: PaperPoint, half: Double)] = []
      for cell in cells {
        let distance = signedDistance(from: cell.center, to: rings)
        if distance > best?.clearance ?? 0 {
          best = Place(point: cell.center, clearance: distance)
        }
        guard distance + cell.half * 1.4143 > (best?.clearance ?? 0) + 0.1 else { continue }
        let quarter = cell.half / 2
        for (dx, dy) in [(-1.0, -1.0), (1, -1), (-1, 1), (1, 1)] {
          next.append((cell.center.moved(dx * quarter, dy * quarter), quarter))
        }
      }
      cells = next
      half /= 2
      round += 1
    }
    return best
  }

  /// The ring without points nearer than half a millimetre to the one before; still closed.
  static func thinned(_ ring: [PaperPoint]) -> [PaperPoint] {
    guard ring.count > 24, let first = ring.first else { return ring }
    var result = [first]
    var last = first
    for point in ring.dropFirst().dropLast() where point.distance(to: last) >= 0.5 {
      result.append(point)
      last = point
    }
    return result.count > 3 ? result + [first] : ring
  }

  private static func centroidPlace(of rings: [[PaperPoint]]) -> Place? {
    guard let ring = rings.first, let origin = ring.first else { return nil }
    var area = 0.0
    var sum = (x: 0.0, y: 0.0)
    for (a, b) in zip(ring, ring.dropFirst()) {
      let cross = (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
      area += cross
      sum.x += (a.x + b.x - 2 * origin.x) * cross
      sum.y += (a.y + b.y - 2 * origin.y) * cross
    }
    guard area != 0 else { return nil }
    let center = origin.moved(sum.x / (3 * area), sum.y / (3 * area))
    let distance = signedDistance(from: center, to: rings)
    return distance > 0 ? Place(point: center, clearance: distance) : nil
  }

  /// The distance to a segment.
  static func distance(from point: PaperPoint, to a: PaperPoint, _ b: PaperPoint) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let square = dx * dx + dy * dy
    let raw = square > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / square : 0
    return point.distance(to: a.interpolated(to: b, at: min(1, max(0, raw))))
  }

  /// The distance to the nearest outline: positive inside, negative outside.
  static func signedDistance(from point: PaperPoint, to rings: [[PaperPoint]]) -> Double {
    var isInside = false
    var nearest = Double.infinity
    for ring in rings where !ring.isEmpty {
      var b = ring[0]
      for index in 1..<ring.count {
        let a = b
        b = ring[index]
        if (a.y > point.y) != (b.y > point.y),
          point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
        {
          isInside.toggle()
        }
        let dx = b.x - a.x
        let dy = b.y - a.y
        let square = dx * dx + dy * dy
        let raw = square > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / square : 0
        let share = min(1, max(0, raw))
        let ex = a.x + dx * share - point.x
        let ey = a.y + dy * share - point.y
        nearest = min(nearest, ex * ex + ey * ey)
      }
    }
    let distance = nearest.squareRoot()
    return isInside ? distance : -distance
  }
}
