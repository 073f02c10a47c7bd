/// What a GeoJSON file holds, and what is wrong with it.
public struct GeoJSONCollection: Sendable {
  /// What the file's root is.
  public enum Root: String, Hashable, Sendable {
    /// A feature collection.
    case featureCollection
    /// One feature, read as a collection of one.
    case feature
    /// One geometry, read as a feature without properties.
    case geometry
    /// A sequence of features, one a line or one a record.
    case sequence
  }

  /// The file.
  public var source: SourceText
  /// What its root is.
  public var root: Root
  /// The features in file order, those with faults included.
  public var features: [GeoJSONFeature]
  /// Members of the collection that RFC 7946 does not name.
  public var foreignMembers: [JSONMember]
  /// The `crs` member of older files; RFC 7946 has none.
  public var crs: JSONValue?
  /// The `bbox` member as written.
  public var boundingBox: [Double]?
  /// The faults in file order.
  public var faults: [GeoJSONFault]

  init(source: SourceText) {
    self.source = source
    root = .featureCollection
    features = []
    foreignMembers = []
    faults = []
  }

  /// Whether nothing is wrong that a reader must not accept.
  public var isAcceptable: Bool { faults.allSatisfy(\.kind.isTolerable) }

  /// The place of a fault.
  public func location(of fault: GeoJSONFault) -> SourceLocation {
    source.location(at: fault.offset)
  }
}
