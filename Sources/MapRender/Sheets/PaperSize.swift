internal import PlanFindings

/// A size of paper: a format of the ISO A series, or any size in millimetres.
public struct PaperSize: Hashable, Sendable {
  /// The width in millimetres.
  public let width: Double
  /// The height in millimetres.
  public let height: Double

  /// How a sheet lies.
  public enum Orientation: String, CaseIterable, Sendable { case landscape, portrait }

  private static let formats: [(name: String, short: Double, long: Double)] = [
    ("A4", 210, 297), ("A3", 297, 420), ("A2", 420, 594), ("A1", 594, 841), ("A0", 841, 1189),
  ]
  /// What a side may have.
  static let sides = 100.0...3000.0

  /// The texts that name a paper of the A series.
  public static var names: [String] {
    formats.flatMap { format in Orientation.allCases.map { "\(format.name) \($0.rawValue)" } }
  }

  /// Creates a size from sides in millimetres.
  init(width: Double, height: Double) { (self.width, self.height) = (width, height) }

  /// Reads `A3 landscape` or `600x900 mm`; `nil` for anything else.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    if words.count == 2, let format = Self.formats.first(where: { $0.name == words[0] }) {
      guard let orientation = Orientation(rawValue: String(words[1])) else { return nil }
      self = PaperSize(width: format.short, height: format.long).turned(orientation)
      return
    }
    let bare = text.hasSuffix("mm") ? text.dropLast(2) : text[...]
    let sides = bare.split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "×" }
    let numbers = sides.compactMap { Self.number($0) }
    guard sides.count == 2, numbers.count == 2, numbers.allSatisfy(Self.sides.contains) else {
      return nil
    }
    (width, height) = (numbers[0], numbers[1])
  }

  /// Reads what ``init(_:)`` reads, or the name of a format alone, which lies as another paper does.
  public init?(_ text: String, lyingAs other: PaperSize) {
    if let format = Self.formats.first(where: { $0.name == text }) {
      self = PaperSize(width: format.short, height: format.long).turned(other.orientation)
    } else if let size = PaperSize(text) {
      self = size
    } else {
      return nil
    }
  }

  /// How the paper lies.
  public var orientation: Orientation { width >= height ? .landscape : .portrait }

  /// The paper lying that way.
  public func turned(_ orientation: Orientation) -> PaperSize {
    self.orientation == orientation || width == height
      ? self : PaperSize(width: height, height: width)
  }

  /// `594 × 841 mm`.
  public var text: String {
    "\(DecimalText.short(width)) × \(DecimalText.short(height)) mm"
  }

  private static func number(_ text: Substring) -> Double? {
    let bare = String(text).trimmingSpaces
    guard !bare.isEmpty, bare.allSatisfy({ "0123456789.".contains($0) }) else { return nil }
    return Double(bare)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
