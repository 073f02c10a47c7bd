internal import GeoJSONCoding
internal import MapGeometry
internal import MapProjection
internal import Messages
internal import PlanFindings
internal import Workforce

/// Reads the features of one GeoJSON file into the plan's model.
struct FeatureReader {
  let file: PlanFile
  let collection: GeoJSONCollection
  let transformer: Transformer
  var log: FaultLog

  private var source: SourceText { file.source }

  mutating func features() -> [PlanFeature] {
    let features = collection.features
    for fault in collection.faults {
      let id = fault.featureIndex.flatMap { index in
        features.indices.contains(index) ? features[index].identifier?.text : nil
      }
      log.report(fault, in: source, id: id)
    }
    let places = PlaceReader(transformer: transformer, precision: file.precision)
    let (file, collection, transformer) = (file, collection, transformer)
    let stretches = Workers.map(features.count, by: 512) { range in
      var reader = FeatureReader(
        file: file, collection: collection, transformer: transformer, log: FaultLog())
      let read = range.compactMap {
        reader.feature(features[$0], places.place(of: features[$0].geometry))
      }
      return (features: read, log: reader.log)
    }
    for stretch in stretches { log.add(stretch.log) }
    return stretches.count == 1 ? stretches[0].features : stretches.flatMap(\.features)
  }

  private mutating func feature(_ raw: GeoJSONFeature, _ place: FeaturePlace) -> PlanFeature? {
    guard let id = identifier(of: raw) else { return nil }
    guard let kindValue = raw[FeatureKey.kind.rawValue], let kindText = kindValue.text else {
      log.report(
        "D01", at: source.location(at: raw.offset),
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
    let values = reader.values(of: raw.properties)
    log = reader.log
    let further = FurtherProperties(raw.properties, beside: values)
    if values[.basis] == nil, kind.requiredKeys.contains(.basis) {
      log.report(
        "D01", at: source.location(at: raw.offset),
        Wording("feature '\(id)' has no 'basis'", zh: "要素“\(id)”缺少“basis”"),
        help: Wording(
          "say where its place comes from: \(Basis.allCases.map(\.rawValue).joined(separator: ", "))",
          zh: "注明位置依据：\(Basis.allCases.map(\.rawValue).joined(separator: "、"))"), subject: id)
    }
    log.report(place, of: raw, in: source, id: id)
    return PlanFeature(
      id: id, kind: kind, said: SaidValues(values, of: kind), home: file, offset: raw.offset,
      place: place.found,
      further: further, written: WrittenFeature(raw, place.found))
  }

  /// The id from the GeoJSON member or the property; both must agree.
  private mutating func identifier(of raw: GeoJSONFeature) -> String? {
    let member = raw.identifier?.text
    let property = raw[FeatureKey.id.rawValue].flatMap(GeoJSONIdentifier.init)?.text
    if let member, let property, member != property {
      log.report(
        "D02", at: source.location(at: raw.offset),
        Wording(
          "the feature's id '\(member)' differs from its property 'id' '\(property)'",
          zh: "要素标识“\(member)”与属性“id”“\(property)”不一致"),
        help: Wording("keep one of them, or make them the same", zh: "保留其一或改为一致"), subject: member)
    }
    if let id = member ?? property { return id }
    log.report(
      "D02", at: source.location(at: raw.offset), Wording("a feature has no id", zh: "要素没有标识"))
    return nil
  }

  private mutating func checkGeometryType(of raw: GeoJSONFeature, kind: FeatureKind, id: String) {
    func location() -> SourceLocation { source.location(at: raw.geometryOffset ?? raw.offset) }
    if raw.geometryIsNull {
      guard !kind.allowsNullGeometry else { return }
      log.report(
        "D01", at: location(),
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
      "D01", at: location(),
      Wording(
        "\(kind.title.english) '\(id)' is a \(type)", zh: "\(kind.title.chinese)“\(id)”为 \(type)"),
      help: Wording(
        "it takes \(kind.geometryTypes.joined(separator: " or "))",
        zh: "应为 \(kind.geometryTypes.joined(separator: " 或 "))"), subject: id)
  }
}
