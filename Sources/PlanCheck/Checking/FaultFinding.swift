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

extension Finding {
  /// The finding with files as parties named as the manifest names them.
  ///
  /// Exceptions, baselines and fingerprints then hold wherever the check is started.
  func namingFiles(of plan: Plan) -> Finding {
    guard parties.contains(where: { $0.id == $0.location?.file }) else { return self }
    let folder = PlanFolder.displayPath(plan.directory) + "/"
    var finding = self
    finding.parties = parties.map { party in
      guard party.id == party.location?.file, party.id.hasPrefix(folder) else { return party }
      return Party(
        id: String(party.id.dropFirst(folder.count)), name: party.name, location: party.location,
        vertex: party.vertex, layer: party.layer)
    }
    return finding
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
