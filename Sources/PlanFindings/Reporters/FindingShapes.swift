package import FileShapes
internal import Messages

/// What `check --format json` writes: the writer holds every object against it, and a schema shows it.
package enum FindingShapes {
  /// The whole report.
  package static let report = ObjectShape(
    "report", Wording("what a check found and what it looked at", zh: "检查的发现和范围"),
    program + [
      .required(
        "summary", .object(summary), Wording("how much was found and verified", zh: "发现和核验的数量")),
      .required(
        "findings", .list(of: .object(finding)),
        Wording("every finding, accepted ones too", zh: "全部发现，包括已接受的")),
      .optional(
        "fixed", .list(of: .object(entry)),
        Wording("what the baseline has and the check no longer finds", zh: "基线中已不再出现的发现")),
      .required(
        "runs", .list(of: .object(run)),
        Wording("what each declared rule looked at", zh: "各条规则检查的范围")),
    ])

  /// The file of `--baseline`.
  package static let baseline = ObjectShape(
    "baseline", Wording("findings that were there on a day", zh: "某日已有的发现"),
    [
      .required(
        "gxq_map_baseline", .integer(1...1), Wording("the version of the format", zh: "格式版本")),
      .required("findings", .list(of: .object(known)), Wording("the findings", zh: "各项发现")),
    ], others: .anything)

  /// An entry of a baseline as it is read: a later version may say more of it.
  static let known = ObjectShape("known", entry.meaning, entry.keys, others: .anything)

  /// A line of `check --format ndjson`.
  package static let line = Variants(
    "line", Wording("a line of a check's report", zh: "检查报告的一行"), by: "type",
    Wording("what the line holds", zh: "该行的内容"),
    [
      line("finding", finding.meaning, finding.keys),
      line(
        "fixed", Wording("what the baseline has and the check no longer finds", zh: "基线中已不再出现的发现"),
        entry.keys),
      line("run", run.meaning, run.keys), line("summary", summary.meaning, program + summary.keys),
    ])

  private static func line(
    _ word: String, _ meaning: Wording, _ keys: [ObjectShape.Key]
  ) -> Variants.Variant {
    let type = ObjectShape.Key.required(
      "type", .word([word]), Wording("what the line holds", zh: "该行的内容"))
    return Variants.Variant([word], ObjectShape("line-\(word)", meaning, [type] + keys))
  }

  private static let program: [ObjectShape.Key] = [
    .required("program", .word(["gxq-map"]), Wording("the program", zh: "程序")),
    .required("version", .text, Wording("its version", zh: "版本")),
  ]

  static let finding = ObjectShape(
    "finding", Wording("something in the plan that offends a rule", zh: "规划中不合规则之处"),
    [
      .required("code", .text, Wording("the rule's code", zh: "规则代码")),
      .required("rule", .text, Wording("the rule's name", zh: "规则名称")),
      .required("severity", .word(Severity.self), Wording("how much it weighs", zh: "严重程度")),
      .required("message", .text, Wording("what is", zh: "情况")),
      .required("parties", .list(of: .object(party)), Wording("who is involved", zh: "涉及者")),
      .optional("measure", .object(measure), Wording("how much", zh: "量值")),
      .optional(
        "sheet", .object(sheet), Wording("where on a map sheet it is seen", zh: "在图纸上的位置")),
      .optional("statements", .list(of: .text), Wording("the statements concerned", zh: "涉及的陈述")),
      .optional("help", .text, Wording("what to do about it", zh: "建议")),
      .optional("fix", .object(fix), Wording("a safe repair", zh: "可靠的修复")),
      .optional("anchor", position, Wording("a point in it", zh: "其中的一点")),
      .optional(
        "geometry", .object(geometry), Wording("where it is, in GeoJSON", zh: "所在的 GeoJSON 几何")),
      .optional(
        "degraded", .flag, Wording("whether a repaired copy was judged", zh: "是否依据修复后的副本判断")),
      .required(
        "fingerprint", .text, Wording("what stays when unrelated lines change", zh: "无关改动不影响的指纹")),
      .optional(
        "baseline", .word(["new", "unchanged"]),
        Wording("whether the baseline has it", zh: "基线中是否已有")),
      .optional(
        "accepted", .object(acceptance), Wording("the exception that accepts it", zh: "接受它的例外")),
      .optional(
        "expired", .object(acceptance),
        Wording("the exception that accepted it until lately", zh: "已失效的例外")),
    ])

  static let summary = ObjectShape(
    "summary", Wording("how much was found and verified", zh: "发现和核验的数量"),
    [
      .required("errors", .count, Wording("open errors", zh: "未接受的错误")),
      .required("warnings", .count, Wording("open warnings", zh: "未接受的警告")),
      .required("infos", .count, Wording("open findings to know", zh: "未接受的提示")),
      .required("accepted", .count, Wording("accepted findings", zh: "已接受的发现")),
      .optional("known", .count, Wording("open findings that the baseline has", zh: "基线中已有的发现")),
      .optional(
        "fixed", .count, Wording("findings of the baseline that are gone", zh: "基线中已消失的发现")),
      .required("rules", .count, Wording("rules that ran", zh: "运行的规则")),
      .required("features", .count, Wording("features looked at", zh: "检查的要素")),
      .required("pairs", .count, Wording("pairs compared", zh: "比较的要素对")),
      .required("claims", .count, Wording("claims tested", zh: "核对的论断")),
      .required("statements", .count, Wording("statements they belong to", zh: "论断所属的陈述")),
      .required("below_noise_floor", .count, Wording("too small to count", zh: "低于噪声阈值")),
      .optional(
        "changes_not_verified", .list(of: .text),
        Wording("rules that had no earlier state to compare with", zh: "缺少早先状态而未比较的规则")),
      .optional(
        "measured_in", .object(terms),
        Wording("what files without a plan were measured by", zh: "无规划文件的量算依据")),
      .optional(
        "sheets", .list(of: .object(statistics)),
        Wording("what was seen of each map sheet under each theme", zh: "各图纸在各主题下的情况")),
    ])

  static let statistics = ObjectShape(
    "statistics", Wording("what was seen of a map sheet", zh: "一张图纸的情况"),
    [
      .required("id", .text, Wording("the sheet", zh: "图纸")),
      .optional("theme", .text, Wording("the theme", zh: "主题")),
      .required("placed", .count, Wording("names that stand on the maps", zh: "放下的注记")),
      .required("unplaced", .count, Wording("names that found no place", zh: "未放下的注记")),
      .required("texts", .count, Wording("runs of text", zh: "文字段数")),
      .optional(
        "smallest_text", .object(extreme),
        Wording("the lowest text, in millimetres", zh: "最小的文字（毫米）")),
      .optional(
        "lowest_contrast", .object(extreme), Wording("the faintest text", zh: "对比度最低的文字")),
      .required("entries", .count, Wording("legend entries", zh: "图例条目")),
      .required("pairs", .count, Wording("pairs held against each other", zh: "比较的对数")),
    ])

  static let extreme = ObjectShape(
    "extreme", Wording("a text and its number", zh: "一段文字及其数值"),
    [
      .required("value", .number, Wording("the number", zh: "数值")),
      .required("text", .text, Wording("the text", zh: "文字")),
    ])

  static let terms = ObjectShape(
    "terms", Wording("what files without a plan were measured by", zh: "无规划文件的量算依据"),
    [
      .required("crs", .text, Wording("the code of the CRS", zh: "坐标系代码")),
      .optional("name", .text, Wording("the name of the CRS", zh: "坐标系名称")),
      .required(
        "chosen_by", .word(["--crs", "longitude", "default"]), Wording("why this CRS", zh: "选用依据")),
      .optional("longitude", .number, Wording("the middle of the data, in degrees", zh: "数据中部的经度")),
      .required("tolerance", .number, Wording("how near is the same, in metres", zh: "容差（米）")),
    ])

  static let run = ObjectShape(
    "run", Wording("what a declared rule looked at", zh: "一条规则检查的范围"),
    [
      .required("code", .text, Wording("the rule's code", zh: "规则代码")),
      .required("rule", .text, Wording("the rule's name", zh: "规则名称")),
      .optional("off", .flag, Wording("whether it is switched off", zh: "是否停用")),
      .optional("on", .list(of: .text), Wording("what it was declared on", zh: "声明检查的对象")),
      .optional("with", .list(of: .text), Wording("what it was held against", zh: "声明对照的对象")),
      .optional("layers", .list(of: .text), Wording("layers of the features", zh: "要素所在的图层")),
    ] + place(isRequired: true) + [
      .required("features", .count, Wording("features looked at", zh: "检查的要素")),
      .required("partners", .count, Wording("features they were held against", zh: "对照的要素")),
      .required("pairs", .count, Wording("pairs compared", zh: "比较的要素对")),
      .required("below_noise_floor", .count, Wording("too small to count", zh: "低于噪声阈值")),
      .required("findings", .count, Wording("findings", zh: "发现")),
    ])

  static let entry = ObjectShape(
    "entry", Wording("a finding of the baseline", zh: "基线中的一项发现"),
    [
      .required("code", .text, Wording("the rule's code", zh: "规则代码")),
      .required("ids", .list(of: .text), Wording("the ids of everyone involved", zh: "涉及者的标识")),
      .required(
        "fingerprint", .text, Wording("what stays when unrelated lines change", zh: "无关改动不影响的指纹")),
    ])

  static let party = ObjectShape(
    "party", Wording("who is involved", zh: "涉及者"),
    [
      .required(
        "id", .text, Wording("the id of the feature, statement or file", zh: "要素、陈述或文件的标识")),
      .optional("name", .text, Wording("its name", zh: "名称")),
      .optional("layer", .text, Wording("its layer", zh: "图层")),
    ] + place(isRequired: false) + [
      .optional("part", .count, Wording("the part of the geometry, from 0", zh: "几何的部分，从 0 起")),
      .optional("ring", .count, Wording("the ring, 0 for the outline", zh: "环，0 为外环")),
      .optional("vertex", .count, Wording("the vertex, from 0", zh: "顶点，从 0 起")),
    ])

  static let sheet = ObjectShape(
    "sheet", Wording("a place on a map sheet", zh: "图纸上的位置"),
    [
      .required("id", .text, Wording("the sheet", zh: "图纸")),
      .optional(
        "themes", .list(of: .text), Wording("the themes under which it is so", zh: "出现该情况的主题")),
      .required(
        "box", .list(of: .number),
        Wording(
          "left, upper, right and lower edge, in millimetres from the sheet's top left corner",
          zh: "左、上、右、下边，自图纸左上角起的毫米数")),
    ])

  static let measure = ObjectShape(
    "measure", Wording("a number with its unit", zh: "带单位的数值"),
    [
      .required("value", .number, Wording("the number found", zh: "实际值")),
      .required("unit", .word(Measure.Unit.self), Wording("its unit", zh: "单位")),
      .optional("limit", .number, Wording("the number that would pass", zh: "限值")),
    ])
}

