public import GeoJSONCoding
public import MapGeometry

/// A value of a feature's property.
public enum FeatureValue: Hashable, Sendable {
  case text(String)
  case texts([String])
  case number(Double)
  case flag(Bool)
}

extension FeatureValue {
  /// What a property says, whatever the schema wants; `nil` where it says nothing.
  init?(_ json: JSONValue) {
    switch json.kind {
    case .string(let text): self = .text(text)
    case .number(let number, _): self = .number(number)
    case .bool(let flag): self = .flag(flag)
    case .array(let items): self = .texts(items.compactMap(\.text))
    case .null, .object: return nil
    }
  }
}

/// A place with points added, where it differs from the one without.
private enum DensePlace {
  case same
  indirect case other(PlaneGeometry)
}

/// One thing that the plan draws or lists.
///
/// Never changes; a class, because lists of features are copied and filtered all the time.
public final class PlanFeature: Identifiable, Sendable {
  /// The stable id, such as `road.main`.
  public let id: String
  /// What it is.
  public let kind: FeatureKind
  /// What it says under keys that the schema knows.
  let said: SaidValues
  /// The place in the working CRS, vertex by vertex.
  public let plane: PlaneGeometry?
  /// The place in the working CRS with points added, so that edges stay straight on the ellipsoid.
  ///
  /// Straight in longitude and latitude, to within half a millimetre. Areas and overlaps are measured
  /// on this one.
  public var densePlane: PlaneGeometry? {
    if case .other(let place) = denser { place } else { plane }
  }
  /// The box around ``densePlane``.
  public let bounds: Bounds<PlanePoint>?
  /// Whether it has a place.
  public var isPlaced: Bool { plane != nil }
  private let denser: DensePlace
  /// The file it stands in.
  let home: PlanFile
  /// The place of its first byte in the file.
  let offset: Int
  private let further: FurtherProperties
  /// The values under the other keys; empty where they are read again.
  private let others: [FeatureValue?]
  /// What the file says of it; `nil` where that is read again.
  private let written: WrittenFeature?

  init(
    id: String, kind: FeatureKind, said: SaidValues, home: PlanFile,
    offset: Int, place: FeaturePlace.Places?, further: FurtherProperties,
    others: [FeatureValue?] = [], written: WrittenFeature?
  ) {
    self.id = id
    self.kind = kind
    self.said = said
    self.home = home
    self.offset = offset
    plane = place?.vertices
    denser = place?.dense.map { .other($0) } ?? .same
    bounds = place?.bounds
    self.further = further
    self.others = others
    self.written = written
  }

  /// The same feature under another id.
  func named(_ id: String) -> PlanFeature { PlanFeature(self, id: id) }

  private init(_ other: PlanFeature, id: String) {
    self.id = id
    kind = other.kind
    said = other.said
    home = other.home
    offset = other.offset
    plane = other.plane
    denser = other.denser
    bounds = other.bounds
    further = other.further
    others = other.others
    written = other.written
  }

  /// The file it stands in, relative to the plan folder.
  public var file: String { home.name }

  /// The properties as the file writes them, unknown ones included.
  ///
  /// A feature of a large file is read again for them; who wants the value of one asks for that.
  public var properties: [JSONMember] { written?.properties ?? readAgain?.properties ?? [] }

  /// The place in longitude and latitude; `nil` when it has none yet.
  ///
  /// A feature of a large file is read again for it; ask ``plane`` where either will do.
  public var geometry: GeoGeometry? {
    if let written { return written.geometry }
    guard plane != nil else { return nil }
    return readAgain?.geometry.flatMap { try? $0.rounded(decimals: home.precision) }
  }

  /// The place of each vertex in the file, in the order of `geometry.positions`.
  var vertexOffsets: [UInt32] {
    written?.vertexOffsets ?? GeoJSONReader.vertexOffsets(at: offset, in: home.source)
  }

  private var readAgain: GeoJSONFeature? { GeoJSONReader.feature(at: offset, in: home.source) }

  /// Where the feature starts in its file.
  public var location: SourceLocation { home.source.location(at: offset) }

  /// Where a vertex stands in the file.
  public func location(ofVertex index: Int) -> SourceLocation {
    let offsets = vertexOffsets
    guard offsets.indices.contains(index) else { return location }
    return home.source.location(at: Int(offsets[index]))
  }

  /// The properties by key, in the types that the schema gives them.
  public var values: [FeatureKey: FeatureValue] {
    var values = said.values
    values[.id] = .text(id)
    if said.saysKind { values[.kind] = .text(kind.rawValue) }
    return values
  }

  /// The value under a key, in the type that the schema gives it.
  public func value(of key: FeatureKey) -> FeatureValue? {
    switch key {
    case .id: .text(id)
    case .kind where said.saysKind: .text(kind.rawValue)
    default: said.keys.contains(KeySet(key)) ? said.values[key] : nil
    }
  }

  /// The text under a key.
  public func text(_ key: FeatureKey) -> String? {
    if case .text(let text) = value(of: key) { text } else { nil }
  }

  /// The texts under a key; empty when there are none.
  public func texts(_ key: FeatureKey) -> [String] {
    if case .texts(let texts) = value(of: key) { texts } else { [] }
  }
}

extension PlanFeature {
  /// The value of a property, known to the schema or not; `nil` where there is none.
  public func attribute(_ key: String) -> FeatureValue? {
    // What the schema understands is not among the others, and most that styles ask for is.
    if !others.isEmpty, let place = said.otherKeys.lastIndex(of: key) { return others[place] }
    if let known = FeatureKey(named: key) { return attribute(known) }
    return further.contains(.ofOtherKeys) ? written(under: key) : nil
  }

  /// The value under a key, even where it is not of the type that the schema wants.
  public func attribute(_ key: FeatureKey) -> FeatureValue? {
    if let value = value(of: key) { return value }
    guard !further.isEmpty, further.contains(.of(key)) else { return nil }
    return written(under: key.rawValue)
  }

  private func written(under key: String) -> FeatureValue? {
    guard others.isEmpty else { return said.otherKeys.lastIndex(of: key).flatMap { others[$0] } }
    return properties.value(of: key).flatMap { FeatureValue($0) }
  }

  /// Where a property's value stands; the feature's own place where it has none.
  public func location(of key: String) -> SourceLocation {
    properties.value(of: key).map { home.source.location(at: $0.offset) } ?? location
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
  public var isOutlet: Bool { said.values[.outlet] == .flag(true) }
  /// Whether the feature is meant to be joined to no other.
  public var isIsland: Bool { said.values[.island] == .flag(true) }
  /// Why the line may end free at its first point.
  public var startEnd: LineEnd? { text(.start).flatMap(LineEnd.init) }
  /// Why the line may end free at its last point.
  public var endEnd: LineEnd? { text(.end).flatMap(LineEnd.init) }
  /// How far the drawn place may be from the true one, in metres.
  public var accuracy: Double? {
    if case .number(let number) = said.values[.accuracy] { number } else { nil }
  }
  /// Whether the place, or the membership in its set, is our assumption.
  public var isAssumed: Bool { basis == .assumed || text(.identity) == "assumed" }
}
