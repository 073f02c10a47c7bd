internal import MapGeometry

/// The places along each line of a network where it may meet another, in order along it.
struct StopLists: Sendable {
  /// A place along a line.
  struct Stop: Sendable {
    /// The place, by its number in the table of places.
    var place: Int32
    /// The last point of the line's course at or before it.
    let point: Int32
    /// How far beyond that point, in metres.
    let beyond: Double

    init(place: Int, at point: Int, beyond: Double = 0) {
      self.place = Int32(place)
      self.point = Int32(point)
      self.beyond = beyond
    }
  }

  /// The stops of all lines, line by line.
  private(set) var all: [Stop] = []
  /// For each line the place of its first stop; one more at the end.
  private var firsts = [0]

  /// - Parameter lines: How many lines there will be.
  init(lines: Int) {
    all.reserveCapacity(2 * lines)
    firsts.reserveCapacity(lines + 1)
  }

  /// How many lines there are.
  var count: Int { firsts.count - 1 }

  /// The stops of a line.
  subscript(line: Int) -> ArraySlice<Stop> { all[firsts[line]..<firsts[line + 1]] }

  /// The places of a line's stops among all.
  func range(of line: Int) -> Range<Int> { firsts[line]..<firsts[line + 1] }

  /// Adds a stop to the line at hand.
  mutating func append(_ stop: Stop) { all.append(stop) }

  /// The line at hand has all its stops; the next one begins.
  mutating func endLine() { firsts.append(all.count) }

  /// Gives a stop another place.
  mutating func move(_ stop: Int, to place: Int) { all[stop].place = Int32(place) }

  /// Adds stops to some lines; of stops at one distance the line's own come first, then in the order given.
  ///
  /// - Parameters:
  ///   - more: In order of lines.
  ///   - course: The points of a line.
  mutating func insert(_ more: [(line: Int, stop: Stop)], _ course: (_ line: Int) -> [PlanePoint]) {
    guard !more.isEmpty else { return }
    var result = StopLists(lines: count)
    result.all.reserveCapacity(all.count + more.count)
    var next = 0
    for line in 0..<count {
      let start = next
      while next < more.count, more[next].line == line { next += 1 }
      if start == next {
        result.all += self[line]
      } else {
        let ways = Self.ways(along: course(line))
        result.all += (self[line] + more[start..<next].map(\.stop)).enumerated()
          .map { (way: ways[Int($1.point)] + $1.beyond, number: $0, stop: $1) }
          .sorted { ($0.way, $0.number) < ($1.way, $1.number) }.map(\.stop)
      }
      result.endLine()
    }
    self = result
  }

  /// How far along a line each of its points is, in metres.
  static func ways(along points: [PlanePoint]) -> [Double] {
    var ways = [0.0]
    ways.reserveCapacity(points.count)
    for (point, next) in zip(points, points.dropFirst()) {
      ways.append(ways[ways.count - 1] + point.distance(to: next))
    }
    return ways
  }
}
