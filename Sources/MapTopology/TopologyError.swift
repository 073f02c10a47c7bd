public import MapGeometry

/// Why a geometry could not be worked on.
public enum TopologyError: Error, Hashable, Sendable {
  /// A coordinate, distance or tolerance is NaN or infinite.
  case notFinite
  /// GEOS made numbers that are no geometry.
  case geometry(GeometryError)
  /// GEOS refused; `message` is its own text, which may be empty.
  case engine(operation: String, message: String)
}

extension TopologyError: CustomStringConvertible {
  /// What is, in the words of a finding.
  public var description: String {
    switch self {
    case .notFinite: "a coordinate or distance is not a finite number"
    case .geometry(let error): "the result \(error)"
    case .engine(let operation, let message):
      message.isEmpty ? "'\(operation)' failed" : "'\(operation)' failed: \(message)"
    }
  }
}
