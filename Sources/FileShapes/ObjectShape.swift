public import Messages

/// The keys that an object in a file may have, and what each means.
public struct ObjectShape: Sendable {
  /// A key.
  public struct Key: Sendable {
    /// The key as it is written.
    public let name: String
    /// What its value has to be.
    public let shape: ValueShape
    /// Whether an object without it is at fault.
    public let isRequired: Bool
    /// What it says.
    public let meaning: Wording

    /// A key that must be there.
    public static func required(_ name: String, _ shape: ValueShape, _ meaning: Wording) -> Key {
      Key(name: name, shape: shape, isRequired: true, meaning: meaning)
    }

    /// A key that may be left out.
    public static func optional(_ name: String, _ shape: ValueShape, _ meaning: Wording) -> Key {
      Key(name: name, shape: shape, isRequired: false, meaning: meaning)
    }
  }

  /// What must hold of several keys together.
  public enum Condition: Hashable, Sendable {
    /// Exactly one of them is there, and no empty list.
    case oneOf([String])
    /// At least one of the keys is there, unless the other is.
    case anyOf([String], unless: String)
    /// Where the first is, none of the others may be.
    case apart(String, from: [String])
    /// Where the first is, the others must be too.
    case together(String, with: [String])
    /// The keys must be there unless the other is.
    case needed([String], unless: String)
    /// Every item of a list has the keys, or another object has them for all.
    case filled([String], in: String, by: String)
    /// The key is there, or in the object under the other key.
    case here(String, orIn: String)
  }

  /// The name, unique among the objects of a file.
  public let name: String
  /// What the object is.
  public let meaning: Wording
  /// The keys in the order in which people write them.
  public let keys: [Key]
  /// What must hold of several keys together.
  public let conditions: [Condition]
  /// What the values of keys have to be that are not listed; `nil` where there may be none.
  public let others: ValueShape?
  /// What a sentence calls such an object, such as `a count`; `nil` where it has no name of its own.
  public let noun: Wording?
  /// Whether a key without a value is as good as absent, where the file can have such keys.
  public let allowsEmpty: Bool

  /// Creates a shape.
  public init(
    _ name: String, _ meaning: Wording, _ keys: [Key], _ conditions: [Condition] = [],
    others: ValueShape? = nil, noun: Wording? = nil, allowsEmpty: Bool = true
  ) {
    self.name = name
    self.meaning = meaning
    self.keys = keys
    self.conditions = conditions
    self.others = others
    self.noun = noun
    self.allowsEmpty = allowsEmpty
  }

  /// The names of the keys.
  public var names: [String] { keys.map(\.name) }

  /// The key with a name.
  public func key(_ name: String) -> Key? { keys.first { $0.name == name } }

  /// The same keys, none of them required: what another object may fill in.
  public var partial: ObjectShape {
    ObjectShape(
      name, meaning, keys.map { .optional($0.name, $0.shape, $0.meaning) }, others: others,
      allowsEmpty: allowsEmpty)
  }
}
