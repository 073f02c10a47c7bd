internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// W06: works have days that can be, within the plan's horizon, and say what they must.
struct IntervalSanity: Rule {
  static let description = RuleDescription(
    code: "W06",
    name: "interval-sanity",
    summary: Wording(
      "A work has no days, ends before it starts, lies outside the horizon, or lacks what it must say.",
      zh: "工程没有日期、结束不晚于开工、超出规划期限，或缺少必填内容。"),
    rationale: Wording(
      "A work without a time takes part in no check of time, and so passes them all.",
      zh: "没有时间的工程不参加任何时间检查，因而全部“通过”。"),
    fix: Wording(
      "give both days as in '2018-10-02'; the end is the first day after the work",
      zh: "按“2018-10-02”的写法给出开工与结束日期；结束日期为完工后的第一天"),
    trap: Wording(
      "A work of one day ends on the next: start and end on the same day leave no day for it.",
      zh: "只做一天的工程结束于次日：开工与结束同日则没有一天。"),
    parameters: [
      RuleParameter(
        "from", .text, default: nil,
        Wording("the first day of the plan's horizon", zh: "规划期限的第一天")),
      RuleParameter(
        "to", .text, default: nil,
        Wording("the day on which the plan's horizon is over", zh: "规划期限结束之日（不含）")),
      RuleParameter(
        "open", .word(["false", "true"]), default: "false",
        Wording("whether a work may lack its end", zh: "是否允许没有结束日期")),
      RuleParameter(
        "require", .texts, default: nil,
        Wording(
          "attributes that every work must have, such as status, event_type, data_source_id, direction, road_names",
          zh: "每项工程必须具备的属性，例如 status、event_type、data_source_id、direction、road_names")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample("a work of two months", zh: "为期两个月的工程") {
        [.work("w", along, "2024-03-01", "2024-05-01")]
      },
      RuleExample("a work of one day", zh: "为期一天的工程") {
        [.work("w", along, "2024-02-29", "2024-03-01")]
      },
      RuleExample(
        "a work without an end, where that may be", zh: "允许没有结束日期",
        .works([.work("w", along, "2024-03-01", nil)], "open: true")),
      RuleExample(
        "a work that fills the horizon", zh: "恰好占满规划期限",
        .works(
          [.work("w", along, "2024-01-01", "2025-01-01")], "from: '2024-01-01'",
          "to: '2025-01-01'")),
      RuleExample(
        "everything that is required", zh: "必填内容齐全",
        .works(
          [
            .work(
              "w", along, "2024-03-01", "2024-05-01",
              #""status":"planned","road_names":["a","b"]"#)
          ], "require: [status, road_names]")),
    ],
    flags: [
      RuleExample("a work that ends before it starts", zh: "结束早于开工", measures: ["-31 d"]) {
        [.work("w", along, "2024-06-01", "2024-05-01")]
      },
      RuleExample("a work that ends on the day it starts", zh: "开工当日结束", measures: ["0 d"]) {
        [.work("w", along, "2024-06-01", "2024-06-01")]
      },
      RuleExample("a work without days", zh: "没有日期的工程") { [.work("w", along, nil, nil)] },
      RuleExample("a work without an end", zh: "没有结束日期") {
        [.work("w", along, "2024-06-01", nil)]
      },
      RuleExample("a day that the month does not have", zh: "该月没有的日子") {
        [.work("w", along, "2023-02-29", "2024-05-01")]
      },
      RuleExample("a month instead of a day", zh: "只写到月份") {
        [.work("w", along, "2024-03", "2024-05-01")]
      },
      RuleExample(
        "a work that outlasts the horizon by a day", zh: "超出规划期限一天", measures: ["1 d"],
        .works(
          [.work("w", along, "2024-12-01", "2025-01-02")], "from: '2024-01-01'",
          "to: '2025-01-01'")),
      RuleExample(
        "a work before the horizon", zh: "早于规划期限", measures: ["31 d"],
        .works([.work("w", along, "2023-12-01", "2024-02-01")], "from: '2024-01-01'")),
      RuleExample(
        "no status and an empty list of roads", zh: "没有状态，道路列表为空",
        .works(
          [.work("w", along, "2024-03-01", "2024-05-01", #""status":null,"road_names":[]"#)],
          "require: [status, road_names]")),
      RuleExample(
        "a horizon that is no day", zh: "期限不是日期",
        .works([.work("w", along, "2024-03-01", "2024-05-01")], "from: spring")),
    ])

  private static let along: [(Double, Double)] = [(0, 0), (100, 0)]

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for key in ["from", "to"] {
      guard let text = task.word(key), CalendarDay(text) == nil else { continue }
      findings.append(
        task.unusable(
          key,
          Wording(
            "'\(key)' is '\(text)'; expected a day such as '2018-10-02'",
            zh: "“\(key)”为“\(text)”，应为日期，例如“2018-10-02”")))
    }
    for work in task.features {
      for (message, measure, key) in faults(of: work, task) {
        findings.append(
          task.finding(
            message,
            parties: [
              Finding.Party(
                id: work.id, name: work.name,
                location: key.map { work.location(of: $0) } ?? work.location)
            ],
            measure: measure, place: context.place(of: work)))
      }
    }
    return findings
  }

  private typealias Fault = (message: Wording, measure: Measure?, key: String?)

  private func faults(of work: PlanFeature, _ task: RuleTask) -> [Fault] {
    let who = work.phrase
    var faults: [Fault] = []
    var missing = task.texts("require").filter { (work.attribute($0)?.written ?? "").isEmpty }
    for key in [FeatureKey.endDate, .startDate] where work.day(key) == nil {
      let name = key.rawValue
      if let written = work.attribute(name)?.written {
        faults.append(
          (
            Wording(
              "'\(name)' of \(who.english) is '\(written)', which is no day",
              zh: "\(who.chinese)的“\(name)”为“\(written)”，不是日期"), nil, name
          ))
      } else if key == .startDate || task.word("open") != "true", !missing.contains(name) {
        missing.insert(name, at: 0)
      }
    }
    if !missing.isEmpty {
      let names = Wording.list(missing.map { Wording("'\($0)'", zh: "“\($0)”") })
      faults.append(
        (
          Wording("\(who.english) has no \(names.english)", zh: "\(who.chinese)没有\(names.chinese)"),
          nil, nil
        ))
    }
    if let start = work.day(.startDate), let end = work.day(.endDate), end <= start {
      let days = Measure(Double(start.days(until: end)), .days)
      faults.append(
        (
          end == start
            ? Wording(
              "\(who.english) ends on the day on which it starts, \(start)",
              zh: "\(who.chinese)在开工当日 \(start) 结束")
            : Wording(
              "\(who.english) ends on \(end), before it starts on \(start)",
              zh: "\(who.chinese)于 \(end) 结束，早于其开工日 \(start)"), days,
          FeatureKey.endDate.rawValue
        ))
    }
    return faults + outside(work, task)
  }

  /// How far a work reaches beyond the horizon.
  private func outside(_ work: PlanFeature, _ task: RuleTask) -> [Fault] {
    let who = work.phrase
    var faults: [Fault] = []
    if let first = task.word("from").flatMap({ CalendarDay($0) }),
      let day = [work.day(.startDate), work.day(.endDate)].compactMap({ $0 }).min(), day < first
    {
      let days = Measure(Double(day.days(until: first)), .days, limit: 0)
      faults.append(
        (
          Wording(
            "\(who.english) begins \(days.text) before the horizon, on \(day)",
            zh: "\(who.chinese)于 \(day) 开始，早于规划期限 \(days.text)"), days,
          FeatureKey.startDate.rawValue
        ))
    }
    if let last = task.word("to").flatMap({ CalendarDay($0) }),
      let day = [work.day(.startDate)?.next, work.day(.endDate)].compactMap({ $0 }).max(),
      day > last
    {
      let days = Measure(Double(last.days(until: day)), .days, limit: 0)
      faults.append(
        (
          Wording(
            "\(who.english) goes on for \(days.text) after the horizon, until \(day.previous)",
            zh: "\(who.chinese)超出规划期限 \(days.text)，至 \(day.previous)"), days,
          FeatureKey.endDate.rawValue
        ))
    }
    return faults
  }
}

extension ExamplePlan {
  fileprivate static func works(
    _ features: [ExampleFeature], _ settings: String...
  ) -> ExamplePlan {
    ExamplePlan(features, settings: ["on: features"] + settings)
  }
}
