// What the points of the examples lie in and on.

extension ExampleFeature {
  /// An area 'z' from (0, 0) to (10, 10) with a hole from (4, 4) to (6, 6).
  static let zoneWithHole = ExampleFeature.polygon(
    "z", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
    holes: [[(4, 4), (4, 6), (6, 6), (6, 4), (4, 4)]], kind: "zone")

  /// An area 'z' whose outline crosses itself at (5, 5): a part to the left and one to the right.
  static let crossedZone = ExampleFeature.polygon(
    "z", [(0, 0), (0, 10), (10, 0), (10, 10), (0, 0)], kind: "zone")

  /// A road 'r' from (0, 0) to (10, 0) with a vertex in the middle.
  static let roadOfThree = ExampleFeature.line("r", [(0, 0), (5, 0), (10, 0)])
}

extension [String] {
  /// The settings that hold facilities against zones.
  static let facilitiesInZones = ["on: facilitys", "with: zones"]
  /// The settings that hold facilities against roads.
  static let facilitiesOnRoads = ["on: facilitys", "with: roads"]
}
