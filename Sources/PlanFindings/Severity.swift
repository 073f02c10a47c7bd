/// How much a finding weighs.
public enum Severity: String, Hashable, Sendable, CaseIterable {
  /// The plan contradicts itself or its documents; CI fails.
  case error
  /// Worth a look; CI passes unless told otherwise.
  case warning
  /// Something to know, such as a deadline of which no result is reported.
  case info
}

extension Severity: Comparable {
  /// An error is the greatest.
  public static func < (a: Severity, b: Severity) -> Bool { a.weight < b.weight }

  private var weight: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .info: 0
    }
  }
}
