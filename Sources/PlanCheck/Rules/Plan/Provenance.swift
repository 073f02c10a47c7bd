internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K24: every feature says why it is there and where its place comes from.
struct Provenance: Rule {
  static let description = RuleDescription(
    code: "K24",
    name: "provenance",
    summary: Wording(
      "A feature does not say why it exists, or where its place comes from.", zh: "要素没有写明依据或位置来源。"),
    rationale: Wording(
      "A drawn line looks equally sure whether it was surveyed or made up; only its provenance tells.",
      zh: "实测与假设的线画出来一样，只有来源能区分。"),
    fix: Wording(
      "name statements in 'why', a 'source', or explain the assumption in 'note'",
      zh: "在 why 中写陈述编号，写明 source，或在 note 中说明假设"),
    trap: Wording(
      "A place that was surveyed or traced needs a source, one that was derived or assumed an explanation; a statement in 'why' says why the feature exists, not where it lies.",
      zh: "实测或描绘的位置须有来源，推导或假设的位置须有说明；why 中的陈述说明要素为何存在，不说明位置从何而来。"),
    accepts: [
      RuleExample(
        "a district that rests on a statement, its place assumed and explained",
        zh: "片区以陈述为依据，位置为假设并有说明",
        ExamplePlan([.square("a", x: 0, #""why":["S1"],"note":"示意""#)])),
      RuleExample(
        "a landmark from a source", zh: "地标注明来源",
        ExamplePlan([
          .point("p", 0, 0, kind: "landmark", #""basis":"traced","source":"survey sheet 4""#)
        ])),
    ],
    flags: [
      RuleExample(
        "neither statement nor source", zh: "既无陈述也无来源",
        ExamplePlan([.square("a", x: 0, #""note":"示意""#)])),
      RuleExample(
        "traced from nowhere", zh: "注明描绘而没有来源",
        ExamplePlan([.square("a", x: 0, #""why":["S1"],"basis":"traced""#)])),
      RuleExample(
        "derived, and nothing says how", zh: "注明推导而没有说明",
        ExamplePlan([.square("a", x: 0, #""why":["S1"],"basis":"derived""#)])),
      RuleExample(
        "assumed without a word", zh: "注明假设而没有说明",
        ExamplePlan([.square("a", x: 0, #""why":["S1"]"#)])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    task.features.flatMap { feature -> [Finding] in
      [reason(of: feature), origin(of: feature)].compactMap { $0 }.map { message in
        task.finding(
          message, parties: [feature.party], place: context.place(of: feature),
          statements: feature.why)
      }
    }
  }

  private func reason(of feature: PlanFeature) -> Wording? {
    guard feature.why.isEmpty, feature.text(.source) == nil else { return nil }
    return Wording(
      "\(feature.phrase.english) rests on no statement and no source",
      zh: "\(feature.phrase.chinese)既无陈述依据，也无来源")
  }

  /// What a basis lacks beside it.
  ///
  /// What was taken from somewhere needs a source; what was worked out or made up needs an
  /// explanation. A missing basis is a fault of the schema (D01).
  private func origin(of feature: PlanFeature) -> Wording? {
    guard let basis = feature.basis else { return nil }
    let isSourced = feature.text(.source) != nil
    let isExplained =
      isSourced || feature.text(.note) != nil || feature.text(.identity) != nil
    switch basis {
    case .surveyed, .traced:
      guard !isSourced, feature.geometry != nil else { return nil }
      return Wording(
        "the basis of \(feature.phrase.english) is '\(basis.rawValue)', but it has no source",
        zh: "\(feature.phrase.chinese)的位置依据为“\(basis.rawValue)”，却没有来源")
    case .derived, .assumed:
      guard !isExplained else { return nil }
      return Wording(
        "the basis of \(feature.phrase.english) is '\(basis.rawValue)', but nothing explains how",
        zh: "\(feature.phrase.chinese)的位置依据为“\(basis.rawValue)”，却没有说明")
    }
  }
}
