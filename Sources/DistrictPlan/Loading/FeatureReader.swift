internal import GeoJSONCoding
internal import MapGeometry
internal import MapProjection
internal import Messages
internal import PlanFindings
internal import Workforce

/// Reads the features of one GeoJSON file into the plan's model.
struct FeatureReader {
  let collection: GeoJSONCollection
  let file: String
  let transformer: Transformer
  /// How many decimals of a degree the plan carries.
  let precision: Int
  /// Where ids and kinds come from.
  let identity: FeatureIdentity
  var log: FaultLog
  private var looseIDs: Set<String> = []

  init(
    collection: GeoJSONCollection, file: String, transformer: Transformer, precision: Int,
    identity: FeatureIdentity = .declared, log: FaultLog
  ) {
    self.collection = collection
    self.file = file
    self.transformer = transformer
    self.precision = precision
    self.identity = identity
    self.log = log
  }

  private var source: SourceText { collection.source }

  mutating func features() -> [PlanFeature] {
    for fault in collection.faults { report(fault) }
    let rounding = PlaceReader(transformer: transformer, precision: precision)
    let places = rounding.places(of: collection.features)
    return zip(collection.features, places).enumerated().compactMap { index, each in
      let (raw, place) = each
      return switch identity {
      case .declared: feature(raw, place)
      case .loose(let name, let repeated): looseFeature(raw, place, index, name, repeated)
      }
    }
  }

  /// A feature that no schema governs.
  private mutating func looseFeature(
    _ raw: GeoJSONFeature, _ place: FeaturePlace, _ index: Int, _ name: String,
    _ repeated: Set<String>
  ) -> PlanFeature {
    var id = raw.looseIdentifier ?? "\(name)#\(index + 1)"
    if repeated.contains(id) { id = "\(name):\(id)" }
    if !looseIDs.insert(id).inserted {
      log.report(
        "D02", at: source.location(at: raw.offset),
        Wording("the id '\(id)' stands twice", zh: "标识“\(id)”重复"), subject: id,
        severity: .warning)
      id = "\(id)#\(index + 1)"
      looseIDs.insert(id)
    }
    return feature(raw, place, id: id, kind: .feature)
  }

  private mutating func feature(_ raw: GeoJSONFeature, _ place: FeaturePlace) -> PlanFeature? {
    let location = source.location(at: raw.offset)
    guard let id = identifier(of: raw, at: location) else { return nil }
    guard let kindValue = raw[FeatureKey.kind.rawValue], let kindText = kindValue.text else {
      log.report(
        "D01", at: location,
        Wording("feature '\(id)' has no 'kind'", zh: "要素“\(id)”缺少“kind”"),
        help: Wording(
          "known kinds: \(FeatureKind.allCases.map(\.rawValue).joined(separator: ", "))",
          zh: "可用的类型：\(FeatureKind.allCases.map(\.rawValue).joined(separator: "、"))"), subject: id)
      return nil
    }
    guard let kind = FeatureKind(rawValue: kindText) else {
      log.unknownWord(
        kindText, at: source.location(at: kindValue.offset),
        known: FeatureKind.allCases.map(\.rawValue), subject: id)
      return nil
    }
    checkGeometryType(of: raw, kind: kind, id: id)
    return feature(raw, place, id: id, kind: kind)
  }

  private mutating func feature(
    _ raw: GeoJSONFeature, _ place: FeaturePlace, id: String, kind: FeatureKind
  ) -> PlanFeature {
    var reader = PropertyReader(source: source, kind: kind, id: id, log: log)
    var values = reader.values(of: raw.properties)
    log = reader.log
    values[.id] = .text(id)
    if values[.basis] == nil, kind.requiredKeys.contains(.basis) {
      log.report(
        "D01", at: source.location(at: raw.offset),
        Wording("feature '\(id)' has no 'basis'", zh: "要素“\(id)”缺少“basis”"),
        help: Wording(
          "say where its place comes from: \(Basis.allCases.map(\.rawValue).joined(separator: ", "))",
          zh: "注明位置依据：\(Basis.allCases.map(\.rawValue).joined(separator: "、"))"), subject: id)
    }
    report(place, of: raw, id: id)
    let known = place.found
    return PlanFeature(
      id: id, kind: kind, values: values, properties: raw.properties, file: file,
      offset: raw.offset, geometry: known?.geometry, plane: known?.vertices,
      densePlane: known?.dense, vertexOffsets: raw.positionOffsets, source: source)
  }

