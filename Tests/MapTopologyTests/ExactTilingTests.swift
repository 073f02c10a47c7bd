import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

/// Parts whose edges cancel against those of a whole share it out, as overlays say too.
struct ExactTilingTests {
  private func area(_ rings: [(Double, Double)]...) throws -> PlaneGeometry {
    let rings = try rings.map { try Ring($0.map { PlanePoint(x: $0.0, y: $0.1) }) }
    return .polygon(Polygon(exterior: rings[0], holes: Array(rings.dropFirst())))
  }

  private func square(_ x: Double, _ y: Double, _ side: Double) throws -> PlaneGeometry {
    try area([(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)])
  }

  @Test func halvesTileTheirWhole() throws {
    let whole = try area([(0, 0), (10, 0), (20, 0), (20, 10), (10, 10), (0, 10), (0, 0)])
    let halves = [try square(0, 0, 10), try square(10, 0, 10)]
    #expect(whole.isSurelyTiled(by: halves))
    #expect(whole.isSurelyTiled(by: [whole]))
    #expect(!whole.isSurelyTiled(by: [halves[0]]))
    #expect(!whole.isSurelyTiled(by: halves + [halves[1]]))
    #expect(!halves[0].isSurelyTiled(by: halves))
    #expect(!whole.isSurelyTiled(by: []))
  }

  @Test func whichWayRingsRunDoesNotMatter() throws {
    let whole = try square(0, 0, 10)
    let backwards = try area([(0, 0), (0, 10), (10, 10), (10, 0), (0, 0)])
    #expect(whole.isSurelyTiled(by: [backwards]))
    #expect(backwards.isSurelyTiled(by: [whole]))
  }

  @Test func anIslandFillsItsHole() throws {
    let hole = [(3.0, 3.0), (6.0, 3.0), (6.0, 6.0), (3.0, 6.0), (3.0, 3.0)]
    let outline = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]
    let (frame, island) = (try area(outline, hole), try area(hole))
    #expect(try area(outline).isSurelyTiled(by: [frame, island]))
    #expect(try !area(outline).isSurelyTiled(by: [frame]))
    #expect(frame.isSurelyTiled(by: [frame]))
  }

  /// Two that overlap as much as they leave bare, and one that lies within another.
  @Test func areasThatAddUpProveNothing() throws {
    let whole = try area([(0, 0), (20, 0), (20, 10), (0, 10), (0, 0)])
    #expect(try !whole.isSurelyTiled(by: [square(0, 0, 10), square(8, 0, 10)]))
    #expect(try !whole.isSurelyTiled(by: [whole, square(3, 3, 2)]))
  }

  /// Nets with shared corners; some have a cell moved, twice, left out or with a vertex of its own.
  @Test(arguments: 1...24 as ClosedRange<UInt64>)
  func whatTilesIsWhatOverlaysCallExact(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let side = Int.random(in: 2...5, using: &random)
    let corners = (0...side).map { row in
      (0...side).map { column in
        PlanePoint(
          x: 470_000 + Double(column) * 20 + .random(in: -5...5, using: &random),
          y: 3_920_000 + Double(row) * 20 + .random(in: -5...5, using: &random))
      }
    }
    var cells: [[PlanePoint]] = []
    for row in 0..<side {
      for column in 0..<side {
        cells.append([
          corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
          corners[row + 1][column],
        ])
      }
    }
    let rim =
      (0..<side).map { corners[0][$0] } + (0..<side).map { corners[$0][side] }
      + (0..<side).map { corners[side][side - $0] } + (0..<side).map { corners[side - $0][0] }
    let victim = Int.random(in: 0..<cells.count, using: &random)
    switch seed % 4 {
    case 0: cells[victim][0].x += 1
    case 1: cells.append(cells[victim])
    case 2: cells.remove(at: victim)
    default: break
    }
    func area(_ corners: [PlanePoint]) throws -> PlaneGeometry {
      .polygon(Polygon(exterior: try Ring(corners + corners.prefix(1))))
    }
    let (whole, parts) = (try area(rim), try cells.map(area))
    let topology = Topology()
    let united = try #require(try topology.union(parts))
    let stray = try topology.symmetricDifference(whole, united)?.area ?? 0
    let twice = parts.reduce(-united.area) { $0 + $1.area }
    #expect(whole.isSurelyTiled(by: parts) == (stray + abs(twice) < 1))
    #expect(whole.isSurelyTiled(by: parts) == (seed % 4 == 3))
  }
}
