import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

/// What outlines alone can tell of areas is what GEOS says of them.
struct AreaOutlineTests {
  /// A ring of corners on a coarse grid, so that many share vertices, touch, cross or repeat themselves.
  private func polygon(_ random: inout SeededGenerator) throws -> Polygon<PlanePoint> {
    let corners = (0..<Int.random(in: 3...6, using: &random)).map { _ in
      PlanePoint(
        x: 470_000 + Double(Int.random(in: 0...4, using: &random)) * 10,
        y: 3_920_000 + Double(Int.random(in: 0...4, using: &random)) * 10)
    }
    return Polygon(exterior: try Ring(corners + corners.prefix(1)))
  }

  @Test func whatIsSurelyValidOrApartIsSoForGEOS() throws {
    let topology = Topology()
    var random = SeededGenerator(seed: 20_261_121)
    var (sound, apart, overlapping) = (0, 0, 0)
    var valid: [Polygon<PlanePoint>] = []
    for _ in 0..<1500 {
      let polygon = try polygon(&random)
      let reason = try topology.validity(of: .polygon(polygon))
      if polygon.isSurelyValid {
        sound += 1
        #expect(reason == nil, "\(polygon)")
      }
      if reason == nil, polygon.area > 0 { valid.append(polygon) }
    }
    for (a, b) in Array(zip(valid, valid.dropFirst())) + Array(zip(valid, valid.dropFirst(7))) {
      let shared = try topology.overlapArea(.polygon(a), .polygon(b), grid: 0)
      let (one, other) = (AreaOutline(.polygon(a)), AreaOutline(.polygon(b)))
      // Rounding may leave it unclear from one side only.
      if one.isSurelyApart(from: other) || other.isSurelyApart(from: one) {
        apart += 1
        #expect(shared < 1e-6, "\(a) and \(b)")
      }
      if shared > 1e-6 { overlapping += 1 }
    }
    #expect(sound > 50 && apart > 50 && overlapping > 50, "\(sound), \(apart), \(overlapping)")
  }

  private func square(_ x: Double, _ y: Double, _ side: Double) throws -> Ring<PlanePoint> {
    try Ring(
      [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
        PlanePoint(x: x + $0.0 * side, y: y + $0.1 * side)
      })
  }

  @Test func neighboursHolesAndContainedAreasAreToldApart() throws {
    func outline(_ exterior: Ring<PlanePoint>, _ holes: [Ring<PlanePoint>] = []) -> AreaOutline {
      AreaOutline(.polygon(Polygon(exterior: exterior, holes: holes)))
    }
    let one = outline(try square(0, 0, 10))
    #expect(one.isSurelyApart(from: outline(try square(10, 0, 10))))
    #expect(one.isSurelyApart(from: outline(try square(10, 10, 10))))
    #expect(!one.isSurelyApart(from: one))
    #expect(!one.isSurelyApart(from: outline(try square(2, 2, 3))))
    #expect(!one.isSurelyApart(from: outline(try square(8, 0, 10))))
    let frame = outline(try square(0, 0, 10), [try square(2, 2, 3)])
    #expect(frame.isSurelyApart(from: outline(try square(2, 2, 3))))
    #expect(frame.isSurelyApart(from: outline(try square(3, 3, 1))))
    #expect(!frame.isSurelyApart(from: outline(try square(1, 1, 5))))
  }
}
