internal import GeoJSONCoding
internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// Turns faults that were met while reading into findings.
enum FaultFinding {
  static func finding(for fault: PlanFault, name: String, severity: Severity) -> Finding {
    let id = fault.subject ?? fault.location.file
    return Finding(
      code: fault.code, ruleName: name, severity: severity, message: fault.message,
      parties: [Finding.Party(id: id, name: fault.subject, location: fault.location)],
      help: fault.help)
  }
}

extension CheckContext {
  /// The faults of reading that belong to a rule, as findings of it.
  func faultFindings(for task: RuleTask) -> [Finding] {
    faults.filter { $0.code == task.description.code }.map {
      FaultFinding.finding(for: $0, name: task.description.name, severity: task.severity)
    }
  }
}
