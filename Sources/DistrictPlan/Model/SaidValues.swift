/// What a feature says under keys that the schema knows, without what is kept beside it: the id and the kind.
///
/// A class, because most features of a large file say nothing else, or all of them the same.
final class SaidValues: Sendable {
  /// The properties by key, in the types that the schema gives them.
  let values: [FeatureKey: FeatureValue]
  /// Their keys.
  let keys: KeySet
  /// Whether the kind is said as well.
  let saysKind: Bool
  /// The keys of the other properties, in their order.
  let otherKeys: [String]

  init(_ all: [FeatureKey: FeatureValue], of kind: FeatureKind, otherKeys: [String] = []) {
    let saysKind = all[.kind] == .text(kind.rawValue)
    self.saysKind = saysKind
    values =
      all[.id] == nil && !saysKind
      ? all : all.filter { $0.key != .id && !(saysKind && $0.key == .kind) }
    keys = KeySet(values.keys)
    self.otherKeys = otherKeys
  }
}
