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
  private static let known = [
    "gxq_map", "title", "title_en", "author", "period", "crs", "precision", "tolerance", "purpose",
    "documents", "statements", "exceptions", "status_words", "structures", "layers", "rules",
  ]

  static func draft(from root: YAMLNode, log: inout FaultLog) throws(PlanError) -> ManifestDraft {
    guard let top = log.mapping(root, known: known) else {
      throw PlanError(
        location: root.location,
        message: Wording("a plan is a mapping of keys", zh: "plan.yaml 应为键值映射"),
        help: Wording("'gxq-map init DIR' writes one to start from", zh: "用 gxq-map init DIR 新建一个"))
    }
    let version = top["gxq_map"]
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
    guard let crsNode = top["crs"], let crsText = crsNode.text else {
      throw PlanError(
        location: root.location,
        message: Wording("the key 'crs' is missing", zh: "缺少键“crs”"),
        help: Wording(
          "name the projected CRS to work in, such as 'EPSG:4547'", zh: "写明投影坐标系，例如 EPSG:4547"))
    }
    var draft = ManifestDraft(
      manifest: manifest(top, log: &log), crs: (crsText, crsNode.location))
    draft.documentsFile = top["documents"]
    draft.statementsFile = top["statements"]
    draft.exceptionsFile = top["exceptions"]
    draft.statusWords = statusWords(top, log: &log)
    draft.structures = structures(top, log: &log)
    readLayers(top, into: &draft, log: &log)
    draft.rules = rules(top, log: &log)
    return draft
  }

  private static func manifest(_ top: YAMLMapping, log: inout FaultLog) -> Plan.Manifest {
    Plan.Manifest(
      title: log.requiredText("title", of: top) ?? "",
      titleEnglish: log.optionalText("title_en", of: top),
      author: log.optionalText("author", of: top),
      period: log.optionalText("period", of: top),
      purpose: log.optionalText("purpose", of: top),
      precision: top["precision"].flatMap { log.integer($0, in: 1...12) } ?? 8,
      tolerance: top["tolerance"].flatMap { log.quantity($0, .length) }?.value ?? 0.002,
      location: top.node.location)
  }

  private static func statusWords(_ top: YAMLMapping, log: inout FaultLog) -> [String: Status] {
    guard let node = top["status_words"], let words = log.mapping(node, known: nil) else {
      return [:]
    }
    var result: [String: Status] = [:]
    for (word, value) in words.all { result[word] = log.word(value, as: Status.self) }
    return result
  }

  private static func structures(_ top: YAMLMapping, log: inout FaultLog) -> [Structure] {
    var result: [Structure] = []
    for node in log.list("structures", of: top) {
      guard let entry = log.mapping(node, known: ["id", "slogan", "parts"]),
        let id = log.requiredText("id", of: entry),
        let slogan = log.requiredText("slogan", of: entry)
      else { continue }
      if result.contains(where: { $0.id == id }) {
        log.duplicate(id, at: node.location)
        continue
      }
      var parts: [Structure.Part] = []
      for partNode in log.list("parts", of: entry) {
        guard let part = log.mapping(partNode, known: ["word", "word_en", "of"]),
          let word = log.requiredText("word", of: part), let of = part["of"],
          let names = log.texts(of)
        else { continue }
        parts.append(
          Structure.Part(
            word: word, wordEnglish: log.optionalText("word_en", of: part),
            members: Reference(names: names, location: of.location),
            location: partNode.location))
      }
      result.append(
        Structure(id: id, slogan: Slogan(slogan), parts: parts, location: node.location))
    }
    return result
  }

  private static func readLayers(
    _ top: YAMLMapping, into draft: inout ManifestDraft, log: inout FaultLog
  ) {
    for node in log.list("layers", of: top) {
      let known = ["id", "file", "kind", "where", "geometry", "title", "title_en"]
      guard let entry = log.mapping(node, known: known) else { continue }
      let id = log.requiredText("id", of: entry)
      let file = log.requiredText("file", of: entry)
      let kind = log.requiredWord("kind", of: entry, as: FeatureKind.self)
      guard let id, let file, let kind else { continue }
      if draft.layers.contains(where: { $0.id == id }) {
        log.duplicate(id, at: node.location)
        continue
      }
      if !draft.geometryFiles.contains(where: { $0.name == file }) {
        draft.geometryFiles.append((file, entry["file"]?.location ?? node.location))
      }
      draft.layers.append(
        Layer(
          id: id, file: file, kind: kind,
          filter: entry["where"].map { filter($0, kind: kind, log: &log) } ?? FeatureFilter(),
          family: entry["geometry"].flatMap { log.word($0, as: GeometryFamily.self) },
          title: log.optionalText("title", of: entry) ?? id,
          titleEnglish: log.optionalText("title_en", of: entry), location: node.location))
    }
  }

  /// The values that a layer asks for: only keys that the kind carries, only values that they can have,
  /// because a mistyped one would empty the layer without a word.
  private static func filter(
    _ node: YAMLNode, kind: FeatureKind, log: inout FaultLog
  ) -> FeatureFilter {
    let keys = FeatureKey.allCases.filter(kind.keys.contains).map(\.rawValue)
    guard let mapping = log.mapping(node, known: kind.isOpen ? nil : keys) else {
      return FeatureFilter()
    }
    var result: [String: [String]] = [:]
    for (name, value) in mapping.all {
      guard let texts = log.texts(value) else { continue }
      if !kind.isOpen, let key = FeatureKey(rawValue: name),
        case .word(let known) = kind.valueType(of: key)
      {
        for text in texts where FeatureFilter.isPlain(text) && !known.contains(text) {
          log.unknownWord(text, at: value.location, known: known)
        }
      }
      result[name] = texts
    }
    return FeatureFilter(result)
  }

  private static func rules(_ top: YAMLMapping, log: inout FaultLog) -> [RuleDeclaration] {
    log.list("rules", of: top).compactMap { rule($0, log: &log) }
  }

  /// One declaration of a rule.
  static func rule(_ node: YAMLNode, log: inout FaultLog) -> RuleDeclaration? {
    guard let entry = log.mapping(node, known: nil),
      let rule = log.requiredText("rule", of: entry)
    else { return nil }
    var parameters: [String: RuleDeclaration.Parameter] = [:]
    for (key, value) in entry.all where key != "rule" {
      parameters[key] = parameter(value, log: &log)
    }
    return RuleDeclaration(rule: rule, parameters: parameters, location: node.location)
  }

  /// One value, a list of values, or a mapping of keys to such.
  private static func parameter(
    _ node: YAMLNode, log: inout FaultLog
  ) -> RuleDeclaration.Parameter? {
    guard node.members != nil else {
      return log.texts(node).map {
        RuleDeclaration.Parameter(texts: $0, members: [], location: node.location)
      }
    }
    let members = log.mapping(node, known: nil)?.all.compactMap { key, value in
      log.texts(value).map {
        RuleDeclaration.Member(key: key, texts: $0, location: value.location)
      }
    }
    return members.map {
      RuleDeclaration.Parameter(texts: [], members: $0, location: node.location)
    }
  }
}
