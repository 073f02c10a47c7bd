/// Some keys of the schema, in one number: whether a key is among them is seen without a search.
struct KeySet: OptionSet {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ key: FeatureKey) { rawValue = 1 << UInt64(key.number) }

  init(_ keys: some Sequence<FeatureKey>) {
    self = keys.reduce(into: []) { $0.insert(KeySet($1)) }
  }
}
