internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// D09: one street has one name, all along.
struct NameConsistency: Rule {
  static let description = RuleDescription(
    code: "D09",
    name: "name-consistency",
    summary: Wording(
      "Lines that touch bear two spellings of one name, or a piece between two of a name has none.",
      zh: "相接的线使用同一名称的两种写法，或两段同名线之间的一段没有名称。"),
    rationale: Wording(
      "Two spellings are two streets to every search, count and label.", zh: "两种写法在检索、统计和注记中就是两条街。"),
    fix: Wording("spell the name as the register does, on every piece", zh: "各段统一采用地名登记的写法"),
    trap: Wording(
      "东路 and 西路, 一路 and 二路, 1st and 2nd are sisters and no misspellings. Of short names a single letter makes another street: they count only where one line goes on as the other.",
      zh: "东路与西路、一路与二路、1st 与 2nd 是不同的街，不算误写；短名差一字往往就是另一条街，仅当两线首尾顺接时才算。"),
    looksAt: [.line],
    parameters: [
      .tolerance,
      RuleParameter(
        "key", .text, default: "name", Wording("the property that holds the name", zh: "存放名称的属性")),
      RuleParameter(
        "max_edits", .count, default: "2",
        Wording("how many letters two spellings may differ by", zh: "两种写法最多相差几个字")),
      RuleParameter(
        "turn", .quantity(.angle), default: "45 deg",
        Wording("how far a line may turn and still go on as the other", zh: "视为顺接的最大转角")),
    ],
    needsFeatures: true,
    severity: .warning,
    accepts: [
      RuleExample("one name for two pieces", zh: "两段同名") {
        [named("a", "滨河大道", [(0, 0), (50, 0)]), named("b", "滨河大道", [(50, 0), (90, 0)])]
      },
      RuleExample("east and west of the same road", zh: "同一条路的东段与西段") {
        [named("a", "滨河东路", [(0, 0), (50, 0)]), named("b", "滨河西路", [(50, 0), (90, 0)])]
      },
      RuleExample("numbered streets", zh: "编号的街道") {
        [
          named("a", "5th Street", [(0, 0), (50, 0)]),
          named("b", "6th Street", [(50, 0), (50, 9)]),
        ]
      },
      RuleExample("short names that cross", zh: "相交的短名街道") {
        [named("a", "文昌路", [(0, 0), (50, 0), (90, 0)]), named("b", "武昌路", [(50, 0), (50, 90)])]
      },
      RuleExample("like names far apart", zh: "名称相近但相距很远") {
        [
          named("a", "Harbour Road", [(0, 0), (50, 0)]),
          named("b", "Harbor Road", [(60, 0), (90, 0)]),
        ]
      },
      RuleExample("a declared other name", zh: "已声明的别名") {
        [
          .line("a", [(0, 0), (50, 0)], "\"name\":\"Harbour Road\",\"aliases\":[\"Harbor Road\"]"),
          named("b", "Harbor Road", [(50, 0), (90, 0)]),
        ]
      },
      RuleExample("an alley off a named street", zh: "有名街道旁的无名小巷") {
        [
          named("a", "滨河大道", [(0, 0), (50, 0), (90, 0)]), .line("b", [(50, 0), (50, 90)]),
        ]
      },
      RuleExample("an alley between two bends of a ring", zh: "环路两处之间的小巷") {
        [
          named("a", "环路", [(0, 0), (50, 0), (90, 0), (90, 90), (50, 90), (0, 90)]),
          .line("b", [(50, 0), (50, 90)]),
        ]
      },
    ],
    flags: [
      RuleExample("a letter more", zh: "多一个字母", measures: ["1"]) {
        [
          named("a", "Harbour Road", [(0, 0), (50, 0)]),
          named("b", "Harbor Road", [(50, 0), (90, 0)]),
        ]
      },
      RuleExample("a like sign in a short name", zh: "短名中的形近字", measures: ["1"]) {
        [named("a", "澜河路", [(0, 0), (50, 0)]), named("b", "谰河路", [(50, 0), (90, 5)])]
      },
      RuleExample("a space at the end", zh: "末尾多一个空格", measures: ["0"]) {
        [
          named("a", "滨河大道", [(0, 0), (50, 0), (90, 0)]), named("b", "滨河大道 ", [(50, 0), (50, 90)]),
        ]
      },
      RuleExample("the second where it meets the middle of the first", zh: "丁字相接处", measures: ["1"])
      {
        [
          named("a", "Harbour Road", [(0, 0), (90, 0)]),
          named("b", "Harbor Road", [(50, 0), (50, 90)]),
        ]
      },
      RuleExample("a piece without a name", zh: "中间一段没有名称") {
        [
          named("a", "滨河大道", [(0, 0), (50, 0)]), .line("b", [(50, 0), (70, 2)]),
          named("c", "滨河大道", [(70, 2), (90, 0)]),
        ]
      },
      RuleExample("two nameless pieces in a row", zh: "连续两段没有名称") {
        [
          named("a", "滨河大道", [(0, 0), (50, 0)]), .line("b", [(50, 0), (70, 0)]),
          .line("c", [(80, 0), (70, 0)]), named("d", "滨河大道", [(80, 0), (90, 0)]),
        ]
      },
    ])

