package import FileShapes
internal import Messages

extension PlanShapes {
  /// `statements.yaml`.
  package static let statements = ObjectShape(
    "statements",
    Wording("what the documents say, and what of it the map is held against", zh: "文件的陈述及可与图核对的论断"),
    [
      .optional(
        "statements", .list(of: .object(statement)), Wording("statement by statement", zh: "各条陈述")),
      .optional(
        "conflicts", .list(of: .object(conflict)),
        Wording("where documents disagree", zh: "文件之间的分歧")),
    ])

  private static let statement = ObjectShape(
    "statement", Wording("one thing that a document says of the plan", zh: "文件关于规划的一条陈述"),
    [
      .required("id", .text, Wording("what features and conflicts call it", zh: "要素和分歧引用的标识")),
      .required("document", .text, Wording("the document that says it", zh: "出自哪份文件")),
      .required("says", .text, Wording("what it says, in our words", zh: "用我们自己的话转述的内容")),
      .optional(
        "terms", .texts, Wording("the exact short terms that it rests on", zh: "所依据的原文用语")),
      .optional(
        "claims", .list(of: .variants(claims)),
        Wording("what a program can test of it", zh: "程序可以核对的论断")),
      .optional(
        "out_of_scope", .object(outOfScope), Wording("why nothing of it is tested", zh: "不作核对的原因")),
    ], [.oneOf(["claims", "out_of_scope"])])

  private static let outOfScope = ObjectShape(
    "out-of-scope", Wording("why a statement has no claims", zh: "陈述没有论断的原因"),
    [
      .required(
        "because", .word(OutOfScope.Cause.self), Wording("the sort of reason", zh: "原因的类别")),
      .required("note", .text, Wording("the reason in a sentence", zh: "一句话说明")),
    ])

  private static let conflict = ObjectShape(
    "conflict", Wording("documents, or readings of one, that disagree", zh: "文件之间或不同读法之间的分歧"),
    [
      .required("id", .text, Wording("what exceptions call it", zh: "例外引用的标识")),
      .optional("statements", .texts, Wording("the statements that disagree", zh: "有分歧的陈述")),
      .required("about", .text, Wording("what they disagree about", zh: "分歧的内容")),
      .required("treatment", .text, Wording("how the plan treats it", zh: "规划如何处理")),
      .optional(
        "shown_by", .texts, Wording("the rules whose findings show it", zh: "由哪些规则的发现体现")),
    ])
}
