package import FileShapes
internal import Messages

extension PlanShapes {
  /// A GeoJSON file of a plan: what features of each kind carry, and how they are drawn.
  package static let features = ObjectShape(
    "features", Wording("a GeoJSON file of a plan", zh: "规划的 GeoJSON 文件"),
    [
      .required(
        "type", .word(["FeatureCollection"]), Wording("what the file is", zh: "文件的类型")),
      .required("features", .list(of: .variants(kinds)), Wording("the features", zh: "要素")),
    ], others: .anything)

  private static let kinds = Variants(
    "feature", Wording("a feature of a plan", zh: "规划的要素"), by: FeatureKey.kind.rawValue,
    in: "properties", FeatureKey.kind.meaning,
    FeatureKind.allCases.map { Variants.Variant([$0.rawValue], feature($0)) })

  private static func feature(_ kind: FeatureKind) -> ObjectShape {
    let title = kind.title
    let geometry = ValueShape.variants(geometry(kind.geometryTypes))
    return ObjectShape(
      "feature-\(kind.rawValue)", title,
      [
        .required("type", .word(["Feature"]), Wording("what the object is", zh: "对象的类型")),
        .optional("id", .either([.text, .number]), FeatureKey.id.meaning),
        .required(
          "properties", .object(properties(of: kind)),
          Wording("what is known of the \(title.english)", zh: "\(title.chinese)的属性")),
        .required(
          "geometry", kind.allowsNullGeometry ? .either([geometry, .nothing]) : geometry,
          Wording("where it lies", zh: "几何")),
      ], [.here("id", orIn: "properties")], others: .anything)
  }

  private static func geometry(_ types: [String]) -> Variants {
    Variants(
      "geometry-" + types.joined(separator: "-"),
      Wording("a geometry of RFC 7946", zh: "RFC 7946 的几何"), by: "type", sort,
      types.map { Variants.Variant([$0], geometry($0)) })
  }

  private static let sort = Wording("the sort of geometry", zh: "几何类型")

  private static func geometry(_ type: String) -> ObjectShape {
    let position = ValueShape.list(of: .number, least: 2)
    let coordinates: ValueShape =
      switch type {
      case "Point": position
      case "MultiPoint", "LineString": .list(of: position)
      case "MultiLineString", "Polygon": .list(of: .list(of: position))
      default: .list(of: .list(of: .list(of: position)))
      }
    return ObjectShape(
      type, Wording("a \(type) of RFC 7946", zh: "RFC 7946 的 \(type)"),
      [
        .required("type", .word([type]), sort),
        .required(
          "coordinates", coordinates,
          Wording("longitude before latitude, in degrees", zh: "先经度后纬度，以度为单位")),
      ], others: .anything)
  }

  /// The properties that a feature of a kind may carry; null, which GIS programs write, says nothing.
  private static func properties(of kind: FeatureKind) -> ObjectShape {
    let title = kind.title
    let keys = FeatureKey.allCases.filter(kind.keys.contains).map { key -> ObjectShape.Key in
      if kind.requiredKeys.contains(key) {
        return .required(key.rawValue, key == .kind ? .text : shape(key, kind), key.meaning)
      }
      return .optional(
        key.rawValue, kind.isOpen ? .anything : .either([shape(key, kind), .nothing]), key.meaning)
    }
    return ObjectShape(
      "properties-\(kind.rawValue)",
      Wording("what a \(title.english) says of itself", zh: "\(title.chinese)可带的属性"), keys,
      others: kind.isOpen ? .anything : .nothing)
  }

  private static func shape(_ key: FeatureKey, _ kind: FeatureKind) -> ValueShape {
    switch kind.valueType(of: key) {
    case .text, .reference: .text
    case .texts: .texts
    case .number: .number
    // GIS programs know no booleans.
    case .flag: .either([.flag, .integer(0...1)])
    case .word(let words): .word(words)
    case .month: .form(PartialDate.form)
    case .date: .form(CalendarDay.form)
    }
  }
}
