public import Messages

/// Objects that a word tells apart.
public struct Variants: Sendable {
  /// One kind of object.
  public struct Variant: Sendable {
    /// The words that it goes by.
    public let words: [String]
    /// Its keys, that of the word among them.
    public let shape: ObjectShape

    /// Creates a variant.
    public init(_ words: [String], _ shape: ObjectShape) {
      self.words = words
      self.shape = shape
    }
  }

  /// The name, unique among the objects of a file.
  public let name: String
  /// What the objects are.
  public let meaning: Wording
  /// The key that holds the word.
  public let key: String
  /// The key of the object that the word stands in; `nil` where it stands in the object itself.
  public let place: String?
  /// What the word says.
  public let keyMeaning: Wording
  /// The objects.
  public let variants: [Variant]

  /// Creates variants.
  public init(
    _ name: String, _ meaning: Wording, by key: String, in place: String? = nil,
    _ keyMeaning: Wording, _ variants: [Variant]
  ) {
    self.name = name
    self.meaning = meaning
    self.key = key
    self.place = place
    self.keyMeaning = keyMeaning
    self.variants = variants
  }

  /// All words.
  public var words: [String] { variants.flatMap(\.words) }

  /// The keys of the objects that go by a word.
  public func shape(_ word: String) -> ObjectShape? {
    variants.first { $0.words.contains(word) }?.shape
  }

  /// What an object has whatever its word is: for one whose word is none of them.
  public var common: ObjectShape {
    let all = variants.flatMap(\.shape.keys)
    var keys: [ObjectShape.Key] = []
    for key in all where !keys.contains(where: { $0.name == key.name }) {
      let everywhere = variants.allSatisfy { $0.shape.key(key.name)?.isRequired == true }
      let shape = variants.allSatisfy { $0.shape.key(key.name) != nil } && key.name != self.key
      keys.append(
        ObjectShape.Key(
          name: key.name, shape: shape ? key.shape : .anything, isRequired: everywhere,
          meaning: key.meaning))
    }
    return ObjectShape(
      name, meaning, keys, others: variants.compactMap(\.shape.others).isEmpty ? nil : .anything)
  }
}
