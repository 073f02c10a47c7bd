import PlanTestSupport

/// GeoJSON texts as they come: any type, any member order, spaces, and now and then a fault.
enum RandomGeoJSON {
  static func collection(
    faulty: Bool = false, using random: inout SeededGenerator
  ) -> String {
    let features = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      feature(faulty: faulty, using: &random)
    }
    return object(
      [
        ("type", #""FeatureCollection""#),
        ("features", "[" + features.joined(separator: ",") + "]"),
        ("name", #""济""#),
      ], using: &random)
  }

  private static func feature(faulty: Bool, using random: inout SeededGenerator) -> String {
    var members = [
      ("type", #""Feature""#), ("properties", #"{"a":1,"long property name":"x"}"#),
      ("geometry", geometry(faulty: faulty, depth: 0, using: &random)),
    ]
    if Bool.random(using: &random) { members.append(("id", #""a""#)) }
    if Bool.random(using: &random) { members.append(("title", "[1,2]")) }
    if faulty, Int.random(in: 0..<6, using: &random) == 0 { members.removeFirst() }
    if faulty, Int.random(in: 0..<6, using: &random) == 0 { members.append(("id", "{}")) }
    return object(members, using: &random)
  }

  private static func geometry(
    faulty: Bool, depth: Int, using random: inout SeededGenerator
  ) -> String {
    func many(_ range: ClosedRange<Int>, _ make: (inout SeededGenerator) -> String) -> String {
      let least = faulty && Int.random(in: 0..<8, using: &random) == 0 ? 0 : range.lowerBound
      let count = Int.random(in: least...range.upperBound, using: &random)
      return "[" + (0..<count).map { _ in make(&random) }.joined(separator: ", ") + "]"
    }
    func polygon(_ random: inout SeededGenerator) -> String {
      "["
        + (0..<Int.random(in: 1...3, using: &random)).map { _ in
          ring(faulty: faulty, using: &random)
        }
        .joined(separator: ",") + "]"
    }
    func point(_ random: inout SeededGenerator) -> String {
      position(faulty: faulty, using: &random)
    }
    let kind = Int.random(in: 0..<(depth == 0 ? 8 : 6), using: &random)
    let (type, coordinates): (String, String) =
      switch kind {
      case 0: ("Point", point(&random))
      case 1: ("MultiPoint", many(1...3, point))
      case 2: ("LineString", many(2...4, point))
      case 3: ("MultiLineString", "[" + many(2...3, point) + "," + many(2...3, point) + "]")
      case 4: ("Polygon", polygon(&random))
      case 5: ("MultiPolygon", "[" + polygon(&random) + "," + polygon(&random) + "]")
      case 6: ("GeometryCollection", many(1...3) { geometry(faulty: faulty, depth: 1, using: &$0) })
      default: ("", "")
      }
    if type.isEmpty { return "null" }
    let wrong = faulty && Int.random(in: 0..<10, using: &random) == 0
    let name = wrong ? ["Polygon", "Point", "Foo"].randomElement(using: &random) ?? type : type
    return object(
      [
        ("type", "\"\(name)\""),
        (type == "GeometryCollection" ? "geometries" : "coordinates", coordinates),
      ], using: &random)
  }

  private static func ring(faulty: Bool, using random: inout SeededGenerator) -> String {
    let count = Int.random(in: 3...5, using: &random)
    var positions = (0..<count).map { _ in position(faulty: faulty, using: &random) }
    if !faulty || Int.random(in: 0..<8, using: &random) > 0 { positions.append(positions[0]) }
    return "[" + positions.joined(separator: ",") + "]"
  }

  private static func position(faulty: Bool, using random: inout SeededGenerator) -> String {
    var numbers = (0..<2).map { _ in number(using: &random) }
    if Int.random(in: 0..<5, using: &random) == 0 { numbers.append(number(using: &random)) }
    if faulty {
      switch Int.random(in: 0..<60, using: &random) {
      case 0: numbers.removeLast()
      case 1: numbers += ["1", "2"]
      case 2: numbers[0] = "1e400"
      case 3: numbers[1] = "\"a\""
      case 4: numbers[1] = "[]"
      case 5: numbers = []
      default: break
      }
    }
    return "[" + numbers.joined(separator: Bool.random(using: &random) ? "," : " , ") + "]"
  }

  private static func number(using random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: "\(Int.random(in: -180...180, using: &random))"
    case 1: "\(Double.random(in: -1...1, using: &random))"
    case 2: "1.5e-3"
    default: "\(Double.random(in: -180...180, using: &random))"
    }
  }

  private static func object(
    _ members: [(String, String)], using random: inout SeededGenerator
  ) -> String {
    let space = ["", "", " ", "\n  "].randomElement(using: &random) ?? ""
    return "{" + space
      + members.shuffled(using: &random).map { "\"\($0)\":\(space)\($1)" }
      .joined(separator: "," + space) + space + "}"
  }
}