extension FindingShapes {
  static let acceptance = ObjectShape(
    "acceptance", Wording("who accepted a finding, and why", zh: "由谁、因何接受"),
    [
      .required("reason", .text, Wording("why", zh: "理由")),
      .optional("owner", .text, Wording("who answers for it", zh: "责任人")),
      .optional("conflict", .text, Wording("the conflict it belongs to", zh: "所属的分歧")),
      .optional("until", .text, Wording("the last day on which it holds", zh: "最后有效日")),
    ] + place(isRequired: false))

  private static let fix = ObjectShape(
    "fix", Wording("a safe repair", zh: "可靠的修复"),
    [
      .required("title", .text, Wording("what it does", zh: "内容")),
      .required("edits", .list(of: .variants(edits)), Wording("edit by edit", zh: "逐项改动")),
    ])

  static let edits = Variants(
    "edit", Wording("a change of one feature's vertices", zh: "对一个要素顶点的改动"), by: "edit", editWord,
    [
      edit(
        "move", Wording("moves a vertex", zh: "移动顶点"),
        [vertex("vertex"), .required("to", position, Wording("to this place", zh: "移到此处"))]),
      edit(
        "insert", Wording("adds a vertex", zh: "插入顶点"),
        [vertex("after"), .required("at", position, Wording("at this place", zh: "插在此处"))]),
      edit("remove", Wording("removes a vertex", zh: "删除顶点"), [vertex("vertex")]),
      edit(
        "reverse", Wording("turns a run of vertices round", zh: "反转一段顶点"),
        [vertex("first"), vertex("last")]),
    ])

