public import GeoJSONCoding

/// One declaration of a rule, and how much it looked at.
public struct RuleRun: Hashable, Sendable {
  /// The rule's code.
  public let code: String
  /// The rule's name.
  public let name: String
  /// Whether it was not run: the declaration says `off`, or the texts that it reads are not at hand.
  public let isOff: Bool
  /// The layers or features it was declared on; empty for all.
  public let on: [String]
  /// The layers or features they were held against.
  public let with: [String]
  /// The layers that it looked at.
  public let layers: [String]
  /// Where the declaration stands.
  public let location: SourceLocation
  /// How many features it looked at.
  public let features: Int
  /// How many features they were held against.
  public let partners: Int
  /// How many pairs were compared.
  public let pairs: Int
  /// How many overlaps and gaps were too small to count.
  public let belowNoiseFloor: Int
  /// The fingerprints of what it found.
  public let found: [String]
  /// How long it took; differs from run to run, and belongs in no other output than timings.
  public let seconds: Double

  /// Creates a record.
  public init(
    code: String, name: String, isOff: Bool, on: [String], with: [String], layers: [String],
    location: SourceLocation, features: Int, partners: Int, pairs: Int, belowNoiseFloor: Int,
    found: [String] = [], seconds: Double
  ) {
    self.code = code
    self.name = name
    self.isOff = isOff
    self.on = on
    self.with = with
    self.layers = layers
    self.location = location
    self.features = features
    self.partners = partners
    self.pairs = pairs
    self.belowNoiseFloor = belowNoiseFloor
    self.found = found
    self.seconds = seconds
  }
}
