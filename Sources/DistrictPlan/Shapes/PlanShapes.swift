package import FileShapes
internal import MapGeometry
internal import Messages

/// What the YAML files of a plan are made of: readers hold files against it, and schemas show it.
package enum PlanShapes {
  /// `plan.yaml` as far as it can be read without knowing the rules.
  static let plan = manifest()

  /// `plan.yaml`.
  ///
  /// - Parameter rules: What a declaration of a rule is made of; only the rules know.
  package static func manifest(rules rule: ValueShape = .object(declaration)) -> ObjectShape {
    ObjectShape(
      "plan",
      Wording(
        "what a plan is called, where its parts lie, which rules hold", zh: "规划的名称、各部分的位置和所遵守的规则"),
      [
        .required(
          "gxq_map", .either([.integer(1...1), .word(["1"])]),
          Wording("the version of the format", zh: "格式版本")),
        .required("title", .text, Wording("what the plan is called", zh: "规划名称")),
        .optional("title_en", .text, Wording("the title in English", zh: "英文名称")),
        .optional("author", .text, Wording("who made it", zh: "编制者")),
        .optional("period", .text, Wording("the years it covers", zh: "规划期")),
        .required(
          "crs", .text,
          Wording(
            "the projected CRS in metres that areas and lengths are measured in, such as EPSG:4547",
            zh: "量算面积和长度所用的投影坐标系，以米为单位，例如 EPSG:4547")),
        .optional(
          "precision", .integer(1...12),
          Wording("decimals of a degree that the files carry; 8 unless given", zh: "经纬度的小数位数，缺省为 8")
        ),
        .optional(
          "tolerance", .form(Quantity.Dimension.length.form),
          Wording("how near is the same place; 0.002 m unless given", zh: "视为同一位置的距离，缺省为 0.002 m")),
        .optional("purpose", .text, Wording("what the plan is for", zh: "用途")),
        .optional("documents", .text, Wording("the file of the documents", zh: "文件清单所在的文件")),
        .optional("statements", .text, Wording("the file of the statements", zh: "陈述所在的文件")),
        .optional("exceptions", .text, Wording("the file of the exceptions", zh: "例外所在的文件")),
        .optional(
          "status_words", .map(of: .word(Status.self)),
          Wording("verbs of the documents, each with its rung of the ladder", zh: "文件中的动词各对应哪一阶段")),
        .optional(
          "structures", .list(of: .object(structure)),
          Wording("slogans that count, and the sets that they count", zh: "含数字的口号及其所数的集合")),
        .optional(
          "layers", .list(of: .variants(layers)),
          Wording("named sets of features", zh: "图层，即有名称的要素集合")),
        .optional(
          "rules", .list(of: rule), Wording("the rules that the plan is held to", zh: "规划所遵守的规则")),
      ])
  }

  private static let structure = ObjectShape(
    "structure", Wording("a slogan that counts", zh: "含数字的口号"),
    [
      .required("id", .text, Wording("what claims and sheets call it", zh: "论断和图纸引用的标识")),
      .required("slogan", .text, Wording("the slogan, such as 一核两廊", zh: "口号，例如“一核两廊”")),
      .optional(
        "parts", .list(of: .object(part)), Wording("its parts, word by word", zh: "逐词分列的各项")),
    ])

  private static let part = ObjectShape(
    "part", Wording("a part of a slogan", zh: "口号中的一项"),
    [
      .required("word", .text, Wording("the part as the slogan has it", zh: "口号中的原词")),
      .optional("word_en", .text, Wording("the part in English", zh: "该词的英文")),
      .required("of", .texts, Wording("layers, ids or names that fill it", zh: "构成该项的图层、标识或名称")),
    ])

  private static let layers = Variants(
    "layer", Wording("a named set of features of one kind from one file", zh: "取自一个文件的同类要素"),
    by: "kind", Wording("the kind of its features", zh: "要素的类型"),
    FeatureKind.allCases.map { Variants.Variant([$0.rawValue], layer(of: $0)) })

  private static func layer(of kind: FeatureKind) -> ObjectShape {
    let title = kind.title
    return ObjectShape(
      "layer-\(kind.rawValue)",
      Wording("a layer of the kind \(title.english)", zh: "\(title.chinese)图层"),
      [
        .required(
          "id", .text, Wording("what rules, claims and styles call it", zh: "规则、论断和样式引用的标识")),
        .required("file", .text, Wording("the GeoJSON file", zh: "GeoJSON 文件")),
        .required("kind", .word([kind.rawValue]), Wording("the kind of its features", zh: "要素的类型")),
        .optional(
          "where", .object(filter(of: kind)),
          Wording("only features with these values", zh: "只取具有这些取值的要素")),
        .optional(
          "geometry", .word(GeometryFamily.self),
          Wording("only points, lines or areas", zh: "只取点、线或面")),
        .optional("title", .text, Wording("the title on maps", zh: "图上的名称")),
        .optional("title_en", .text, Wording("the title in English", zh: "英文名称")),
      ])
  }

  /// The conditions that a layer of a kind may ask for.
  private static func filter(of kind: FeatureKind) -> ObjectShape {
    ObjectShape(
      "where-\(kind.rawValue)",
      Wording(
        "values, of which one must hold: a value, * (any), - (none), != and a value, >= and a number",
        zh: "取值条件，满足其一即可：某值、*（任意值）、-（无值）、!= 加某值、>= 加数字"),
      FeatureKey.allCases.filter(kind.keys.contains).map {
        .optional($0.rawValue, condition($0, of: kind), $0.meaning)
      }, others: kind.isOpen ? .texts : nil, allowsEmpty: false)
  }

  /// What a layer may ask of a key: a mistyped word would empty the layer without a word.
  private static func condition(_ key: FeatureKey, of kind: FeatureKind) -> ValueShape {
    guard !kind.isOpen, case .word(let words) = kind.valueType(of: key) else { return .texts }
    let form = TextForm(
      "\(key.rawValue)-of-\(kind.rawValue)", key.meaning,
      pattern: "^(\(words.joined(separator: "|"))|\\*|-|(!=|<|>).*)$", words: words,
      accepts: { !FeatureFilter.isPlain($0) || words.contains($0) })
    return .oneOrMore(of: .form(form), least: 0)
  }

  /// A declaration of a rule, as far as it can be read without knowing the rule.
  static let declaration = ObjectShape(
    "rule", Wording("a rule and its settings", zh: "规则及其参数"),
    [.required("rule", .text, Wording("the code or name of the rule", zh: "规则的代码或名称"))],
    others: .either([.map(of: .texts), .texts]))
}
