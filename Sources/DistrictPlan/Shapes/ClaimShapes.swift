internal import FileShapes
internal import Messages

extension PlanShapes {
  /// The claims of a statement, told apart by `claim`.
  static let claims = Variants(
    "claim", Wording("a testable part of a statement", zh: "陈述中可以核对的部分"), by: "claim", kindOfClaim,
    ClaimKind.allCases.map { Variants.Variant([$0.rawValue], claim($0)) })

  private static let kindOfClaim = Wording("what is claimed", zh: "论断的类型")

  private static func claim(_ kind: ClaimKind) -> ObjectShape {
    ObjectShape(
      "claim-\(kind.rawValue)", kind.meaning,
      [.required("claim", .word([kind.rawValue]), kindOfClaim)] + keys(of: kind) + [
        .optional(
          "at", .form(PartialDate.form),
          Wording("when it was said, if not on the document's date", zh: "所述的时间，缺省为文件日期")),
        .optional("note", .text, Wording("a remark", zh: "备注")),
      ], conditions(of: kind), noun: kind == .count ? Wording("a count", zh: "count") : nil)
  }

  private static func keys(of kind: ClaimKind) -> [ObjectShape.Key] {
    switch kind {
    case .count:
      [
        structure, .optional("of", .texts, whom), atMost("is"), atMost("at_least"),
        atMost("at_most"),
        .optional("per", .texts, Wording("counted in each of these", zh: "在每个范围内分别计数")),
      ]
    case .members:
      [
        structure, .optional("part", .text, Wording("the part of the slogan", zh: "口号中的一项")),
        .optional("of", .texts, whom),
        .required("names", .texts, Wording("the members by name", zh: "成员名单")),
        .optional("open", .flag, Wording("whether there may be more", zh: "名单是否未尽")),
      ]
    case .area:
      [
        of,
        .required(
          "is", .form(Quantity.Dimension.area.form), Wording("the area together", zh: "面积合计")),
      ]
    case .follows:
      [of, .required("along", .texts, Wording("the line that it follows", zh: "所循的线"))]
    case .orientation: [of, .required("is", .word(GridAxis.self), Wording("which way", zh: "走向"))]
    case .intersectsEach: [of, .required("with", .texts, Wording("the others", zh: "与之相交者"))]
    case .joined: [of, .required("to", .texts, Wording("the lines", zh: "所接的线"))]
    case .direction: [of, .required("is", .word(Compass.self), Wording("which way", zh: "方向"))]
    case .inside: [of, .required("in", .texts, Wording("the areas", zh: "所在的范围"))]
    case .near:
      [
        of, .required("to", .texts, Wording("what they are near", zh: "所邻近者")),
        .required("within", .form(Quantity.Dimension.length.form), Wording("how near", zh: "距离")),
      ]
    case .class:
      [of, .required("at_least", .word(RoadClass.self), Wording("the lowest class", zh: "最低等级"))]
    case .statusAt:
      [
        of, what,
        .optional("status", .word(Status.self), Wording("how far they had come", zh: "所处的阶段")),
        .optional(
          "word", .text,
          Wording("the document's verb, one of status_words", zh: "文件的用词，见 status_words")),
      ]
    case .deadline:
      [
        of, what,
        .required("status", .word(Status.self), Wording("how far they were to come", zh: "应达到的阶段")),
        .required("by", .form(CalendarDay.form), Wording("by which day", zh: "期限")),
      ]
    case .alias: [of, .required("name", .text, Wording("the other name", zh: "另一名称"))]
    case .date:
      [
        .required("is", .form(PartialDate.form), Wording("the document's date", zh: "文件日期")),
        .optional("inferred", .flag, Wording("whether it is not printed whole", zh: "是否有推定的部分")),
      ]
    case .coverageShare:
      [
        of, .required("by", .words(WorkAction.self), Wording("what the works do", zh: "工程的内容")),
        .optional("junctions", .flag, Wording("of junctions instead of length", zh: "按路口而不是按长度")),
        .required(
          "at_least", .form(Quantity.Dimension.share.form), Wording("the share", zh: "比例下限")),
      ]
    case .classes:
      [
        of, .required("key", .word(FeatureKey.self), Wording("the property", zh: "属性")),
        .required("values", .texts, Wording("the values that occur", zh: "应有的取值")),
      ]
    case .sited:
      [
        of, .required("in", .texts, Wording("the area", zh: "所在的范围")),
        .required("since", .form(PartialDate.form), Wording("introduced since", zh: "自何时起引进")),
      ]
    case .drains, .deadEnd, .extends, .crosses, .overlapsNot, .unlocated, .connected, .exists: [of]
    }
  }

