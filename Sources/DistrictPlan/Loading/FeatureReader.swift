internal import GeoJSONCoding
internal import MapGeometry
internal import MapProjection
internal import Messages
internal import PlanFindings

/// Reads the features of a plan's GeoJSON files into its model, one after the other.
struct FeatureReader: FeatureTaker {
  /// The features that could be read.
  private(set) var features: [PlanFeature] = []
  /// The id of each feature that was taken, as far as it has one.
  private(set) var ids: [String?] = []
  private(set) var log = FaultLog()

  private let file: PlanFile
  private var places: PlaceReader
  private var said: SaidReader
  /// Whether all is kept, as the file is short or cannot be read again by offsets.
  private let holds: Bool

  private var source: SourceText { file.source }

  init(_ file: PlanFile, on transformer: Transformer, holds: Bool = false) {
    self.file = file
    self.holds = holds
    places = PlaceReader(transformer: transformer, precision: file.precision)
    said = SaidReader(source: file.source)
  }

  func wants(_ key: String) -> Bool { true }

  mutating func take(_ passing: borrowing PassingFeature) {
    let raw = passing.feature
    ids.append(raw.identifier?.text)
    let place = places.place(of: passing)
    let hasGeometry = raw.geometry != nil || passing.outline != nil
    guard let feature = feature(raw, place, hasGeometry: hasGeometry) else { return }
    features.append(feature)
  }

  private mutating func feature(
    _ raw: GeoJSONFeature, _ place: FeaturePlace, hasGeometry: Bool
  ) -> PlanFeature? {
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
    guard let kind = kind(named: kindText) else {
      log.unknownWord(
        kindText, at: source.location(at: kindValue.offset),
        known: FeatureKind.allCases.map(\.rawValue), subject: id)
      return nil
    }
    checkGeometryType(of: raw, hasGeometry: hasGeometry, kind: kind, id: id)
    return feature(raw, place, id: id, kind: kind)
  }

  /// The kind of a name, which mostly is that of the feature before.
  private func kind(named name: String) -> FeatureKind? {
    if let last = features.last?.kind, last.rawValue == name { return last }
    return FeatureKind(rawValue: name)
  }

  private mutating func feature(
    _ raw: GeoJSONFeature, _ place: FeaturePlace, id: String, kind: FeatureKind
  ) -> PlanFeature {
    let (values, further) = said.read(raw.properties, of: kind, id: id, log: &log)
    if !values.keys.contains(KeySet(.basis)), kind.requiredKeys.contains(.basis) {
      log.report(
        "D01", at: source.location(at: raw.offset),
        Wording("feature '\(id)' has no 'basis'", zh: "要素“\(id)”缺少“basis”"),
        help: Wording(
          "say where its place comes from: \(Basis.allCases.map(\.rawValue).joined(separator: ", "))",
          zh: "注明位置依据：\(Basis.allCases.map(\.rawValue).joined(separator: "、"))"), subject: id)
    }
    if !place.isSound {
      let whole = holds ? raw : GeoJSONReader.feature(at: raw.offset, in: source)
      log.report(place, of: whole ?? raw, in: source, id: id)
    }
    return PlanFeature(
      id: id, kind: kind, said: values, home: file, offset: raw.offset,
      place: place.found, further: further,
      others: holds ? [] : said.others(of: raw.properties),
      written: holds ? WrittenFeature(raw, place.found) : nil)
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

  private mutating func checkGeometryType(
    of raw: GeoJSONFeature, hasGeometry: Bool, kind: FeatureKind, id: String
  ) {
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
    guard hasGeometry, let type = raw.geometryTypeName, !kind.geometryTypes.contains(type) else {
      return
    }
    log.report(
      "D01", at: location(),
      Wording(
        "\(kind.title.english) '\(id)' is a \(type)", zh: "\(kind.title.chinese)“\(id)”为 \(type)"),
      help: Wording(
        "it takes \(kind.geometryTypes.joined(separator: " or "))",
        zh: "应为 \(kind.geometryTypes.joined(separator: " 或 "))"), subject: id)
  }
}
