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
  private let place: MapFeaturePlace
  /// What styles take its geometry for.
  private let geometryType: PaperShape.StyleType
  private let teller: FactTeller
  /// Who tells in the other language, where the map's names need it.
  private let translator: FactTeller?

  /// - Parameter geometryType: That of the shape unless given.
  init(
    feature: PlanFeature, shape: PaperShape, teller: FactTeller, translator: FactTeller? = nil,
    geometryType: PaperShape.StyleType? = nil
  ) {
    (self.feature, place) = (feature, .shape(shape))
    (self.teller, self.translator) = (teller, translator)
    self.geometryType = geometryType ?? shape.styleType
  }

  /// An area that lies within the frame as a whole; its shape is made when it is asked for.
  ///
  /// - Parameter area: Its number among those lines.
  init(feature: PlanFeature, area: Int, teller: FactTeller, translator: FactTeller?) {
    (self.feature, place) = (feature, .wholeArea(Int32(area)))
    (self.teller, self.translator) = (teller, translator)
    geometryType = .polygon
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
      geometryType: geometryType.rawValue, id: .string(feature.id),
      asking: teller.facts(of: feature))
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
  var title: String { teller.title(of: feature) }
}

/// Where a feature lies on a map.
private enum MapFeaturePlace {
  case shape(PaperShape)
  /// The number of an area that lies within the frame as a whole.
  case wholeArea(Int32)
}

extension MapFeature {
  /// What the map shows of it; empty where that is nothing.
  var shape: PaperShape {
    switch place {
    case .shape(let shape): shape
    case .wholeArea(let number): teller.lines.shape(ofNumber: Int(number), on: teller.placement)
    }
  }

  /// Whether the map shows anything of it.
  var isLocated: Bool { if case .shape(let shape) = place { !shape.isEmpty } else { true } }

  /// Whether the map shows areas of it.
  var hasAreas: Bool { if case .shape(let shape) = place { shape.hasAreas } else { true } }

  /// Whether anything of it is seen in the map's frame.
  ///
  /// - Parameter isFilled: Whether areas are seen where only their inside is.
  func isSeen(in frame: PaperBox, isFilled: Bool) -> Bool {
    if case .shape(let shape) = place { shape.isSeen(in: frame, isFilled: isFilled) } else { true }
  }

  /// Writes the rings of its areas, moved by some millimetres, into a list that is emptied before.
  func trace(_ rings: inout Runs<PaperPoint>, shift: (x: Double, y: Double)) {
    rings.removeAll()
    switch place {
    case .shape(let shape):
      for ring in shape.rings {
        for point in ring { rings.append(point.moved(shift.x, shift.y)) }
        rings.close()
      }
    case .wholeArea(let number):
      teller.lines.trace(Int(number), on: teller.placement, shift: shift, into: &rings)
    }
  }
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
