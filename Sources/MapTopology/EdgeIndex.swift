public import MapGeometry

/// Finds straight edges near a place, by the boxes of runs of edges that follow one another.
///
/// An index of single edges would be ten times as large, and most of its work is in making it.
public struct EdgeIndex: Sendable {
  /// How many edges a run has at most.
  private static let runLength = 10
  private let runs: [Range<Int>]
  private let index: BoxIndex

  /// Creates an index.
  ///
  /// - Parameters:
  ///   - lines: The edges of each line, by their places; ascending.
  ///   - segment: The edge at a place.
  public init(_ lines: some Sequence<Range<Int>>, _ segment: (Int) -> Segment) {
    self.init(
      lines,
      box: { run in
        var box = segment(run.lowerBound).box
        for place in run.dropFirst() { box = box.union(segment(place).box) }
        return Bounds(box)
      })
  }

  /// Creates an index.
  ///
  /// - Parameters:
  ///   - lines: The edges of each line, by their places; ascending.
  ///   - box: The box around edges of a line.
  public init(_ lines: some Sequence<Range<Int>>, box: (Range<Int>) -> Bounds<PlanePoint>) {
    var runs: [Range<Int>] = []
    var boxes: [Bounds<PlanePoint>] = []
    for line in lines {
      for start in stride(from: line.lowerBound, to: line.upperBound, by: Self.runLength) {
        let run = start..<min(start + Self.runLength, line.upperBound)
        runs.append(run)
        boxes.append(box(run))
      }
    }
    self.runs = runs
    index = BoxIndex(boxes)
  }

  /// The edges whose boxes touch `bounds` grown by `margin`, in ascending order.
  ///
  /// - Parameter segment: The edge at a place, as it was when the index was made.
  public func query(
    _ bounds: Bounds<PlanePoint>, margin: Double = 0, _ segment: (Int) -> Segment
  ) -> [Int] {
    let box = Box(bounds).grown(by: margin)
    var found: [Int] = []
    for run in index.query(bounds, margin: margin) {
      for place in runs[run] where segment(place).box.touches(box) { found.append(place) }
    }
    return found
  }
}

extension Segment {
  fileprivate var box: Box { Box(start, end) }
}

extension Bounds<PlanePoint> {
  fileprivate init(_ box: Box) {
    self.init(PlanePoint(x: box.minX, y: box.minY), PlanePoint(x: box.maxX, y: box.maxY))
  }
}
