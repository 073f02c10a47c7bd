/// Lists the places where a label could stand, each with what is wrong with it.
struct LabelCandidates {
  let request: LabelRequest
  let frame: PaperBox
  /// Whether to list places away from the feature, too, and more of those at it.
  let withLeaders: Bool
  /// The text in one line and, when it is long, broken into lines of about equal length.
  let settings: [(block: TextBlock, cost: Double)]

  init(request: LabelRequest, frame: PaperBox, withLeaders: Bool = false) {
    (self.request, self.frame, self.withLeaders) = (request, frame, withLeaders)
    let settings = Self.settings(of: request)
    self.settings = withLeaders ? settings : Array(settings.prefix(2))
  }

  /// All places, also those that reach over the frame.
  func everywhere() -> [LabelCandidate] {
    switch request.place {
    case .points(let points, let clearance):
      points.flatMap { around($0, clearance: clearance) }
    case .lines(let lines): along(lines)
    case .areas(let areas): inside(areas)
    }
  }

  /// The places within the frame.
  func all() -> [LabelCandidate] {
    everywhere().filter { candidate in candidate.boxes.allSatisfy { frame.contains($0) } }
  }

  private static func settings(of request: LabelRequest) -> [(block: TextBlock, cost: Double)] {
    let look = request.look
    var result: [(lines: [String], cost: Double)] = []
    let texts = request.text.split(separator: "\n").map(String.init)
    let width = texts.map { look.face.width(of: $0) }.max() ?? 0
    if width <= look.maxWidth { result.append((texts, 0)) }
    // Each line is to have two hanzi or so at least.
    let count = request.text.filter(TextWrap.isHanzi).count
    let room = count > 0 ? Double(count) : width
    for parts in 2...4 where texts.count == 1 && room > 2 * Double(parts) - 0.5 {
      let lines = TextWrap.even(request.text, parts: parts, face: look.face)
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
    for parts in 1...4 {
      let lines = TextWrap.even(text, parts: parts, face: look.face)
      if lines.allSatisfy({ look.face.width(of: $0) <= limit }) { return lines }
    }
    return TextWrap.even(text, parts: 4, face: look.face)
  }
}
