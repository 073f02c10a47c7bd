internal import GeoJSONCoding
internal import MapProjection
internal import PlanFindings

/// Makes features of the open kind out of those that are read.
struct LooseTaker: FeatureTaker {
  /// A feature that has no place although the file gives one.
  struct Stray: Sendable {
    /// Its place among the features.
    let index: Int
    let place: FeaturePlace
  }

  /// The features; those without an id of their own have an empty one.
  private(set) var features: [PlanFeature] = []
  /// The places of those without an id of their own.
  private(set) var unnamed: [Int] = []
  private(set) var strays: [Stray] = []
  /// The westernmost and the easternmost longitude; `nil` where nothing lies on Earth.
  private(set) var longitudes: ClosedRange<Double>?

  private let file: PlanFile
  private var places: PlaceReader
  private var said: SaidReader
  /// Stays empty: the open kind takes everything.
  private var log = FaultLog()
  /// Whether what the file says is kept, as it cannot be read again.
  private let holds: Bool

  init(_ file: PlanFile, on transformer: Transformer, holds: Bool = false) {
    self.file = file
    self.holds = holds
    places = PlaceReader(transformer: transformer, precision: file.precision)
    said = SaidReader(source: file.source)
  }

  func wants(_ key: String) -> Bool { FeatureKey(named: key) != nil }

  mutating func take(_ passing: borrowing PassingFeature) {
    let place = places.place(of: passing)
    if !place.isSound { strays.append(Stray(index: features.count, place: place)) }
    if let found = place.longitudes {
      longitudes = longitudes?.reaching(found) ?? found
    }
    let id = passing.looseIdentifier
    if id == nil { unnamed.append(features.count) }
    let (values, known) = said.read(
      passing.feature.properties, of: .feature, id: "", log: &log)
    let further = passing.hasOtherProperties ? known.union(.ofOtherKeys) : known
    features.append(
      PlanFeature(
        id: id ?? "", kind: .feature, said: values, home: file, offset: passing.feature.offset,
        place: place.found, further: further,
        written: holds ? WrittenFeature(passing.feature, place.found) : nil))
  }
}

extension PassingFeature {
  /// The id of a feature that no schema governs: the member, else the property `id`.
  fileprivate var looseIdentifier: String? {
    feature.identifier?.text
      ?? feature[FeatureKey.id.rawValue].flatMap(GeoJSONIdentifier.init)?.text
  }
}

extension ClosedRange<Double> {
  /// The range from the least to the greatest of some; `nil` where there are none.
  static func around(_ ranges: [ClosedRange<Double>]) -> ClosedRange<Double>? {
    guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else {
      return nil
    }
    return low...high
  }

  /// The range that reaches to both.
  func reaching(_ other: Self) -> Self {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
