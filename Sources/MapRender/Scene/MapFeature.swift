internal import DistrictPlan
internal import MapGeometry
internal import MapStyle
internal import Messages
internal import PlanFindings

/// A feature of the plan as one map shows it: its shape on paper and what styles may ask of it.
///
/// A class, because the same feature stands in many lists.
final class MapFeature: Sendable {
  let feature: PlanFeature
  let shape: PaperShape
  /// The name that styles know its geometry by.
  private let geometryType: String
  private let teller: FactTeller
  /// Who tells in the other language, where the map's names need it.
  private let translator: FactTeller?

  /// - Parameter geometryType: That of the shape unless given.
  init(
    feature: PlanFeature, shape: PaperShape, teller: FactTeller, translator: FactTeller? = nil,
    geometryType: String? = nil
  ) {
    (self.feature, self.shape, self.teller, self.translator) = (feature, shape, teller, translator)
    self.geometryType = geometryType ?? shape.styleType
  }

  var id: String { feature.id }

  /// The plan layer through which it comes.
  var layer: String { teller.layer }

  /// What styles may ask of it.
  var style: StyleFeature { style(teller) }

  /// The same in the other language, where the map's names need it.
  var translated: StyleFeature? { translator.map(style) }

  private func style(_ teller: FactTeller) -> StyleFeature {
    StyleFeature(
      geometryType: geometryType, id: .string(feature.id), asking: teller.facts(of: feature))
  }

  /// A computed or own property as text.
  func text(_ key: String) -> String? { teller.value(key, of: feature)?.string }

  /// The feature with its symbol at another point.
  func standing(at point: PaperPoint) -> MapFeature {
    MapFeature(
      feature: feature, shape: PaperShape(points: [point]), teller: teller,
      translator: translator, geometryType: geometryType)
  }

  /// What a viewer shows when the pointer rests on it.
  var title: String { text("label") ?? feature.displayName }
}

/// One map of a sheet: where it lies, and which road works are taken as done on it.
struct MapView: Sendable {
  /// What the map shows of the road works.
  enum State: String, Sendable { case before, after, single }

  let id: String
  let state: State
  let placement: MapPlacement
  let works: WorksSelection
  /// Roads that end where a work that is not done will open them.
  let deadEndRoads: Set<String>
  let zoom: Double
  /// Printed above the map; empty on sheets with one map.
  let caption: String
}

/// The order in which registers and legends list features.
enum RegisterOrder {
  struct Key: Comparable {
    let slot: Int
    let rank: Int
    let id: String

    static func < (a: Key, b: Key) -> Bool {
      (a.slot, a.rank, a.id) < (b.slot, b.rank, b.id)
    }
  }

  static func key(of feature: PlanFeature) -> Key {
    let action = feature.action.flatMap { WorkAction.allCases.firstIndex(of: $0) }
    let road = feature.roadClass.flatMap { RoadClass.allCases.firstIndex(of: $0) }
    let word = feature.text(.class).flatMap { feature.kind.classes.firstIndex(of: $0) }
    return Key(
      slot: feature.text(.slot).flatMap(ordinal) ?? 0, rank: action ?? road ?? word ?? 0,
      id: feature.id)
  }

  /// The number at the end of a slot such as `纵三`.
  static func ordinal(_ slot: String) -> Int? {
    Slogan(String(slot.suffix(1)) + "个").parts.first?.count
  }

  /// A register number as text: circled up to fifty.
  static func mark(_ number: Int) -> String {
    let first: Int? =
      switch number {
      case 1...20: 0x2460 - 1
      case 21...35: 0x3251 - 21
      case 36...50: 0x32B1 - 36
      default: nil
      }
    guard let first, let scalar = Unicode.Scalar(UInt32(first + number)) else {
      return "(\(number))"
    }
    return String(scalar)
  }
}
