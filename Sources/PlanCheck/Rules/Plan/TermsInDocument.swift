internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K34: what statements rest on stands in their documents.
struct TermsInDocument: Rule {
  static let description = RuleDescription(
    code: "K34",
    name: "terms-in-document",
    summary: Wording(
      "A term of a statement does not stand in the text of its document.", zh: "陈述所依据的用语在其文件中找不到。"),
    rationale: Wording(
      "A statement is in our words; only its terms tie it to what the document says.",
      zh: "陈述是转述，只有用语把它系在文件的原文上。"),
    fix: Wording(
      "copy the term from the document, or name the document that has it",
      zh: "照文件原文更正用语，或改引含有该用语的文件"),
    trap: Wording(
      "Printed columns break words anywhere, so white space and line breaks do not count; a text with another SHA-256 is another text. Without the texts ('check --documents') the rule does not run, and the report says so.",
      zh: "排版会在词中换行，因此空白和换行不计；SHA-256 不同即不是同一份文本。没有给出文本（check --documents）时本规则不运行，报告会注明。"),
    needsDocuments: true,
    accepts: [
      RuleExample("a term broken over two lines", zh: "跨行的用语", text("规划分为两片\n区。", terms: "[两片区]")),
      RuleExample("a statement without terms", zh: "没有用语的陈述", text("规划。", terms: "[]")),
    ],
    flags: [
      RuleExample("a term in other words", zh: "与原文不同的用语", text("规划分为三片区。", terms: "[两片区]")),
      RuleExample(
        "another text than the one meant", zh: "文本不是所指的那一份",
        text("两片区", terms: "[两片区]", more: ", sha256: '\(String(repeating: "0", count: 64))'")),
      RuleExample(
        "worth knowing: a document that names no file", zh: "提示：文件条目没有写文本文件名",
        text("两片区", terms: "[两片区]", file: "")),
    ])

  private static func text(
    _ text: String, terms: String, file: String = ", file: d1.txt", more: String = ""
  ) -> ExamplePlan {
    ExamplePlan(
      [],
      files: [
        "d1.txt": text,
        "documents.yaml": """
        documents:
          - {id: D1, title: example, date: '2020-01-01', sequence: 1\(file)\(more)}

        """,
        "statements.yaml": """
        statements:
          - id: S1
            document: D1
            says: example
            terms: \(terms)
            out_of_scope: {because: none, note: example}

        """,
      ])
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    guard let texts = context.documents else { return [] }
    let check = TermCheck(context.plan, in: texts)
    context.verified(pairs: check.found + check.misses.count)
    let isStatement = Set(context.plan.statements.map(\.id))
    let misses = check.misses.map { miss in
      task.finding(
        miss.message,
        parties: [Finding.Party(id: miss.id, name: nil, location: miss.location)],
        statements: isStatement.contains(miss.id) ? [miss.id] : [])
    }
    return misses
      + check.unread.filter { $0.terms > 0 }.map { document, terms in
        task.finding(
          Wording(
            "document '\(document.id)' names no file, so \(terms) \(terms == 1 ? "term is" : "terms are") held "
              + "against nothing",
            zh: "文件“\(document.id)”没有写 file，有 \(terms) 处用语无从核对"),
          parties: [
            Finding.Party(id: document.id, name: document.title, location: document.location)
          ],
          help: Wording("add 'file' in documents.yaml", zh: "在 documents.yaml 中写明 file"),
          severity: .info)
      }
  }
}
