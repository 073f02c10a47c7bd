internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K01: slogans count right, and their members are the ones that the documents name.
struct SloganCount: Rule {
  static let description = RuleDescription(
    code: "K01",
    name: "slogan-count",
    summary: Wording(
      "A counted set has another number of members, or other members, than its statement says.",
      zh: "成组要素的个数或成员与陈述不符。"),
    rationale: Wording(
      "A slogan such as 一核两廊 is a promise with numbers in it; the map must draw one 核 and two 廊.",
      zh: "“一核两廊”一类的口号含有数字，图上须恰有一核、两廊。"),
    fix: Wording(
      "draw the missing member, take out the extra one, or correct its name in the plan or the claim",
      zh: "补绘缺少的成员，删去多余的成员，或更正名称"),
    trap: Wording(
      "Two slogans may count the same noun: the 廊 of a layout and the 廊 of a water network are two sets.",
      zh: "两个口号可以数同一个词：布局的廊与水网的廊是两个集合。"),
    evaluates: [.count, .members],
    accepts: [
      RuleExample(
        "one core and two corridors by name", zh: "名称齐全的一核两廊",
        ExamplePlan(
          [core, east, west],
          claims: [
            "{claim: count, structure: layout}",
            "{claim: members, structure: layout, part: 两廊, names: [东廊, 西廊]}",
          ], manifest: layout)),
      RuleExample(
        "a member called by an alias", zh: "以别名提到的成员",
        ExamplePlan(
          [.square("a", x: 0, #""name":"东园","aliases":["东部园"]"#)],
          claims: ["{claim: members, of: districts, names: [东部园]}"])),
      RuleExample(
        "an open list with one member more", zh: "名单未尽，多一个成员",
        ExamplePlan(
          [core, east, west],
          claims: ["{claim: members, of: corridors, names: [东廊], open: true}"])),
    ],
    flags: [
      RuleExample(
        "one corridor of two is missing", zh: "两廊缺一", measures: ["1"],
        ExamplePlan([core, east], claims: ["{claim: count, structure: layout}"], manifest: layout)),
      RuleExample(
        "a member under another name", zh: "成员用了别的名称",
        ExamplePlan(
          [core, east, .square("west", x: 10, kind: "corridor", #""name":"酉廊""#)],
          claims: ["{claim: members, structure: layout, part: 两廊, names: [东廊, 西廊]}"],
          manifest: layout)),
      RuleExample(
        "a member that the closed list does not name", zh: "成员不在已尽的名单之内",
        ExamplePlan(
          [core, east, west], claims: ["{claim: members, of: corridors, names: [东廊]}"])),
      RuleExample(
        "a corridor counted in two sets of corridors", zh: "一条走廊计入两组走廊",
        ExamplePlan(
          [core, east, west], claims: ["{claim: count, structure: layout}"],
          manifest: layout
            + "  - {id: water, slogan: 一廊, parts: [{word: 一廊, of: east}]}\n")),
      RuleExample(
        "a corridor of the water network in the place of one of the layout", zh: "水网廊顶替了布局的走廊",
        ExamplePlan(
          [
            core, east, .square("x", x: 10, kind: "water_corridor", #""name":"西廊""#),
            .square("y", x: 30, kind: "corridor", #""slot":"廊一""#),
          ],
          claims: ["{claim: members, structure: layout, part: 两廊, names: [东廊, 西廊]}"],
          manifest: layout)),
      RuleExample(
        "a part of the slogan without a set", zh: "口号中的一项没有对应的集合",
        ExamplePlan(
          [core], claims: ["{claim: count, structure: layout}"],
          manifest:
            "structures:\n  - {id: layout, slogan: 一核两廊, parts: [{word: 一核, of: cores}]}\n")),
      RuleExample(
        "a member that no document names", zh: "文件未提到名称的成员",
        ExamplePlan(
          [core, east, .square("west", x: 10, kind: "corridor")],
          claims: ["{claim: count, structure: layout}"], manifest: layout)),
    ])

  private static let core = ExampleFeature.square("core", x: 0, kind: "core", #""name":"中核""#)
  private static let east = ExampleFeature.square("east", x: 20, kind: "corridor", #""name":"东廊""#)
  private static let west = ExampleFeature.square("west", x: 10, kind: "corridor", #""name":"西廊""#)
  private static let layout = """
    structures:
      - id: layout
        slogan: 一核两廊
        parts: [{word: 一核, of: cores}, {word: 两廊, of: corridors}]

    """

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    counts(for: task, using: context) + members(for: task, using: context)
  }
}
