internal import DistrictPlan
internal import GeoJSONCoding
internal import Messages
internal import PlanFindings

/// D10: files are written as `fmt` writes them.
struct FileHygiene: Rule {
  static let description = RuleDescription(
    code: "D10",
    name: "file-hygiene",
    summary: Wording(
      "A file has what RFC 7946 advises against, or what 'gxq-map fmt' would write otherwise.",
      zh: "文件含有 RFC 7946 不建议的内容，或与 gxq-map fmt 的写法不同。"),
    rationale: Wording(
      "In a canonical file a diff shows exactly what moved; what GIS programs add hides it.",
      zh: "规范格式的文件，差异比较只显示真正的改动；GIS 软件附加的内容会掩盖它。"),
    fix: Wording("run 'gxq-map fmt'", zh: "运行 gxq-map fmt"),
    trap: Wording(
      "One warning a file, however many places: a file saved by a GIS program has them on every line.",
      zh: "每个文件只报一次：GIS 软件保存的文件几乎每行都有。"),
    severity: .warning,
    accepts: [RuleExample("a canonical file", zh: "规范格式的文件") { [.square("a", x: 0)] }],
    flags: [
      RuleExample(
        "a 'crs' member", zh: "带 crs 成员",
        .headed(
          "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},"
        )),
      RuleExample(
        "positions of four numbers", zh: "四个数的坐标",
        .of("{\"type\":\"Point\",\"coordinates\":[0,0,5,1]}", kind: "facility")),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let places =
      context.faults.filter { $0.code == Self.description.code }
      + context.plan.files.keys.sorted().compactMap { differing($0, in: context.plan) }
    return Self.findings(for: places, severity: task.severity)
  }

  /// The first place where a file is not written as `fmt` would write it.
  private func differing(_ file: String, in plan: Plan) -> PlanFault? {
    guard let collection = plan.files[file]?.readCollection, collection.isAcceptable else {
      return nil
    }
    let found = collection.source.bytes
    let wanted = CanonicalForm.bytes(of: collection, decimals: plan.manifest.precision)
    guard found != wanted else { return nil }
    let offset = zip(found, wanted).enumerated().first { $1.0 != $1.1 }?.offset
    return PlanFault(
      code: Self.description.code,
      location: collection.source.location(at: offset ?? min(found.count, wanted.count)),
      message: Wording("the file is not in canonical form", zh: "文件不是规范格式"))
  }

  /// One finding for each file that has such places.
  static func findings(for places: [PlanFault], severity: Severity) -> [Finding] {
    let files = Dictionary(grouping: places, by: \.location.file)
    return files.keys.sorted().compactMap { file in
      let here = (files[file] ?? []).sorted { $0.location < $1.location }
      // What is wrong says more than that something is; the form itself comes last.
      guard let first = here.first(where: { $0.help != nil }) ?? here.first else { return nil }
      let more = here.count - 1
      return Finding(
        code: description.code, ruleName: description.name, severity: severity,
        message: Wording(
          first.message.english + (more > 0 ? ", and \(more) more like this" : ""),
          zh: first.message.chinese + (more > 0 ? "，另有 \(more) 处" : "")),
        parties: [Finding.Party(id: file, name: nil, location: first.location)],
        help: description.fix)
    }
  }
}

extension ExamplePlan {
  /// A file with a member before its features.
  fileprivate static func headed(_ member: String) -> ExamplePlan {
    ExamplePlan(
      [], files: ["plan.geojson": "{\"type\":\"FeatureCollection\",\(member)\"features\":[]}\n"])
  }
}