  /// The id from the GeoJSON member or the property; both must agree.
  private mutating func identifier(of raw: GeoJSONFeature, at location: SourceLocation) -> String? {
    let member = raw.identifier?.text
    let property = raw[FeatureKey.id.rawValue].flatMap(GeoJSONIdentifier.init)?.text
    if let member, let property, member != property {
      log.report(
        "D02", at: location,
        Wording(
          "the feature's id '\(member)' differs from its property 'id' '\(property)'",
          zh: "要素标识“\(member)”与属性“id”“\(property)”不一致"),
        help: Wording("keep one of them, or make them the same", zh: "保留其一或改为一致"), subject: member)
    }
    if let id = member ?? property { return id }
    log.report("D02", at: location, Wording("a feature has no id", zh: "要素没有标识"))
    return nil
  }

  private mutating func checkGeometryType(of raw: GeoJSONFeature, kind: FeatureKind, id: String) {
    let location = source.location(at: raw.geometryOffset ?? raw.offset)
    if raw.geometryIsNull {
      guard !kind.allowsNullGeometry else { return }
      log.report(
        "D01", at: location,
        Wording(
          "\(kind.title.english) '\(id)' has no geometry", zh: "\(kind.title.chinese)“\(id)”没有几何"),
        help: Wording(
          "only sites and parks whose place is open may have none", zh: "只有选址未定的项目、设施和园区可以没有几何"),
        subject: id)
      return
    }
    guard let type = raw.geometryTypeName, !kind.geometryTypes.contains(type),
      raw.geometry != nil
    else { return }
    log.report(
      "D01", at: location,
      Wording(
        "\(kind.title.english) '\(id)' is a \(type)", zh: "\(kind.title.chinese)“\(id)”为 \(type)"),
      help: Wording(
        "it takes \(kind.geometryTypes.joined(separator: " or "))",
        zh: "应为 \(kind.geometryTypes.joined(separator: " 或 "))"), subject: id)
  }

  /// Reports why a feature has no place although the file gives one.
  private mutating func report(_ place: FeaturePlace, of raw: GeoJSONFeature, id: String) {
    switch place {
    case .none, .found: break
    case .offEarth(let position, let index):
      let offset =
        raw.positionOffsets.indices.contains(index)
        ? Int(raw.positionOffsets[index]) : raw.offset
      reportOffEarth(position, at: source.location(at: offset), id: id)
    case .refused(let error):
      log.report(
        "D08", at: source.location(at: raw.geometryOffset ?? raw.offset),
        Wording(
          "'\(id)' cannot be projected into the working CRS: \(error)",
          zh: "“\(id)”无法投影到工作坐标系：\(error.wording.chinese)"), subject: id)
    }
  }

  private mutating func reportOffEarth(
    _ position: GeoPosition, at location: SourceLocation, id: String
  ) {
    let (x, y) = (position.longitude, position.latitude)
    let looksSwapped = abs(y) <= 180 && abs(x) <= 90
    let numbers = "[\(DecimalText.trimmed(x, decimals: 6)), \(DecimalText.trimmed(y, decimals: 6))]"
    log.report(
      "D08", at: location,
      Wording(
        "'\(id)' has the position \(numbers), which is not on Earth",
        zh: "“\(id)”的坐标 \(numbers) 超出经纬度范围"),
      help: looksSwapped
        ? Wording(
          "latitude and longitude look swapped; GeoJSON writes longitude first",
          zh: "经纬度似乎颠倒；GeoJSON 先写经度")
        : Self.zoneHelp(x) ?? Self.zoneHelp(y)
          ?? Wording(
            "these look like metres; GeoJSON takes degrees, so convert the file first",
            zh: "似乎是以米为单位的坐标；GeoJSON 须用度，请先转换"), subject: id)
  }

  /// What an easting says that begins with the number of a Gauss–Krüger zone of China.
  private static func zoneHelp(_ easting: Double) -> Wording? {
    guard (13e6..<46e6).contains(easting) else { return nil }
    let zone = Int(easting / 1e6)
    let width = zone <= 23 ? 6 : 3
    let meridian = width == 6 ? zone * 6 - 3 : zone * 3
    return Wording(
      "these look like metres with the number \(zone) of a \(width)° zone (central meridian \(meridian)°E); GeoJSON takes degrees, so convert the file first",
      zh: "似乎是带 \(width)° 带带号 \(zone)（中央子午线 \(meridian)°E）的米制坐标；GeoJSON 须用度，请先转换")
  }

  private mutating func report(_ fault: GeoJSONFault) {
    let id = fault.featureIndex.flatMap { index in
      collection.features.indices.contains(index)
        ? collection.features[index].identifier?.text : nil
    }
    // Orientation is judged by its own rule, on the geometry.
    guard fault.kind != .windingOrder else { return }
    log.report(
      fault.kind.isTolerable ? "D10" : "G01", at: source.location(at: fault.offset),
      fault.message, help: fault.help, subject: id)
  }
}

/// Where the ids and kinds of features come from.
enum FeatureIdentity {
  /// The features say both themselves; one that does not is left out and reported.
  case declared
  /// No schema governs the file: every feature is of the open kind and has some id.
  case loose(name: String, repeated: Set<String>)
}
