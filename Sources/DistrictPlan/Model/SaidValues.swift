/// What a feature says under keys that the schema knows, without what is kept beside it: the id and the kind.
struct SaidValues: Equatable, Sendable {
  /// The properties by key, in the types that the schema gives them.
  ///
  /// Most features of large files say nothing else, or all of them the same; a copy takes no memory.
  let values: [FeatureKey: FeatureValue]
  /// Their keys.
  let keys: KeySet
  /// Whether the kind is said as well.
  let saysKind: Bool

  init(_ all: [FeatureKey: FeatureValue], of kind: FeatureKind) {
    let saysKind = all[.kind] == .text(kind.rawValue)
    self.saysKind = saysKind
    values =
      all[.id] == nil && !saysKind
      ? all : all.filter { $0.key != .id && !(saysKind && $0.key == .kind) }
    keys = KeySet(values.keys)
  }
}