  private static func conditions(of kind: ClaimKind) -> [ObjectShape.Condition] {
    let bounds = ["is", "at_least", "at_most"]
    return switch kind {
    case .count:
      [
        .apart("structure", from: ["of", "per"] + bounds), .needed(["of"], unless: "structure"),
        .anyOf(bounds, unless: "structure"), .apart("is", from: ["at_least", "at_most"]),
      ]
    case .members:
      [
        .apart("structure", from: ["of"]), .needed(["of"], unless: "structure"),
        .together("structure", with: ["part"]),
      ]
    case .statusAt: [.needed(["word"], unless: "status"), .apart("status", from: ["word"])]
    default: []
    }
  }

  private static let whom = Wording("layers, ids or names", zh: "图层、标识或名称")
  private static let of = ObjectShape.Key.required("of", .texts, whom)
  private static let what = ObjectShape.Key.optional(
    "what", .text, Wording("what of them, such as their design", zh: "其中的哪一项，例如设计"))
  private static let structure = ObjectShape.Key.optional(
    "structure", .text, Wording("a structure of plan.yaml", zh: "plan.yaml 中的结构"))

  private static func atMost(_ key: String) -> ObjectShape.Key {
    let meaning =
      switch key {
      case "is": Wording("exactly so many", zh: "恰好的个数")
      case "at_least": Wording("at least so many", zh: "个数下限")
      default: Wording("at most so many", zh: "个数上限")
      }
    return .optional(key, .integer(0...ClaimReader.largestCount), meaning)
  }
}

extension ClaimKind {
  /// What a claim of the kind says, for whoever writes one.
  var meaning: Wording {
    switch self {
    case .count: Wording("so many features exist, or the structure is complete", zh: "要素的个数，或结构齐全")
    case .members: Wording("the members by name", zh: "成员名单")
    case .area: Wording("the area together", zh: "面积合计")
    case .follows: Wording("the corridor runs along the line", zh: "走廊循某线")
    case .orientation: Wording("the watercourses run that way", zh: "水道的走向")
    case .intersectsEach: Wording("each meets one of the others", zh: "每条都与其中之一相交")
    case .joined: Wording("every lake shares a vertex with one of the lines", zh: "每个湖都与某线有公共顶点")
    case .drains: Wording("everything flows to the outlet", zh: "水都流到出口")
    case .deadEnd: Wording("the work opens a dead end", zh: "工程打通断头路")
    case .extends: Wording("the work starts at an end of its road and goes on", zh: "工程从道路端点接着延伸")
    case .direction: Wording("the work leads that way", zh: "工程的方向")
    case .crosses: Wording("the work crosses its barrier with a structure", zh: "工程以结构物跨越障碍")
    case .inside: Wording("the features lie inside the others", zh: "要素在某范围之内")
    case .overlapsNot: Wording("no two cover the same ground", zh: "互不重叠")
    case .near: Wording("the features come within the distance", zh: "要素在某距离之内")
    case .class: Wording("the roads are of this class or a higher one", zh: "道路等级的下限")
    case .statusAt: Wording("the features had come that far", zh: "要素所处的阶段")
    case .deadline: Wording("the features were to come that far by the day", zh: "到期应达到的阶段")
    case .alias: Wording("the feature is also called by the name", zh: "要素的另一名称")
    case .unlocated: Wording("the features have no place yet", zh: "要素选址未定")
    case .date: Wording("the document bears the date", zh: "文件的日期")
    case .coverageShare:
      Wording("the share of roads or junctions that the works reach", zh: "工程覆盖道路或路口的比例")
    case .classes:
      Wording("every feature has one of the values, and every value occurs", zh: "每个要素取其一，且各值齐全")
    case .connected: Wording("the lines and lakes form one network", zh: "线与湖连成一个网络")
    case .exists: Wording("the features are in the plan", zh: "规划中有这些要素")
    case .sited:
      Wording("features introduced since lie inside or say why not", zh: "此后引进的要素在范围内或说明理由")
    }
  }
}
