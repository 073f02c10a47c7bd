/// Why numbers are not a geometry.
public enum GeometryError: Error, Hashable, Sendable {
  /// A coordinate is NaN or infinite.
  case notFinite
  /// A line or ring has too few points.
  case tooFewPoints(found: Int, required: Int)
  /// The last point of a ring differs from its first.
  case openRing
}

extension GeometryError: CustomStringConvertible {
  /// What is, in the words of a finding.
  public var description: String {
    switch self {
    case .notFinite: "a coordinate is not a finite number"
    case .tooFewPoints(let found, let required): "needs \(required) points, found \(found)"
    case .openRing: "the last point of the ring differs from its first"
    }
  }
}
