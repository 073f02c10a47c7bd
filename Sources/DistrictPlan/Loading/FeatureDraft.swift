internal import GeoJSONCoding
internal import MapGeometry
internal import Workforce

/// What is kept of a feature of a file without a plan until it is known where the file lies.
struct FeatureDraft: Sendable {
  let offset: Int
  let said: SaidValues
  /// Which properties are not among the values.
  let further: FurtherProperties
  let geometry: GeoGeometry?
  /// The feature as read; `nil` where it can be read again.
  private let held: Held?

  /// A box, so that drafts without it stay small.
  private final class Held: Sendable {
    let feature: GeoJSONFeature
    init(_ feature: GeoJSONFeature) { self.feature = feature }
  }

  init(
    _ raw: GeoJSONFeature, of source: SourceText, canReadAgain: Bool, after last: FeatureDraft?
  ) {
    offset = raw.offset
    var reader = PropertyReader(source: source, kind: .feature, id: "", log: FaultLog())
    let values = reader.values(of: raw.properties)
    let said = SaidValues(values, of: .feature)
    // Most features of a file say the same in known keys; one copy is enough.
    self.said = last.flatMap { $0.said == said ? $0.said : nil } ?? said
    further = FurtherProperties(raw.properties, beside: values)
    geometry = raw.geometry
    held = canReadAgain ? nil : Held(raw)
  }

  /// What the feature of a plan keeps; `nil` where it can be read again.
  func written(_ place: FeaturePlace.Places?) -> WrittenFeature? {
    held.map { WrittenFeature($0.feature, place) }
  }

  /// The feature as the file writes it.
  func raw(in source: SourceText) -> GeoJSONFeature {
    held?.feature ?? GeoJSONReader.feature(at: offset, in: source) ?? GeoJSONFeature()
  }
}

/// The drafts of a stretch of a file, which are given away once.
final class DraftStretch: Sendable {
  /// The ids that the features say themselves.
  let ids: [String?]
  /// The westernmost and the easternmost longitude on Earth; `nil` where there is none.
  let longitudes: ClosedRange<Double>?
  private let drafts: Guarded<[FeatureDraft]>

  init(_ features: [GeoJSONFeature], of source: SourceText, canReadAgain: Bool) {
    ids = features.map(\.looseIdentifier)
    longitudes = Self.longitudes(of: features)
    var drafts: [FeatureDraft] = []
    drafts.reserveCapacity(features.count)
    for feature in features {
      drafts.append(
        FeatureDraft(feature, of: source, canReadAgain: canReadAgain, after: drafts.last))
    }
    self.drafts = Guarded(drafts)
  }

  /// Where a feature starts in the file.
  func offset(of index: Int) -> Int { drafts.withLock { $0[index].offset } }

  /// Gives the drafts away.
  func take() -> [FeatureDraft] {
    drafts.withLock { drafts in
      defer { drafts = [] }
      return drafts
    }
  }

  private static func longitudes(of features: [GeoJSONFeature]) -> ClosedRange<Double>? {
    var (west, east) = (Double.infinity, -Double.infinity)
    for feature in features {
      feature.geometry?.forEachRun { run in
        for position in run where abs(position.longitude) <= 180 && abs(position.latitude) <= 90 {
          west = min(west, position.longitude)
          east = max(east, position.longitude)
        }
      }
    }
    return west <= east ? west...east : nil
  }
}

extension GeoJSONFeature {
  /// The id of a feature that no schema governs: the member, else the property `id`.
  fileprivate var looseIdentifier: String? {
    identifier?.text ?? self[FeatureKey.id.rawValue].flatMap(GeoJSONIdentifier.init)?.text
  }
}
