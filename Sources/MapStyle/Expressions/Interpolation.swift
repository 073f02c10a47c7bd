import GeoJSONCoding
import Messages

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a value moves from one stop to the next.
enum Interpolation: Hashable, Sendable {
  case exponential(base: Double)
  case bezier(CubicBezier)

  /// Reads `["linear"]`, `["exponential", base]` or `["cubic-bezier", x1, y1, x2, y2]`.
  init?(_ json: JSONValue, _ parser: inout ExpressionParser, _ call: ExpressionCall) {
    guard let elements = json.array, let name = elements.first else {
      parser.fail(
        Wording(
          "'\(call.name)' needs a curve such as [\"linear\"]",
          zh: "“\(call.name)”需要曲线，例如 [\"linear\"]"), in: call, at: 1)
      return nil
    }
    switch name.text {
    case "linear":
      self = .exponential(base: 1)
    case "exponential":
      guard elements.count > 1, let base = elements[1].number else {
        parser.fail(
          Wording("'exponential' needs a number as its base", zh: "“exponential”的底应为数字"),
          at: call.path + "[1][1]", json.offset)
        return nil
      }
      self = .exponential(base: base)
    case "cubic-bezier":
      let numbers = elements.dropFirst().compactMap(\.number)
      guard elements.count == 5, numbers.count == 4, numbers.allSatisfy({ 0...1 ~= $0 }) else {
        parser.fail(
          Wording(
            "'cubic-bezier' needs four numbers between 0 and 1",
            zh: "“cubic-bezier”需要四个 0 与 1 之间的数"), in: call, at: 1)
        return nil
      }
      self = .bezier(
        CubicBezier(x1: numbers[0], y1: numbers[1], x2: numbers[2], y2: numbers[3]))
    default:
      let quoted = name.quoted
      parser.fail(
        Wording("unknown curve \(quoted.english)", zh: "未知的曲线\(quoted.chinese)"),
        at: call.path + "[1][0]", name.offset,
        help: Wording(
          "write linear, exponential or cubic-bezier", zh: "写 linear、exponential 或 cubic-bezier"))
      return nil
    }
  }

  /// How far a number is on the way between two stops, 0 to 1.
  func share(of number: Double, from lower: Double, to upper: Double) -> Double {
    switch self {
    case .exponential(let base): Self.share(number - lower, of: upper - lower, base: base)
    case .bezier(let curve): curve.y(at: Self.share(number - lower, of: upper - lower, base: 1))
    }
  }

  private static func share(_ progress: Double, of whole: Double, base: Double) -> Double {
    if whole == 0 { return 0 }
    return base == 1 ? progress / whole : (pow(base, progress) - 1) / (pow(base, whole) - 1)
  }
}

/// A curve from (0, 0) to (1, 1) with two control points, as in CSS.
struct CubicBezier: Hashable, Sendable {
  let x1: Double
  let y1: Double
  let x2: Double
  let y2: Double

  /// The height at a place along the x axis.
  func y(at x: Double) -> Double {
    // x grows with the parameter, so halving finds it.
    var low = 0.0
    var high = 1.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if Self.position(middle, x1, x2) < x { low = middle } else { high = middle }
    }
    return Self.position((low + high) / 2, y1, y2)
  }

  private static func position(_ t: Double, _ a: Double, _ b: Double) -> Double {
    let rest = 1 - t
    return 3 * rest * rest * t * a + 3 * rest * t * t * b + t * t * t
  }
}
