public import Messages

/// Something in a GeoJSON file that RFC 7946 does not allow or advises against.
public struct GeoJSONFault: Hashable, Sendable {
  /// What sort of fault it is.
  public var kind: Kind
  /// The offset of the byte that is at fault.
  public var offset: Int
  /// The position of the feature in the collection; `nil` for a fault of the file itself.
  public var featureIndex: Int?
  /// What is there.
  public var message: Wording
  /// What to do about it.
  public var help: Wording?

  /// Creates a fault.
  public init(
    _ kind: Kind, offset: Int, featureIndex: Int? = nil, message: Wording, help: Wording? = nil
  ) {
    self.kind = kind
    self.offset = offset
    self.featureIndex = featureIndex
    self.message = message
    self.help = help
  }
}

extension GeoJSONFault {
  /// The sorts of faults.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A member is missing, or stands where it may not.
    case structure
    /// A member's value has a type or a word that the member cannot have.
    case wrongType
    /// The coordinates are nested deeper or less deep than the geometry's type asks.
    case nesting
    /// A line, ring or position has too few parts.
    case tooFewPositions
    /// A ring does not end where it starts.
    case unclosedRing
    /// A number is larger than a Double can hold.
    case hugeNumber
    /// An object has two members of the same key.
    case duplicateKey
    /// The `bbox` is not twice as many numbers as a position has.
    case boundingBox
    /// The `crs` member names another system than longitude and latitude on WGS84.
    case foreignCRS
    /// A `crs` member names what RFC 7946 prescribes anyway.
    case crsMember
    /// A position has more than three numbers.
    case tooManyOrdinates
    /// A ring turns the other way than RFC 7946 3.1.6 asks.
    case windingOrder
    /// A geometry has no coordinates; it is read as `null`.
    case emptyCoordinates
    /// A geometry collection stands in a geometry collection.
    case nestedCollection
    /// A member that RFC 7946 does not name stands where it is not kept.
    case lostMember
    /// The file starts with a byte order mark.
    case bom
    /// The file ends its lines with a carriage return.
    case carriageReturn

    /// Whether the features are whole in spite of the fault, so that a reader may accept the file with
    /// a warning and the writer puts it right.
    public var isTolerable: Bool {
      switch self {
      case .crsMember, .tooManyOrdinates, .windingOrder, .emptyCoordinates, .nestedCollection,
        .lostMember, .bom, .carriageReturn:
        true
      default: false
      }
    }
  }
}
