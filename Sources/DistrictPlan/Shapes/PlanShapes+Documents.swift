package import FileShapes
internal import Messages

extension PlanShapes {
  /// `documents.yaml`.
  package static let documents = ObjectShape(
    "documents", Wording("the published texts that a plan rests on", zh: "规划所依据的公开文件"),
    [
      .optional(
        "documents", .list(of: .object(document)), Wording("the texts, in any order", zh: "文件，顺序不限")
      )
    ])

  private static let document = ObjectShape(
    "document", Wording("a published text", zh: "一份公开文件"),
    [
      .required("id", .text, Wording("what statements call it", zh: "陈述引用的标识")),
      .required("title", .text, Wording("the headline", zh: "标题")),
      .optional("publisher", .text, Wording("who published it", zh: "发布者")),
      .required(
        "date", .form(PartialDate.form),
        Wording("when, as far as the text says; ?? for an unknown month", zh: "日期，不明的月份写作 ??")),
      .optional("earliest", .form(CalendarDay.form), Wording("not before this day", zh: "不早于此日")),
      .optional("latest", .form(CalendarDay.form), Wording("not after this day", zh: "不晚于此日")),
      .optional(
        "inferred", .flag,
        Wording("whether the text does not print the whole date", zh: "日期是否有推定的部分")),
      .optional("date_note", .text, Wording("how the date is known", zh: "日期的依据")),
      .optional(
        "sequence", .integer,
        Wording("the place on the time line; equal numbers are contemporaries", zh: "先后次序，相同者视为同时")),
      .optional("file", .text, Wording("the name of the file with the text", zh: "全文的文件名")),
      .optional("sha256", .text, Wording("the SHA-256 of that file", zh: "该文件的 SHA-256")),
    ])

  /// `exceptions.yaml`.
  package static let exceptions = ObjectShape(
    "exceptions", Wording("findings that someone has looked at and accepts", zh: "已核对并接受的发现"),
    [.optional("exceptions", .list(of: .object(exception)), Wording("the entries", zh: "各条例外"))])

  /// Nobody can leave the reason out by leaving it blank.
  private static let reason = TextForm(
    "reason", Wording("why the finding is accepted", zh: "接受该发现的理由"), pattern: #"\S"#,
    numbers: .decimals(-Double.infinity...Double.infinity),
    accepts: { $0.contains { !$0.isWhitespace } })

  /// What `area` has to be.
  static let box = Wording(
    "[west, south, east, north] in degrees", zh: "[西, 南, 东, 北]，以度为单位")

  private static let longitude = ValueShape.number(-180...180)
  private static let latitude = ValueShape.number(-90...90)

  private static let exception = ObjectShape(
    "exception", Wording("an accepted finding", zh: "一项已接受的发现"),
    [
      .required("rule", .text, Wording("the code or name of the rule", zh: "规则的代码或名称")),
      .required(
        "features", .texts(least: 1), Wording("the ids that the finding names", zh: "该发现涉及的标识")),
      .optional(
        "area", .tuple([longitude, latitude, longitude, latitude], box),
        Wording("where the finding must lie: west, south, east, north", zh: "该发现须在的范围：西、南、东、北")),
      .required("reason", .form(reason), Wording("why it is accepted", zh: "接受的理由")),
      .optional("owner", .text, Wording("who answers for it", zh: "责任人")),
      .optional("date", .form(CalendarDay.form), Wording("when it was accepted", zh: "接受的日期")),
      .optional("until", .form(CalendarDay.form), Wording("when it ends", zh: "失效的日期")),
      .optional(
        "conflict", .text, Wording("the conflict of statements.yaml that it shows", zh: "所对应的分歧")),
    ])
}
