internal import GeoJSONCoding

/// Reads what features say in keys that the schema knows.
///
/// Most features of a file say the same as the one before; one copy is then enough.
struct SaidReader: Sendable {
  /// A property of the last feature.
  private struct Member {
    let json: JSONMember
    /// Whether the schema knows its key.
    let isKnown: Bool
  }

  private let source: SourceText
  private var kind: FeatureKind?
  private var members: [Member] = []
  private var said = SaidValues([:], of: .feature)
  private var further = FurtherProperties()

  init(source: SourceText) { self.source = source }

  /// What the properties of a feature say, and which there are beside.
  mutating func read(
    _ fresh: [JSONMember], of kind: FeatureKind, id: String, log: inout FaultLog
  ) -> (said: SaidValues, further: FurtherProperties) {
    if kind == self.kind, saysTheSame(fresh) { return (said, further) }
    let faults = log.faults.count
    var reader = PropertyReader(source: source, kind: kind, id: id, log: log)
    let values = reader.values(of: fresh)
    log = reader.log
    said = SaidValues(values, of: kind)
    further = FurtherProperties(fresh, beside: values)
    // What is wrong with a feature has to be said of each.
    self.kind = log.faults.count == faults ? kind : nil
    members = fresh.map { Member(json: $0, isKnown: FeatureKey(named: $0.key) != nil) }
    return (said, further)
  }

  /// Whether properties say what those read last do, but for another text as id.
  private func saysTheSame(_ fresh: [JSONMember]) -> Bool {
    guard fresh.count == members.count else { return false }
    for index in fresh.indices {
      guard fresh[index].key == members[index].json.key else { return false }
      if !members[index].isKnown || fresh[index].value == members[index].json.value { continue }
      guard fresh[index].key == FeatureKey.id.rawValue, fresh[index].value.text != nil,
        members[index].json.value.text != nil
      else { return false }
    }
    return true
  }
}
