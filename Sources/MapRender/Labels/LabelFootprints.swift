/// What all places of all labels of a map cover, in one list, to tell which exclude one another.
struct LabelFootprints {
  /// One place.
  struct Print {
    let owner: Int
    /// What its ink covers, and behind that what lies between characters set wide apart.
    let boxes: Range<Int>
    let gaps: Range<Int>
    let center: PaperPoint
    let leader: (from: PaperPoint, to: PaperPoint)?
  }

  private(set) var prints: [Print] = []
  /// For each place the box around all that it takes up.
  private var bounds: [PaperBox] = []
  private(set) var boxes: [PaperBox] = []
  /// For each label its places.
  private(set) var ranges: [Range<Int>] = []
  private var cells = BoxCells.none

  init(_ places: [LabelPlaces], frame: PaperBox) {
    prints.reserveCapacity(places.reduce(0) { $0 + $1.best.count })
    bounds.reserveCapacity(prints.capacity)
    boxes.reserveCapacity(places.reduce(0) { $0 + $1.sketches.boxes.count })
    for (owner, places) in places.enumerated() {
      let start = prints.count
      for place in places.best { add(place, of: places.sketches, owner: owner) }
      ranges.append(start..<prints.count)
    }
    cells = listed(frame: frame)
  }

  private mutating func add(_ place: LabelSketch, of sketches: LabelSketches, owner: Int) {
    let start = boxes.count
    var bounds = place.bounds
    boxes += sketches.boxes[place.boxes]
    let middle = boxes.count
    for index in place.gaps {
      boxes.append(sketches.gaps[index])
      bounds = bounds.union(sketches.gaps[index])
    }
    if let leader = place.leader, let box = PaperBox([leader.from, leader.to]) {
      bounds = bounds.union(box)
    }
    self.bounds.append(bounds)
    prints.append(
      Print(
        owner: owner, boxes: start..<middle, gaps: middle..<boxes.count, center: place.center,
        leader: place.leader))
  }

  /// Whether two names cannot stand in their places together: they overlap, or the leader of one
  /// runs through the other or across its leader.
  func excludes(_ first: Int, _ second: Int) -> Bool {
    bounds[first].overlaps(bounds[second])
      && Self.overlap(prints[first], prints[second], boxes.span)
  }

  @inline(__always)
  private static func overlap(_ a: Print, _ b: Print, _ boxes: borrowing Span<PaperBox>) -> Bool {
    if overlap(a.boxes, b.boxes, boxes) || overlap(a.boxes, b.gaps, boxes)
      || overlap(a.gaps, b.boxes, boxes)
    {
      return true
    }
    if let leader = a.leader {
      if crosses(leader, b.boxes, boxes) { return true }
      if let other = b.leader, PaperPoint.cross(leader.from, leader.to, other.from, other.to) {
        return true
      }
    }
    guard let leader = b.leader else { return false }
    return crosses(leader, a.boxes, boxes)
  }

  @inline(__always)
  private static func overlap(
    _ first: Range<Int>, _ second: Range<Int>, _ boxes: borrowing Span<PaperBox>
  ) -> Bool {
    var index = first.lowerBound
    while index < first.upperBound {
      var other = second.lowerBound
      while other < second.upperBound {
        if boxes[index].overlaps(boxes[other]) { return true }
        other += 1
      }
      index += 1
    }
    return false
  }

  private static func crosses(
    _ leader: (from: PaperPoint, to: PaperPoint), _ range: Range<Int>,
    _ boxes: borrowing Span<PaperBox>
  ) -> Bool {
    for index in range where boxes[index].isCrossed(from: leader.from, to: leader.to) {
      return true
    }
    return false
  }

  /// How many places a cell takes.
  ///
  /// Not a dozen names fit into one; without a limit, thousands of names in one
  /// spot would each be held against each other.
  static let room = 600

  /// For each place whether those of labels before it fill a cell that it needs; `nil` where that is true of none.
  var crowdedOut: [Bool]? {
    var result: [Bool]?
    for cell in 0..<cells.cellCount {
      for index in cells.range(of: cell).dropFirst(Self.room) {
        result = result ?? Array(repeating: false, count: prints.count)
        result?[Int(cells.numbers[index])] = true
      }
    }
    return result
  }

  /// The pairs of places of different labels that exclude one another, each pair once.
  func excludingPairs() -> [(Int32, Int32)] {
    // Places come label by label, so in each cell those of later labels begin behind a mark that only moves on.
    var marks = (0..<cells.cellCount).map { cells.range(of: $0).lowerBound }
    var seen = [Int32](repeating: -1, count: prints.count)
    var pairs: [(Int32, Int32)] = []
    let (prints, bounds, boxes) = (prints.span, bounds.span, boxes.span)
    let numbers = cells.numbers.span
    for number in prints.indices {
      let own = bounds[number]
      let next = Int32(ranges[prints[number].owner].upperBound)
      cells.forEachCell(of: own) { cell in
        let end = cells.range(of: cell).upperBound
        var index = marks[cell]
        while index < end, numbers[index] < next { index += 1 }
        marks[cell] = index
        while index < end {
          let other = Int(numbers[index])
          index += 1
          guard own.overlaps(bounds[other]), seen[other] != Int32(number) else { continue }
          seen[other] = Int32(number)
          if Self.overlap(prints[number], prints[other], boxes) {
            pairs.append((Int32(number), Int32(other)))
          }
        }
      }
    }
    return pairs
  }

  /// The places in cells; of leaders only the cells along their way.
  private func listed(frame: PaperBox) -> BoxCells {
    var all: [(box: PaperBox, number: Int32)] = []
    all.reserveCapacity(boxes.count + 8 * prints.count { $0.leader != nil })
    for (number, place) in prints.enumerated() {
      for index in place.boxes.lowerBound..<place.gaps.upperBound {
        all.append((boxes[index], Int32(number)))
      }
      guard let leader = place.leader else { continue }
      let count = max(1, Int(leader.from.distance(to: leader.to) / 3))
      for step in 0...count {
        let point = leader.from.interpolated(to: leader.to, at: Double(step) / Double(count))
        all.append(
          (PaperBox(x: point.x, y: point.y, width: 0, height: 0).grown(by: 1.5), Int32(number)))
      }
    }
    return BoxCells(frame: frame, size: 7, boxes: all)
  }
}
