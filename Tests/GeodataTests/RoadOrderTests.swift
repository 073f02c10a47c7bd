import DistrictPlan
import MapGeometry
import Testing

/// Roads follow one another as public texts order them.
struct RoadOrderTests {
  /// West to east.
  static let northSouth = [
    "road.huoju", "road.ningan", "road.linghua", "road.tongji", "road.kangtai", "road.gaoxin",
    "road.haichuan", "road.zhixue", "road.deyuan", "road.dongerhuan", "road.xipu",
  ]
  /// North to south.
  static let eastWest = [
    "road.rencheng", "road.dayu-xi", "road.chongwen", "road.lianhua", "road.kaiyuan", "road.jiada",
    "road.shixian", "road.jining",
  ]

  @Test(arguments: [35.410, 35.418, 35.428])
  func parallelMeetsRoadsFromWestToEast(latitude: Double) throws {
    var crossings: [Double] = []
    for id in Self.northSouth {
      crossings += try Self.crossings(of: id, at: latitude, along: \.second, across: \.first)
    }
    #expect(crossings.count >= 6)
    #expect(crossings == crossings.sorted())
  }

  @Test(arguments: [116.650, 116.690, 116.720])
  func meridianMeetsRoadsFromNorthToSouth(longitude: Double) throws {
    var crossings: [Double] = []
    for id in Self.eastWest {
      crossings += try Self.crossings(of: id, at: longitude, along: \.first, across: \.second)
    }
    #expect(crossings.count >= 3)
    #expect(crossings == crossings.sorted(by: >))
  }

  /// Where a road with all works done meets a line of equal coordinate.
  static func crossings(
    of id: String, at value: Double, along: KeyPath<GeoPosition, Double>,
    across: KeyPath<GeoPosition, Double>
  ) throws -> [Double] {
    let plan = try ShippedPlan.plan
    let parts = plan.roadLines(with: .all).filter { $0.id == id || $0.text(.road) == id }
    return parts.flatMap { $0.geometry?.lines ?? [] }.flatMap { line in
      zip(line.points, line.points.dropFirst()).compactMap { a, b in
        let (from, to) = (a[keyPath: along], b[keyPath: along])
        guard (from <= value) != (to <= value) else { return nil }
        let share = (value - from) / (to - from)
        return a[keyPath: across] + share * (b[keyPath: across] - a[keyPath: across])
      }
    }
  }
}