  private static func named(
    _ id: String, _ name: String, _ points: [(Double, Double)]
  ) -> ExampleFeature {
    .line(id, points, "\"name\":\"\(name)\"")
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let features = task.features.filter { $0.plane?.lines.isEmpty == false }
    let names = features.map { feature in
      Self.name(of: feature, under: task.word("key") ?? "name").map(StreetName.init)
    }
    return twoSpellings(features, names, task, context)
      + NamelessPieces(features, names, task).pieces.map { piece in
        let (phrase, name) = (features[piece.feature].phrase, piece.name)
        return task.finding(
          Wording(
            "\(phrase.english) has no name, between two pieces of '\(name)'",
            zh: "\(phrase.chinese)没有名称，其两端均为“\(name)”"),
          parties: ([piece.feature] + piece.neighbours).map { features[$0].party },
          place: context.place(of: features[piece.feature]))
      }
  }

  private static func name(of feature: PlanFeature, under key: String) -> String? {
    guard let text = feature.attribute(key)?.written, !text.allSatisfy(\.isWhitespace) else {
      return nil
    }
    return text
  }

  private func twoSpellings(
    _ features: [PlanFeature], _ names: [StreetName?], _ task: RuleTask, _ context: CheckContext
  ) -> [Finding] {
    let limit = task.count("max_edits") ?? 2
    var likeness: [[String]: StreetName.Likeness?] = [:]
    func alike(_ first: Int, _ second: Int) -> StreetName.Likeness? {
      guard let a = names[first], let b = names[second], a.text != b.text,
        !isAlias(a.text, of: features[second]), !isAlias(b.text, of: features[first])
      else { return nil }
      let key = a.text < b.text ? [a.text, b.text] : [b.text, a.text]
      if let known = likeness[key] { return known }
      let found = a.likeness(to: b, atMost: limit)
      likeness[key] = .some(found)
      return found
    }
    let joints = LineJoints(
      features, tolerance: task.quantity("tolerance"),
      where: { first, second in
        alike(first, second) != nil
      })
    context.verified(pairs: joints.pairs)
    return joints.all.compactMap { joint in
      guard let a = names[joint.first], let b = names[joint.second],
        let alike = alike(joint.first, joint.second),
        alike.counts(in: a.length(with: b), goesOn: joint.turn <= task.quantity("turn"))
      else { return nil }
      let (one, other) = (features[joint.first], features[joint.second])
      let measure = Measure(Double(alike.edits), .features)
      return task.finding(
        Wording(
          "'\(a.text)' and '\(b.text)' touch: two spellings of one name?",
          zh: "“\(a.text)”与“\(b.text)”相接，疑为同一名称的两种写法"),
        parties: [one.party(near: joint.point), other.party(near: joint.point)],
        measure: measure, place: context.place(at: joint.point))
    }
  }

  private func isAlias(_ name: String, of feature: PlanFeature) -> Bool {
    feature.aliases.contains(name) || feature.nameEnglish == name
  }
}

extension StreetName.Likeness {
  /// How many letters differ.
  fileprivate var edits: Int {
    switch self {
    case .writing: 0
    case .spelling(let edits): edits
    }
  }

  /// Whether names of so many letters that touch are likely one: the shorter they are, the more must
  /// speak for it.
  fileprivate func counts(in length: Int, goesOn: Bool) -> Bool {
    switch self {
    case .writing: true
    case .spelling(let edits): edits * 4 <= length || (goesOn && edits * 2 < length)
    }
  }
}
