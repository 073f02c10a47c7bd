internal import FileShapes
internal import GeoJSONCoding
internal import MapGeometry
internal import Messages

/// What `plan.yaml` says, before any other file is read.
struct ManifestDraft {
  var manifest: Plan.Manifest
  var crs: (text: String, location: SourceLocation)
  var documentsFile: YAMLNode?
  var statementsFile: YAMLNode?
  var exceptionsFile: YAMLNode?
  var statusWords: [String: Status] = [:]
  var structures: [Structure] = []
  var layers: [Layer] = []
  var rules: [RuleDeclaration] = []
  /// Each GeoJSON file once, in order of first mention, with the place that names it.
  var geometryFiles: [(name: String, location: SourceLocation)] = []
}

/// Reads `plan.yaml`.
enum ManifestReader {
  static func draft(from root: YAMLNode, log: inout FaultLog) throws(PlanError) -> ManifestDraft {
    guard let members = root.members else {
      throw PlanError(
        location: root.location,
        message: Wording("a plan is a mapping of keys", zh: "plan.yaml 应为键值映射"),
        help: Wording("'gxq-map init DIR' writes one to start from", zh: "用 gxq-map init DIR 新建一个"))
    }
    let version = members.first { $0.key.text == "gxq_map" && !$0.value.isNull }?.value
    guard version?.text == "1" else {
      throw PlanError(
        location: version?.location ?? root.location,
        message: version.map { found in
          Wording(
            "the format version 'gxq_map' is \(found.typeName.english); this program reads 1",
            zh: "格式版本“gxq_map”为\(found.typeName.chinese)，本程序读取 1")
        } ?? Wording("the key 'gxq_map' is missing", zh: "缺少键“gxq_map”"),
        help: Wording("write 'gxq_map: 1'", zh: "写作 gxq_map: 1"))
    }
    guard let top = log.object(root, as: PlanShapes.plan), let crsNode = top["crs"],
      let crsText = crsNode.text
    else {
      throw PlanError(
        location: root.location,
        message: Wording("the key 'crs' is missing", zh: "缺少键“crs”"),
        help: Wording(
          "name the projected CRS to work in, such as 'EPSG:4547'", zh: "写明投影坐标系，例如 EPSG:4547"))
    }
    var draft = ManifestDraft(
      manifest: manifest(top), crs: (crsText, crsNode.location))
    draft.documentsFile = top["documents"]
    draft.statementsFile = top["statements"]
    draft.exceptionsFile = top["exceptions"]
    draft.statusWords = statusWords(top)
    draft.structures = structures(top, log: &log)
    readLayers(top, into: &draft, log: &log)
    draft.rules = rules(top, log: &log)
    return draft
  }

  private static func manifest(_ top: ShapedObject) -> Plan.Manifest {
    Plan.Manifest(
      title: top.text("title") ?? "", titleEnglish: top.text("title_en"),
      author: top.text("author"), period: top.text("period"), purpose: top.text("purpose"),
      precision: top.integer("precision") ?? 8,
      tolerance: top.text("tolerance").flatMap { Quantity($0) }?.value ?? 0.002,
      location: top.location)
  }

  private static func statusWords(_ top: ShapedObject) -> [String: Status] {
    let words = (top["status_words"]?.members ?? []).compactMap { word, value in
      word.text.flatMap { text in
        value.text.flatMap { Status(rawValue: $0) }.map { (text, $0) }
      }
    }
    return Dictionary(words) { _, last in last }
  }

  private static func structures(_ top: ShapedObject, log: inout FaultLog) -> [Structure] {
    var result: [Structure] = []
    for entry in log.objects("structures", of: top) where entry.isWhole {
      guard let id = entry.text("id"), let slogan = entry.text("slogan") else { continue }
      if result.contains(where: { $0.id == id }) {
        log.duplicate(id, at: entry.location)
        continue
      }
      let parts = log.objects("parts", of: entry).filter(\.isWhole).compactMap { part in
        part.text("word").flatMap { word in
          part["of"].map { of in
            Structure.Part(
              word: word, wordEnglish: part.text("word_en"),
              members: Reference(names: of.texts ?? [], location: of.location),
              location: part.location)
          }
        }
      }
      result.append(
        Structure(id: id, slogan: Slogan(slogan), parts: parts, location: entry.location))
    }
    return result
  }

  private static func readLayers(
    _ top: ShapedObject, into draft: inout ManifestDraft, log: inout FaultLog
  ) {
    for entry in log.objects("layers", of: top) where entry.isWhole {
      guard let id = entry.text("id"), let file = entry.text("file"),
        let kind = entry.word("kind", as: FeatureKind.self)
      else { continue }
      if draft.layers.contains(where: { $0.id == id }) {
        log.duplicate(id, at: entry.location)
        continue
      }
      if !draft.geometryFiles.contains(where: { $0.name == file }) {
        draft.geometryFiles.append((file, entry["file"]?.location ?? entry.location))
      }
      draft.layers.append(
        Layer(
          id: id, file: file, kind: kind,
          filter: log.object("where", of: entry).map(filter) ?? FeatureFilter(),
          family: entry.word("geometry", as: GeometryFamily.self),
          title: entry.text("title"), titleEnglish: entry.text("title_en"),
          location: entry.location))
    }
  }

  /// The values that a layer asks for, those at fault too: without them it would hold more than meant.
  private static func filter(_ conditions: ShapedObject) -> FeatureFilter {
    FeatureFilter(
      Dictionary(conditions.members.map { ($0.key, $0.value.texts ?? []) }) { _, last in last })
  }

  private static func rules(_ top: ShapedObject, log: inout FaultLog) -> [RuleDeclaration] {
    (top["rules"]?.items ?? []).compactMap { rule($0, log: &log) }
  }

  /// One declaration of a rule.
  static func rule(_ node: YAMLNode, log: inout FaultLog) -> RuleDeclaration? {
    guard let entry = log.object(node, as: PlanShapes.declaration), let rule = entry.text("rule")
    else { return nil }
    let parameters = entry.others.map { key, value in
      (key, parameter(value, keyLocation: node.keyLocation(key) ?? value.location))
    }
    return RuleDeclaration(
      rule: rule, at: entry["rule"]?.location ?? node.location,
      parameters: Dictionary(parameters) { _, last in last }, location: node.location)
  }

  /// One value, a list of values, or a mapping of keys to such.
  private static func parameter(
    _ node: YAMLNode, keyLocation: SourceLocation
  ) -> RuleDeclaration.Parameter {
    let members = (node.members ?? []).compactMap { key, value in
      key.text.map {
        RuleDeclaration.Member(
          key: $0, texts: value.texts ?? [], location: value.location, keyLocation: key.location)
      }
    }
    return RuleDeclaration.Parameter(
      texts: node.texts ?? [], members: members, location: node.location, keyLocation: keyLocation)
  }
}
