import DistrictPlan
import Foundation
import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

@testable import MapRender

/// Shapes on a map have fewer points than on the ground, and borders still fit.
struct SimplificationTests {
  private let placement = MapPlacement(
    frame: PaperBox(x: 0, y: 0, width: 400, height: 400), denominator: 50_000,
    center: PlanePoint(x: 10_000, y: 10_000))

  /// A grid of areas whose borders are rough lines that neighbours share vertex by vertex.
  ///
  /// - Parameter isWild: Whether borders may turn back and meet others, which spoils some areas.
  private func patchwork(_ random: inout SeededGenerator, size: Int = 4, isWild: Bool = false)
    throws
    -> [(id: String, geometry: PlaneGeometry)]
  {
    let step = 1500.0
    func corner(_ column: Int, _ row: Int) -> PlanePoint {
      PlanePoint(x: 7000 + Double(column) * step, y: 7000 + Double(row) * step)
    }
    var walks: [String: [PlanePoint]] = [:]
    func border(_ a: (Int, Int), _ b: (Int, Int)) -> [PlanePoint] {
      let key = "\(a) \(b)"
      if let walk = walks[key] { return walk }
      let (start, end) = (corner(a.0, a.1), corner(b.0, b.1))
      var walk = [start]
      let count = Int.random(in: 3...60, using: &random)
      for index in 1..<count {
        let point = start.interpolated(to: end, at: Double(index) / Double(count))
        let share = Double(index) / Double(count)
        let room = min(share, 1 - share) * step * 0.9
        let reach = min(isWild ? 250 : room, random.number(0...1) < 0.2 ? 250 : 2)
        let (along, across) = (random.number(-reach...reach), random.number(-reach...reach))
        let isLevel = a.1 == b.1
        walk.append(
          PlanePoint(
            x: point.x + (isLevel ? (isWild ? along : 0) : across),
            y: point.y + (isLevel ? across : (isWild ? along : 0))))
      }
      walk.append(end)
      walks[key] = walk
      return walk
    }
    var result: [(id: String, geometry: PlaneGeometry)] = []
    for column in 0..<size {
      for row in 0..<size {
        let south = border((column, row), (column + 1, row))
        let east = border((column + 1, row), (column + 1, row + 1))
        let north = border((column, row + 1), (column + 1, row + 1))
        let west = border((column, row), (column, row + 1))
        let ring =
          south + east.dropFirst() + north.reversed().dropFirst() + west.reversed().dropFirst()
        // Where a ring starts must not matter.
        let turn = Int.random(in: 0..<ring.count - 1, using: &random)
        let open = ring.dropLast()
        let turned = Array(open[turn...]) + Array(open[..<turn]) + [open[turn]]
        result.append(
          (
            "area.\(column).\(row)",
            .polygon(Polygon(exterior: try Ring(row % 2 == 0 ? turned : turned.reversed())))
          ))
      }
    }
    return result
  }

  private func edges(_ shape: PaperShape) -> Set<[PaperPoint]> {
    var result: Set<[PaperPoint]> = []
    for ring in shape.areas.flatMap({ $0 }) {
      for (a, b) in zip(ring, ring.dropFirst()) {
        result.insert((a.x, a.y) < (b.x, b.y) ? [a, b] : [b, a])
      }
    }
    return result
  }

