public import MapGeometry
public import Messages

/// Why a geometry could not be worked on.
public enum TopologyError: WordedError, Hashable, Sendable {
  /// A coordinate, distance or tolerance is NaN or infinite.
  case notFinite
  /// GEOS made numbers that are no geometry.
  case geometry(GeometryError)
  /// GEOS refused; `message` is its own text, which may be empty.
  case engine(operation: String, message: String)
}

extension TopologyError {
  /// What is, in the words of a finding; what GEOS says is quoted.
  public var wording: Wording {
    switch self {
    case .notFinite:
      Wording("a coordinate or distance is not a finite number", zh: "坐标或距离不是有限数")
    case .geometry(let error):
      Wording("the result \(error)", zh: "运算结果\(error.wording.chinese)")
    case .engine(let operation, let message):
      message.isEmpty
        ? Wording("'\(operation)' failed", zh: "“\(operation)”失败")
        : Wording(
          "'\(operation)' failed: \(message)", zh: "“\(operation)”失败，GEOS 报告“\(message)”")
    }
  }
}
