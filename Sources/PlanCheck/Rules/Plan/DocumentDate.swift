internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K21: what a text says of its date agrees with the date its document is filed under.
struct DocumentDate: Rule {
  static let description = RuleDescription(
    code: "K21",
    name: "document-date",
    summary: Wording(
      "A document is filed under a date that its own words do not allow.", zh: "文件登记的日期与文中所述不符。"),
    rationale: Wording(
      "Statuses and deadlines are read along the time line; one wrong date turns it over.",
      zh: "进度和期限都按时间先后判断，一个日期错误会颠倒先后。"),
    fix: Wording(
      "correct the date, its bounds or 'inferred' in documents.yaml, or the claim",
      zh: "更正 documents.yaml 中的日期、上下限或 inferred，或更正论断"),
    trap: Wording(
      "Dates are partial: the document's days must lie among those that the words allow.",
      zh: "日期可以不完整：文件的日期区间须落在文中所述区间之内。"),
    evaluates: [.date],
    accepts: [
      RuleExample("the day", zh: "日期相同", plan(filed: "date: '2020-03-04'", is: "2020-03-04")),
      RuleExample(
        "a day in the stated year", zh: "日期在所述年份之内", plan(filed: "date: '2020-03-04'", is: "2020")),
      RuleExample(
        "a day whose month is not stated, bounded by what came before and after",
        zh: "月份不明，由前后事件限定的日期",
        plan(
          filed: "date: '2020-??-22', earliest: '2020-01-22', latest: '2020-10-01'",
          is: "2020-??-22")),
    ],
    flags: [
      RuleExample("another day", zh: "日期不同", plan(filed: "date: '2020-03-04'", is: "2020-03-05")),
      RuleExample(
        "a year that the text does not narrow down", zh: "只有年份，而文中说得更细",
        plan(filed: "date: '2020'", is: "2020-03")),
      RuleExample(
        "an inferred date filed as a stated one", zh: "推断的日期登记成写明的日期",
        plan(filed: "date: '2020-03-04'", is: "2020-03-04", inferred: true)),
    ])

  private static func plan(
    filed: String, is date: String, inferred: Bool = false
  ) -> ExamplePlan {
    ExamplePlan(
      [.square("a", x: 0)],
      claims: ["{claim: date, is: '\(date)', inferred: \(inferred)}"],
      files: ["documents.yaml": "documents:\n  - {id: D1, title: example, sequence: 1, \(filed)}\n"]
    )
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.test(.date, by: task) { claim in
      guard case .date(let stated, let isInferred) = claim.test,
        let statement = context.plan.statements.first(where: { $0.id == claim.statement }),
        let document = context.plan.document(statement.document)
      else { return nil }
      let party = Finding.Party(
        id: document.id, name: document.title, location: document.location)
      var result: [Finding] = []
      let allows =
        document.date.text == stated.text
        || (stated.earliest <= document.date.earliest && document.date.latest <= stated.latest)
      if !allows {
        result.append(
          task.finding(
            Wording(
              "document '\(document.id)' is filed under \(document.date.text); its words say "
                + stated.text,
              zh: "文件“\(document.id)”登记的日期为 \(document.date.text)，文中所述为 \(stated.text)"),
            parties: [party, claim.party], statements: [claim.statement]))
      }
      if document.isDateInferred != isInferred {
        let (filed, said) = isInferred ? ("stated", "inferred") : ("inferred", "stated")
        let (filedChinese, saidChinese) = isInferred ? ("明示", "推定") : ("推定", "明示")
        result.append(
          task.finding(
            Wording(
              "the date of document '\(document.id)' is filed as \(filed); it is \(said)",
              zh: "文件“\(document.id)”的日期登记为\(filedChinese)，实为\(saidChinese)"),
            parties: [party, claim.party], statements: [claim.statement]))
      }
      return result
    }
  }
}
