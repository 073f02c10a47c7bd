public import GeoJSONCoding
public import MapGeometry

/// A value of a feature's property.
public enum FeatureValue: Hashable, Sendable {
  case text(String)
  case texts([String])
  case number(Double)
  case flag(Bool)
}

/// One thing that the plan draws or lists.
///
/// Never changes; a class, because lists of features are copied and filtered all the time.
public final class PlanFeature: Identifiable, Sendable {
  /// The stable id, such as `road.main`.
  public let id: String
  /// What it is.
  public let kind: FeatureKind
  /// The properties by key, in the types that the schema gives them.
  public let values: [FeatureKey: FeatureValue]
  /// The properties as the file writes them, unknown ones included.
  public let properties: [JSONMember]
  /// The file it stands in, relative to the plan folder.
  public let file: String
  /// The place in longitude and latitude; `nil` when it has none yet.
  public let geometry: GeoGeometry?
  /// The place in the working CRS, vertex by vertex.
  public let plane: PlaneGeometry?
  /// The place in the working CRS with points added, so that edges stay straight on the ellipsoid.
  ///
  /// Straight in longitude and latitude, to within half a millimetre. Areas and overlaps are measured
  /// on this one.
  public let densePlane: PlaneGeometry?
  /// The place of each vertex in the file, in the order of `geometry.positions`.
  let vertexOffsets: [UInt32]
  /// The place of its first byte in the file.
  let offset: Int
  let source: SourceText

  init(
    id: String, kind: FeatureKind, values: [FeatureKey: FeatureValue], properties: [JSONMember],
    file: String, offset: Int, geometry: GeoGeometry?, plane: PlaneGeometry?,
    densePlane: PlaneGeometry?, vertexOffsets: [UInt32], source: SourceText
  ) {
    self.id = id
    self.kind = kind
    self.values = values
    self.properties = properties
    self.file = file
    self.offset = offset
    self.geometry = geometry
    self.plane = plane
    self.densePlane = densePlane
    self.vertexOffsets = vertexOffsets
    self.source = source
  }

  /// Where the feature starts in its file.
  public var location: SourceLocation { source.location(at: offset) }

  /// Where a vertex stands in the file.
  public func location(ofVertex index: Int) -> SourceLocation {
    guard vertexOffsets.indices.contains(index) else { return location }
    return source.location(at: Int(vertexOffsets[index]))
  }

  /// The text under a key.
  public func text(_ key: FeatureKey) -> String? {
    if case .text(let text) = values[key] { text } else { nil }
  }

  /// The texts under a key; empty when there are none.
  public func texts(_ key: FeatureKey) -> [String] {
    if case .texts(let texts) = values[key] { texts } else { [] }
  }
}

extension PlanFeature {
  /// The value of a property, known to the schema or not; `nil` where there is none.
  public func attribute(_ key: String) -> FeatureValue? {
    if let known = FeatureKey(rawValue: key), let value = values[known] { return value }
    guard let json = properties.value(of: key) else { return nil }
    return switch json.kind {
    case .string(let text): .text(text)
    case .number(let number, _): .number(number)
    case .bool(let flag): .flag(flag)
    case .array(let items): .texts(items.compactMap(\.text))
    case .null, .object: nil
    }
  }

  /// Where a property's value stands; the feature's own place where it has none.
  public func location(of key: String) -> SourceLocation {
    properties.value(of: key).map { source.location(at: $0.offset) } ?? location
  }

  /// The Chinese name.
  public var name: String? { text(.name) }
  /// The name in Latin letters.
  public var nameEnglish: String? { text(.nameEnglish) }
  /// What to call the feature in a sentence: its name, else its slot or function, else its id.
  public var displayName: String { name ?? text(.slot) ?? text(.function) ?? id }
  /// The declared other names.
  public var aliases: [String] { texts(.aliases) }
  /// The statements for which the feature exists.
  public var why: [String] { texts(.why) }
  /// Where its geometry comes from.
  public var basis: Basis? { text(.basis).flatMap(Basis.init) }
  /// The class of a road.
  public var roadClass: RoadClass? { text(.class).flatMap(RoadClass.init) }
  /// What a road work does.
  public var action: WorkAction? { text(.action).flatMap(WorkAction.init) }
  /// The direction that the documents give a work.
  public var direction: Compass? { text(.direction).flatMap(Compass.init) }
  /// Which way a watercourse of the grid runs.
  public var axis: GridAxis? { text(.axis).flatMap(GridAxis.init) }
  /// Whether everything flows here in the end.
  public var isOutlet: Bool { values[.outlet] == .flag(true) }
  /// Whether the feature is meant to be joined to no other.
  public var isIsland: Bool { values[.island] == .flag(true) }
  /// Why the line may end free at its first point.
  public var startEnd: LineEnd? { text(.start).flatMap(LineEnd.init) }
  /// Why the line may end free at its last point.
  public var endEnd: LineEnd? { text(.end).flatMap(LineEnd.init) }
  /// How far the drawn place may be from the true one, in metres.
  public var accuracy: Double? {
    if case .number(let number) = values[.accuracy] { number } else { nil }
  }
  /// Whether the place, or the membership in its set, is our assumption.
  public var isAssumed: Bool { basis == .assumed || text(.identity) == "assumed" }
}