  private func ground(_ ring: [PaperPoint]) throws -> PlaneGeometry {
    .polygon(Polygon(exterior: try Ring(ring.map { PlanePoint(x: $0.x, y: $0.y) })))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func sharedBordersStayShared(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed * 1_000_003)
    let features = try patchwork(&random)
    let lines = SimplifiedLines(SharedArcs(features), denominator: 50_000)
    var uses: [[PaperPoint]: Int] = [:]
    var count = 0
    for feature in features {
      let shape = lines.shape(of: feature.id, on: placement)
      count += shape.allPoints.count
      for edge in edges(shape) { uses[edge, default: 0] += 1 }
    }
    // Each edge belongs to two areas, or to one and the outer border: 16 stretches of borders outside.
    let outer = uses.filter { $0.value == 1 }.keys
    #expect(uses.values.allSatisfy { $0 <= 2 })
    let hull = try Topology().union(
      features.map { feature in
        let shape = lines.shape(of: feature.id, on: placement)
        return try ground(try #require(shape.areas.first?.first))
      }, grid: 0)
    let single = try #require(hull?.polygons)
    #expect(single.count == 1 && single.allSatisfy(\.holes.isEmpty))
    #expect(outer.count == single[0].exterior.points.count - 1)
    #expect(count < features.reduce(0) { $0 + $1.geometry.positions.count } * 2 / 3)
  }

  /// Two areas meet in the middle of a third one's border, a metre off the straight line: too little to be
  /// seen, but whoever left the point out of one of them would part them.
  @Test func aPlaceWhereNeighboursMeetStaysInAllOfThem() throws {
    func area(_ id: String, _ points: [(Double, Double)]) throws
      -> (id: String, geometry: PlaneGeometry)
    {
      let ring = (points + points.prefix(1)).map {
        PlanePoint(x: 9000 + $0.0, y: 9000 + $0.1)
      }
      return (id, .polygon(Polygon(exterior: try Ring(ring))))
    }
    let features = [
      try area("south", [(0, 0), (2000, 0), (2000, 1000), (1000, 1001), (0, 1000)]),
      try area("west", [(0, 1000), (1000, 1001), (1000, 2000), (0, 2000)]),
      try area("east", [(1000, 1001), (2000, 1000), (2000, 2000), (1000, 2000)]),
    ]
    func south(_ features: [(id: String, geometry: PlaneGeometry)]) -> PaperShape {
      SimplifiedLines(SharedArcs(features), denominator: 50_000).shape(of: "south", on: placement)
    }
    let meeting = placement.paper(PlanePoint(x: 10_000, y: 10_001))
    #expect(south(features).allPoints.contains(meeting))
    // By itself the area needs no such point.
    #expect(!south([features[0]]).allPoints.contains(meeting))
  }

  /// The shipped plan at its own scales and at one far too small for it.
  @Test(arguments: [70_000.0, 110_000, 1_000_000])
  func theShippedPlanStaysSound(denominator: Double) throws {
    let plan = try PlanLoader.load(Repository.geodata.path).faultless()
    let features = plan.features.compactMap { feature in
      feature.densePlane.map { (id: feature.id, geometry: $0) }
    }
    let lines = SimplifiedLines(SharedArcs(features), denominator: denominator)
    let whole = MapPlacement(
      frame: PaperBox(minX: -1e5, minY: -1e5, maxX: 1e5, maxY: 1e5), denominator: denominator,
      center: try #require(features.first?.geometry.positions.first))
    var before = 0
    var after = 0
    for feature in features {
      let shape = lines.shape(of: feature.id, on: whole)
      before += feature.geometry.positions.count
      after += shape.allPoints.count
      #expect(shape.areas.count == feature.geometry.polygons.count)
      #expect(shape.lines.count == feature.geometry.lines.count)
      for (area, polygon) in zip(shape.areas, feature.geometry.polygons) {
        #expect(area.count == polygon.rings.count && area.allSatisfy { $0.count >= 4 })
        guard Crossings.owners(among: pieces(polygon.rings.map(\.points))).isEmpty else { continue }
        let drawn = area.map { $0.map { PlanePoint(x: $0.x, y: $0.y) } }
        #expect(Crossings.owners(among: pieces(drawn)).isEmpty, "\(feature.id)")
      }
    }
    #expect(after < before * 3 / 4)
  }

  private func pieces(_ rings: [[PlanePoint]]) -> [Crossings.Piece] {
    rings.flatMap { ring in
      zip(ring, ring.dropFirst()).map { Crossings.Piece(start: $0, end: $1, owner: 1) }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func nothingCollapsesOrBeginsToCrossItself(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed * 1_000_003)
    let topology = Topology()
    let features = try patchwork(&random, isWild: true).filter {
      try topology.validity(of: $0.geometry) == nil
    }
    let lines = SimplifiedLines(SharedArcs(features), denominator: 50_000)
    for feature in features {
      let shape = lines.shape(of: feature.id, on: placement)
      let ring = try #require(shape.areas.first?.first)
      #expect(ring.count >= 4)
      let pieces = zip(ring, ring.dropFirst()).map {
        Crossings.Piece(
          start: PlanePoint(x: $0.x, y: $0.y), end: PlanePoint(x: $1.x, y: $1.y), owner: 1)
      }
      #expect(Crossings.owners(among: pieces).isEmpty)
    }
  }

  /// Cut corners come closer to what lies inside of the bend; they stop before they cross it.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func roundedAreasDoNotBeginToCrossThemselves(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed * 1_000_003)
    let features = try patchwork(&random, isWild: true).filter {
      try Topology().validity(of: $0.geometry) == nil
    }
    let lines = SimplifiedLines(SharedArcs(features), denominator: 50_000)
    for feature in features {
      let shape = lines.shape(of: feature.id, on: placement, isSmooth: true)
      let drawn = shape.areas.flatMap { $0 }.map { $0.map { PlanePoint(x: $0.x, y: $0.y) } }
      #expect(Crossings.owners(among: pieces(drawn)).isEmpty, "\(feature.id)")
    }
  }

  /// A blunt bay reaches into a corner: cutting the corner would cross it.
  @Test func aBayInACornerKeepsTheCorner() throws {
    let outline: [PlanePoint] = [
      (0.0, 0.0), (1000, 0), (1000, 1000), (0, 1000), (0, 995), (998.8, 999.4), (999.4, 999.4),
      (999.4, 998.8), (0, 800), (0, 0),
    ].map { PlanePoint(x: 9500 + $0.0, y: 9500 + $0.1) }
    let features = [
      (id: "bay", geometry: PlaneGeometry.polygon(Polygon(exterior: try Ring(outline))))
    ]
    let lines = SimplifiedLines(SharedArcs(features), denominator: 2000)
    let near = MapPlacement(
      frame: PaperBox(x: 0, y: 0, width: 1000, height: 1000), denominator: 2000,
      center: PlanePoint(x: 10_000, y: 10_000))
    let shape = lines.shape(of: "bay", on: near, isSmooth: true)
    let drawn = shape.areas.flatMap { $0 }.map { $0.map { PlanePoint(x: $0.x, y: $0.y) } }
    #expect(Crossings.owners(among: pieces(drawn)).isEmpty)
    #expect(shape.allPoints.count > lines.shape(of: "bay", on: near).allPoints.count)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func noPointLiesFartherAwayThanCanBeSeen(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed * 1_000_003)
    let features = try patchwork(&random, size: 2)
    let lines = SimplifiedLines(SharedArcs(features), denominator: 50_000)
    for feature in features {
      let outline = try #require(lines.shape(of: feature.id, on: placement).areas.first?.first)
      for point in feature.geometry.positions.map(placement.paper) {
        let nearest =
          zip(outline, outline.dropFirst()).map { a, b in
            Segment(PlanePoint(x: a.x, y: a.y), PlanePoint(x: b.x, y: b.y))
              .distance(to: PlanePoint(x: point.x, y: point.y))
          }.min() ?? .infinity
        #expect(nearest <= SimplifiedLines.tolerance + 1e-6)
      }
    }
  }

  /// Areas far smaller than a line is wide, and bays narrower than the tolerance.
  @Test func tinyAreasAndNarrowBaysStayWhatTheyAre() throws {
    func shape(_ points: [(Double, Double)]) throws -> [PaperPoint] {
      let ring = try Ring(points.map { PlanePoint(x: 10_000 + $0.0, y: 10_000 + $0.1) })
      let lines = SimplifiedLines(
        SharedArcs([("a", .polygon(Polygon(exterior: ring)))]), denominator: 50_000)
      return lines.shape(of: "a", on: placement).areas[0][0]
    }
    let tiny = (0...12).map { index in
      let angle = Double(index % 12) * .pi / 6
      return (cos(angle), sin(angle))
    }
    #expect(try shape(tiny).count >= 4)
    // A tongue reaches into a bay with less than a metre of room on either side.
    let comb: [(Double, Double)] = [
      (0, 0), (1000, 0), (1000, 500), (501.2, 500), (500.9, 250), (500.6, 100), (500.3, 250),
      (500, 500), (0, 500), (0, 0),
    ]
    let ring = try shape(comb)
    let pieces = zip(ring, ring.dropFirst()).map {
      Crossings.Piece(
        start: PlanePoint(x: $0.x, y: $0.y), end: PlanePoint(x: $1.x, y: $1.y), owner: 1)
    }
    #expect(Crossings.owners(among: pieces).isEmpty)
  }

  @Test func aHoleAndTheIslandThatFillsItKeepTheSamePoints() throws {
    func circle(_ radius: Double, from start: Int, reversed: Bool) throws -> Ring<PlanePoint> {
      var points = (0..<90).map { index -> PlanePoint in
        let angle = Double(index + start) * .pi / 45
        return PlanePoint(x: 10_000 + radius * cos(angle), y: 10_000 + radius * sin(angle))
      }
      points.append(points[0])
      return try Ring(reversed ? points.reversed() : points)
    }
    let outer = try circle(900, from: 0, reversed: false)
    let lines = SimplifiedLines(
      SharedArcs([
        (
          "sea",
          .polygon(
            Polygon(exterior: outer, holes: [try circle(300, from: 7, reversed: true)]))
        ),
        ("island", .polygon(Polygon(exterior: try circle(300, from: 31, reversed: false)))),
      ]), denominator: 50_000)
    let sea = lines.shape(of: "sea", on: placement)
    let island = lines.shape(of: "island", on: placement)
    let hole = PaperShape(areas: [[sea.areas[0][1]]])
    #expect(edges(hole) == edges(island))
    #expect(island.areas[0][0].count < 90)
  }

  @Test func smoothLinesKeepTheirEndsAndLieNearTheirCorners() throws {
    let corner = [(0.0, 0.0), (2000, 0), (2000, 2000)].map {
      PlanePoint(x: 9000 + $0.0, y: 9000 + $0.1)
    }
    let lines = SimplifiedLines(
      SharedArcs([("river", .line(try Line(corner)))]), denominator: 50_000)
    let sharp = lines.shape(of: "river", on: placement).lines[0]
    let smooth = lines.shape(of: "river", on: placement, isSmooth: true).lines[0]
    #expect(sharp.count == 3 && smooth.count > 4)
    #expect(smooth.first == sharp.first && smooth.last == sharp.last)
    // A right angle cut 1 mm before and behind it passes it within 0.71 mm.
    let nearest = smooth.map { $0.distance(to: sharp[1]) }.min() ?? .infinity
    #expect(nearest > 0.3 && nearest < 0.8)
  }

  @Test func whatLiesOutsideTheFrameIsNotInTheFile() throws {
    let far = (0..<200).map { PlanePoint(x: Double($0) * 500 - 40_000, y: 10_000) }
    let lines = SimplifiedLines(
      SharedArcs([("way", .line(try Line(far)))]), denominator: 50_000)
    let shape = lines.shape(of: "way", on: placement)
    let window = placement.frame.grown(by: 3 + 1e-9)
    #expect(shape.lines.count == 1 && shape.allPoints.allSatisfy { window.contains($0) })
  }
}
