/// Finds good places for text inside areas.
enum InnerPoints {
  /// A point inside an area and its distance from the outline, in millimetres.
  struct Place: Sendable {
    let point: PaperPoint
    let clearance: Double
  }

  /// The pole of inaccessibility: the point farthest from the outline, to within a tenth of a millimetre.
  static func pole(of rings: [[PaperPoint]]) -> Place? { pole(of: rings, AreaEdges(rings)) }

  /// The same of rings whose edges are listed already.
  static func pole(of rings: [[PaperPoint]], _ edges: AreaEdges) -> Place? {
    guard let exterior = rings.first, let box = PaperBox(exterior), box.width > 0, box.height > 0
    else { return nil }
    var best = centroidPlace(of: exterior, edges)
    var clearance = best?.clearance ?? 0
    var half = max(min(box.width, box.height) / 2, 0.05)
    var cells: [PaperPoint] = []
    var x = box.minX + half
    while x < box.maxX + half {
      var y = box.minY + half
      while y < box.maxY + half {
        cells.append(PaperPoint(x: x, y: y))
        y += half * 2
      }
      x += half * 2
    }
    var hint = 0
    var round = 0
    while !cells.isEmpty, round < 8 {
      var next: [PaperPoint] = []
      // The farthest a point of a cell can be from the cell's middle.
      let reach = half * 1.4143
      for center in cells {
        // A cell that is neither better itself nor may hold something better is seen to be so early.
        let limit = min(clearance, clearance + 0.1 - reach)
        guard let distance = edges.signedDistance(from: center, beyond: limit, hint: &hint) else {
          continue
        }
        if distance > clearance {
          best = Place(point: center, clearance: distance)
          clearance = distance
        }
        guard distance + reach > clearance + 0.1 else { continue }
        let quarter = half / 2
        next.append(center.moved(-quarter, -quarter))
        next.append(center.moved(quarter, -quarter))
        next.append(center.moved(-quarter, quarter))
        next.append(center.moved(quarter, quarter))
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

  private static func centroidPlace(of ring: [PaperPoint], _ edges: AreaEdges) -> Place? {
    guard let origin = ring.first else { return nil }
    var area = 0.0
    var sum = (x: 0.0, y: 0.0)
    var index = 1
    while index < ring.count {
      let (a, b) = (ring[index - 1], ring[index])
      let cross = (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
      area += cross
      sum.x += (a.x + b.x - 2 * origin.x) * cross
      sum.y += (a.y + b.y - 2 * origin.y) * cross
      index += 1
    }
    guard area != 0 else { return nil }
    let center = origin.moved(sum.x / (3 * area), sum.y / (3 * area))
    let distance = edges.signedDistance(from: center)
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
    AreaEdges(rings).signedDistance(from: point)
  }
}
