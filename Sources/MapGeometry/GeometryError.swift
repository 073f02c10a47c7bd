public import Messages

/// Why numbers are not a geometry.
public enum GeometryError: WordedError, Hashable, Sendable {
  /// A coordinate is NaN or infinite.
  case notFinite
  /// A line or ring has too few points.
  case tooFewPoints(found: Int, required: Int)
  /// The last point of a ring differs from its first.
  case openRing
}

extension GeometryError {
  /// What is, in the words of a finding.
  public var wording: Wording {
    switch self {
    case .notFinite: Wording("a coordinate is not a finite number", zh: "坐标不是有限数")
    case .tooFewPoints(let found, let required):
      Wording("needs \(required) points, found \(found)", zh: "需要 \(required) 个点，实际 \(found) 个")
    case .openRing:
      Wording("the last point of the ring differs from its first", zh: "环的末点与首点不同")
    }
  }
}
