public import Messages
public import GeoJSONCoding
public import MapGeometry

/// A fault of a plan: who, where, how much, and which line of which file.
///
/// A finding is a value and never thrown; what stops gxq-map from doing its job is an error.
public struct Finding: Hashable, Sendable {
  /// A feature, statement or entry that takes part in a finding.
  public struct Party: Hashable, Sendable {
    /// The id of the feature, statement or entry.
    public let id: String
    /// Its name, if it has one.
    public let name: String?
    /// Where it stands in its file; for a vertex, where that vertex stands.
    public let location: SourceLocation?
    /// Which vertex of the feature it is about; `nil` for the whole feature.
    public let vertex: VertexPath?
    /// The layer that the feature belongs to.
    public var layer: String?

    /// Creates a party.
    public init(
      id: String, name: String?, location: SourceLocation?, vertex: VertexPath? = nil,
      layer: String? = nil
    ) {
      self.id = id
      self.name = name
      self.location = location
      self.vertex = vertex
      self.layer = layer
    }
  }

  /// A vertex of a geometry of parts and rings, each counted from 0.
  public struct VertexPath: Hashable, Sendable {
    /// The part of a multi-part geometry.
    public let part: Int
    /// The ring of a polygon: 0 is the outline, the others are holes.
    public let ring: Int
    /// The position in its line or ring.
    public let vertex: Int

    /// Creates a path.
    public init(part: Int, ring: Int, vertex: Int) {
      self.part = part
      self.ring = ring
      self.vertex = vertex
    }
  }

  /// The rule's stable code, such as `A01`.
  public let code: String
  /// The rule's name, such as `polygon-no-overlap`.
  public let ruleName: String
  /// How much it weighs, as declared by the plan.
  public var severity: Severity
  /// What is.
  public let message: Wording
  /// Everyone involved; the first is where the finding is reported.
  public var parties: [Party]
  /// How much, with unit and limit.
  public let measure: Measure?
  /// The faulty place itself, in longitude and latitude.
  public let geometry: GeoGeometry?
  /// A point in the faulty place.
  public let anchor: GeoPosition?
  /// The statements that the finding offends.
  public let statements: [String]
  /// What to do about it.
  public let help: Wording?
  /// A change of the files that would mend it; `nil` when a person must decide.
  public var fix: SuggestedFix?
  /// Whether a party was invalid and took part as a repaired copy.
  public let isDegraded: Bool
  /// Where on a map sheet it is seen; `nil` for findings about the plan itself.
  public var sheet: SheetPlace?
  /// The entry of the exceptions file that accepts the finding.
  public var acceptance: Acceptance?
  /// The entry that accepted it until it expired.
  public var lapsed: Acceptance?

  /// Creates a finding.
  public init(
    code: String, ruleName: String, severity: Severity, message: Wording, parties: [Party],
    measure: Measure? = nil, geometry: GeoGeometry? = nil, anchor: GeoPosition? = nil,
    statements: [String] = [], help: Wording? = nil, fix: SuggestedFix? = nil,
    isDegraded: Bool = false
  ) {
    self.code = code
    self.ruleName = ruleName
    self.severity = severity
    self.message = message
    self.parties = parties
    self.measure = measure
    self.geometry = geometry
    self.anchor = anchor
    self.statements = statements
    self.help = help
    self.fix = fix
    self.isDegraded = isDegraded
  }

  /// Takes what tells most findings apart; what equals another has all of that in common with it.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(anchor)
    if anchor == nil { hasher.combine(message) }
    for party in parties { hasher.combine(party.id) }
  }

  /// Where the finding is reported: the first party that stands in a file.
  public var location: SourceLocation? { parties.lazy.compactMap(\.location).first }
}
