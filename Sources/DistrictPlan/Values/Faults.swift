public import GeoJSONCoding
public import Messages
public import PlanFindings

/// Something in a plan's files that can be read but is not what it should be.
///
/// `check` reports faults as findings and goes on; commands that write refuse them.
public struct PlanFault: Hashable, Sendable {
  /// The rule that the fault offends, such as `D01`.
  public let code: String
  /// Where it stands.
  public let location: SourceLocation
  /// What is.
  public let message: Wording
  /// What to do about it.
  public let help: Wording?
  /// The feature, statement or entry that has the fault.
  public let subject: String?
  /// How much it weighs where the plan does not declare the rule; `nil` for as much as the rule.
  public let severity: Severity?

  /// Creates a fault.
  public init(
    code: String, location: SourceLocation, message: Wording, help: Wording? = nil,
    subject: String? = nil, severity: Severity? = nil
  ) {
    self.code = code
    self.location = location
    self.message = message
    self.help = help
    self.subject = subject
    self.severity = severity
  }
}

/// Why a plan cannot be read at all.
public struct PlanError: WordedError, Hashable, Sendable {
  /// The file, and the place in it where known.
  public let location: SourceLocation?
  /// What is.
  public let message: Wording
  /// What to do about it.
  public let help: Wording?

  /// Creates an error.
  public init(location: SourceLocation? = nil, message: Wording, help: Wording? = nil) {
    self.location = location
    self.message = message
    self.help = help
  }
}

extension PlanError {
  /// The message.
  public var wording: Wording { message }

  /// The place and the message in English.
  public var description: String { (location.map { "\($0): " } ?? "") + message.english }

  /// Creates an error from a fault, for commands that refuse it.
  public init(_ fault: PlanFault) {
    self.init(location: fault.location, message: fault.message, help: fault.help)
  }
}

/// Faults in the order in which they were met.
package struct FaultLog {
  package private(set) var faults: [PlanFault] = []

  package init() {}

  /// Adds what another log holds.
  mutating func add(_ other: FaultLog) { faults += other.faults }

  package mutating func report(
    _ code: String, at location: SourceLocation, _ message: Wording, help: Wording? = nil,
    subject: String? = nil, severity: Severity? = nil
  ) {
    faults.append(
      PlanFault(
        code: code, location: location, message: message, help: help, subject: subject,
        severity: severity))
  }
}
