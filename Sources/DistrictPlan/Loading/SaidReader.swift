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
  /// Which properties of a feature have the other keys.
  private var others: [Int] = []

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
    further = FurtherProperties(fresh, beside: values)
    others = fresh.indices.filter { index in
      FeatureKey(named: fresh[index].key).map { $0 != .id && values[$0] == nil } ?? true
    }
    said = SaidValues(values, of: kind, otherKeys: others.map { fresh[$0].key })
    // What is wrong with a feature has to be said of each.
    self.kind = log.faults.count == faults ? kind : nil
    members = fresh.map { Member(json: $0, isKnown: FeatureKey(named: $0.key) != nil) }
    return (said, further)
  }

  /// The values of the properties that were read last, as far as they have the other keys.
  func others(of fresh: [JSONMember]) -> [FeatureValue?] {
    others.map { FeatureValue(fresh[$0].value) }
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