  private static let editWord = Wording("what is done", zh: "改动方式")

  private static func edit(
    _ word: String, _ meaning: Wording, _ keys: [ObjectShape.Key]
  ) -> Variants.Variant {
    let head: [ObjectShape.Key] = [
      .required("edit", .word([word]), editWord),
      .required("feature", .text, Wording("the feature", zh: "要素")),
    ]
    return Variants.Variant([word], ObjectShape("edit-\(word)", meaning, head + keys))
  }

  private static func vertex(_ key: String) -> ObjectShape.Key {
    .required(
      key, .count, Wording("the vertex, counted through the feature from 0", zh: "顶点，在要素中从 0 起连续编号")
    )
  }

  private static let position = ValueShape.tuple(
    [.number, .number], Wording("longitude and latitude", zh: "经度和纬度"))

  private static let geometry = ObjectShape(
    "geometry", Wording("a geometry of RFC 7946", zh: "RFC 7946 的几何"),
    [.required("type", .text, Wording("the sort of geometry", zh: "几何类型"))], others: .anything)

  private static func place(isRequired: Bool) -> [ObjectShape.Key] {
    let key = isRequired ? ObjectShape.Key.required : ObjectShape.Key.optional
    return [
      key("file", .text, Wording("the file", zh: "文件")),
      key("line", .integer(1...Int.max), Wording("the line, from 1", zh: "行，从 1 起")),
      key("column", .integer(1...Int.max), Wording("the column, from 1", zh: "列，从 1 起")),
    ]
  }
}
