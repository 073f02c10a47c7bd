internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// K30: projects lie in zones whose function allows their class.
struct SitingByFunction: Rule {
  static let description = RuleDescription(
    code: "K30",
    name: "siting-by-function",
    summary: Wording(
      "A project lies in a zone whose function does not allow its class, or in no zone.",
      zh: "项目所在分区的功能不允许其类别，或项目不在任何分区内。"),
    rationale: Wording(
      "Zones say what may come where; a project that slips into the wrong one decides more than itself.",
      zh: "功能分区规定何处可以落什么项目；一个项目落错，改变的不只是它自己。"),
    fix: Wording(
      "move the project, correct its class or the table, or give the reason on record",
      zh: "调整选址，更正类别或对照表，或写明理由"),
    trap: Wording(
      "A zone or project that the table knows nothing of is reported, because silence would look like consent; an area in two zones needs the consent of both, a point on their border that of one.",
      zh: "对照表未列的分区或项目要报出，不报等于默许；跨两区的面须两区都允许，界线上的点一区允许即可。"),
    parameters: [
      RuleParameter(
        "allows", .mapping, default: nil,
        Wording(
          "the classes that each function allows, '*' for any: {科研: [科研, 数据], 商务: 商业}",
          zh: "各功能允许的类别，“*”为任意：{科研: [科研, 数据], 商务: 商业}")),
      RuleParameter(
        "key", .text, default: "function",
        Wording("the property of a zone that the table lists", zh: "分区的哪项属性对应对照表")),
      RuleParameter(
        "by", .text, default: "class",
        Wording("the property of a project that the table lists", zh: "项目的哪项属性对应对照表")),
      RuleParameter(
        "reason", .text, default: "siting_reason",
        Wording("the property that gives the reason for an exception", zh: "说明例外理由的属性")),
      .tolerance, .minArea, .minWidth, .minLength,
    ],
    needsFeatures: true,
    needsPartner: true,
    severity: .warning,
    accepts: [
      RuleExample("allowed by its zone", zh: "分区允许", .sited([.project("p", 5)])),
      RuleExample(
        "a point on the border of a zone that allows it", zh: "界线上的点，一侧允许",
        .sited([.project("p", 10)])),
      RuleExample(
        "an area in two zones that both allow it", zh: "跨两区而两区都允许的面",
        .sited(
          [.square("p", x: 8, y: 3, side: 4, kind: "project", #""class":"科研""#)],
          "allows: {科研: 科研, 商务: '*'}")),
    ],
    flags: [
      RuleExample(
        "a class that its zone does not allow", zh: "分区不允许的类别", .sited([.project("p", 15)])),
      RuleExample(
        "an area of which a part lies in the wrong zone", zh: "部分落入不允许分区的面", measures: ["4 m²"],
        .sited([.square("p", x: 7, y: 3, side: 4, kind: "project", #""class":"科研""#)])),
      RuleExample(
        "two zones over each other of which one allows it", zh: "两区重叠，只有一区允许",
        ExamplePlan(
          [
            .project("p", 5), .zone("a", 0, "科研"), .zone("b", 2, "商务"),
          ], settings: table)),
      RuleExample("in no zone", zh: "不在任何分区内", .sited([.project("p", 50)])),
      RuleExample(
        "in a zone of which the table knows nothing", zh: "对照表未列的分区",
        .sited([.project("p", 25)])),
      RuleExample(
        "a project without a class", zh: "没有类别的项目", .sited([.point("p", 5, 5, kind: "project")])),
      RuleExample(
        "a table that says nothing", zh: "空的对照表",
        ExamplePlan(
          [.project("p", 5), .zone("a", 0, "科研")],
          settings: ["on: projects", "with: function-areas"])),
      RuleExample(
        "worth knowing: the wrong zone for a reason", zh: "提示：有理由的例外",
        .sited([.project("p", 15, #","siting_reason":"毗邻高校""#)])),
      RuleExample(
        "worth knowing: no place yet", zh: "提示：尚无位置",
        .sited([.nowhere("p", #""class":"科研""#)])),
    ])

  private static let table = [
    "on: projects", "with: function-areas", "allows: {科研: [科研, 数据], 商务: 商业}",
  ]

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let table = task.members("allows")
    guard !table.isEmpty else {
      return [
        task.misdeclared(
          "allows",
          Wording("no table says which classes a function allows", zh: "没有写明各功能允许的类别"))
      ]
    }
    var siting = try Siting(table, task, context)
    let findings = try task.features.flatMap { project in
      context.verified(pairs: task.partners.count)
      return try siting.findings(on: project)
    }
    return findings + siting.unknownZones
  }
}

extension ExampleFeature {
  fileprivate static func project(
    _ id: String, _ x: Double, _ more: String = ""
  ) -> ExampleFeature {
    .point(id, x, 5, kind: "project", #""class":"科研""# + more)
  }

  fileprivate static func zone(_ id: String, _ x: Double, _ function: String) -> ExampleFeature {
    .square(id, x: x, kind: "function_area", #""function":"\#(function)""#)
  }
}

extension ExamplePlan {
  /// A research zone, a business zone beside it, one that no table knows, and projects.
  fileprivate static func sited(
    _ projects: [ExampleFeature], _ allows: String = "allows: {科研: [科研, 数据], 商务: 商业}"
  ) -> ExamplePlan {
    ExamplePlan(
      projects + [.zone("a", 0, "科研"), .zone("b", 10, "商务"), .zone("c", 20, "休闲")],
      settings: ["on: projects", "with: function-areas", allows])
  }
}
