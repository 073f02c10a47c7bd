/// Lists the places where a label could stand, each with what is wrong with it.
///
/// What does not change from one look to the next (the text broken into lines, the lines made calm, the area's
/// middle) is found out once.
struct LabelCandidates {
  let request: LabelRequest
  let frame: PaperBox
  /// The text in one line and, when it is long, broken into lines of about equal length.
  private let texts: [(block: TextBlock, cost: Double)]
  /// The lines that the text may follow, the longest first.
  private let walks: [LineWalk]
  /// The area with the most room.
  private let shape: AreaShape?

  init(request: LabelRequest, frame: PaperBox) {
    (self.request, self.frame) = (request, frame)
    texts = Self.settings(of: request)
    switch request.place {
    case .points: (walks, shape) = ([], nil)
    case .lines(let lines):
      walks = lines.map { LineWalk($0).smoothed(over: request.look.size * 3) }
        .sorted { $0.length > $1.length }
      shape = nil
    case .areas(let areas):
      walks = []
      shape =
        areas.compactMap { AreaShape($0) }
        .sorted { $0.pole.clearance > $1.pole.clearance }.first
    }
  }

  /// Lists the places within the frame.
  ///
  /// - Parameters:
  ///   - reaching: Whether to list places away from the feature, too, and more of those at it.
  ///   - sketches: Takes the places instead of what it lists.
  func list(reaching: Bool, in sketches: inout LabelSketches) {
    sketches.clear()
    var listing = LabelListing(
      request: request, isReaching: reaching, texts: texts.prefix(reaching ? texts.count : 2),
      sketches: consume sketches)
    switch request.place {
    case .points(let points, let clearance):
      for point in points { listing.around(point, clearance: clearance) }
    case .lines: listing.along(walks)
    case .areas: if let shape { listing.inside(shape) }
    }
    sketches = listing.sketches
  }

  private static func settings(of request: LabelRequest) -> [(block: TextBlock, cost: Double)] {
    let look = request.look
    var result: [(lines: [String], cost: Double)] = []
    var texts = request.text.split(separator: "\n").map(String.init)
    if texts.isEmpty { texts = [request.text] }
    let width = texts.map { look.face.width(of: $0) }.max() ?? 0
    if width <= look.maxWidth { result.append((texts, 0)) }
    // Each line is to have two hanzi or so at least.
    let count = request.text.filter(TextWrap.isHanzi).count
    let room = count > 0 ? Double(count) : width
    let text = BreakableText(request.text, look.face)
    for parts in 2...4 where texts.count == 1 && room > 2 * Double(parts) - 0.5 {
      let lines = TextWrap.even(text, parts: parts, face: look.face)
      let widest = lines.map { look.face.width(of: $0) }.max() ?? 0
      guard lines.count > 1, widest <= look.maxWidth || parts == 4 else { continue }
      if !result.contains(where: { $0.lines == lines }) {
        // Two lines are common, more look like a list.
        result.append((lines, lines.count == 2 ? 0.4 : 1.2 * Double(lines.count - 1)))
      }
    }
    if result.isEmpty { result.append((texts, 0)) }
    return result.map { lines, cost in
      (TextBlock(lines, look, second: second(of: request, below: lines)), cost)
    }
  }

  /// The name in the other language, in lines not much wider than those above.
  private static func second(of request: LabelRequest, below lines: [String]) -> [String] {
    guard let text = request.second else { return [] }
    let look = request.look
    let above = (lines.map { look.face.width(of: $0) }.max() ?? 0) * look.size
    let limit = max(above * 1.5 / look.second.size, min(9, look.maxWidth))
    let breakable = BreakableText(text, look.face)
    for parts in 1...4 {
      let lines = TextWrap.even(breakable, parts: parts, face: look.face)
      if lines.allSatisfy({ look.face.width(of: $0) <= limit }) { return lines }
    }
    return TextWrap.even(breakable, parts: 4, face: look.face)
  }
}

/// The places of a label, as they are listed.
struct LabelListing {
  let request: LabelRequest
  /// Whether to list places away from the feature, too, and more of those at it.
  let isReaching: Bool
  /// The texts set flat, the numbers of their blocks and what is wrong with them.
  let settings: [(block: Int, cost: Double)]
  var sketches: LabelSketches

  init(
    request: LabelRequest, isReaching: Bool, texts: ArraySlice<(block: TextBlock, cost: Double)>,
    sketches: consuming LabelSketches
  ) {
    (self.request, self.isReaching) = (request, isReaching)
    settings = texts.indices.map { ($0, texts[$0].cost) }
    self.sketches = sketches
    self.sketches.blocks = texts.map(\.block)
  }
}
