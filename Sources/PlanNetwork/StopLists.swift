/// The places along each line of a network where it may meet another, in order along it.
struct StopLists {
  /// A place along a line.
  struct Stop {
    /// The place, by its number in the table of places.
    var place: Int
    /// How far along the line, in metres.
    let distance: Double
  }

  /// The stops of all lines, line by line.
  private(set) var all: [Stop] = []
  /// For each line the place of its first stop; one more at the end.
  private var firsts = [0]

  /// How many lines there are.
  var count: Int { firsts.count - 1 }

  /// The stops of a line.
  subscript(line: Int) -> ArraySlice<Stop> { all[firsts[line]..<firsts[line + 1]] }

  /// Adds a stop to the line at hand.
  mutating func append(_ stop: Stop) { all.append(stop) }

  /// The line at hand has all its stops; the next one begins.
  mutating func endLine() { firsts.append(all.count) }

  /// Gives a stop another place.
  mutating func move(_ stop: Int, to place: Int) { all[stop].place = place }

  /// Adds stops to some lines; of stops at one distance the line's own come first, then in the order given.
  mutating func insert(_ more: [Int: [Stop]]) {
    guard !more.isEmpty else { return }
    var result = StopLists()
    result.all.reserveCapacity(all.count + more.values.reduce(0) { $0 + $1.count })
    result.firsts.reserveCapacity(firsts.count)
    for line in 0..<count {
      if let added = more[line] {
        result.all += (self[line] + added).enumerated()
          .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
          .map(\.element)
      } else {
        result.all += self[line]
      }
      result.endLine()
    }
    self = result
  }
}
