internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// G18: coordinates are written as finely as the plan declares, no finer and no coarser.
struct CoordinatePrecision: Rule {
  static let description = RuleDescription(
    code: "G18",
    name: "precision",
    summary: Wording(
      "Coordinates have more decimals than the plan declares, or fewer than its tolerance needs.",
      zh: "坐标的小数位多于规划声明，或少于容差所需。"),
    rationale: Wording(
      "Decimals beyond the declared ones are rounding noise of a program and hide in every comparison; too few move vertices by metres.",
      zh: "超出声明的小数位只是软件的舍入噪声，会干扰比较；位数过少则会使顶点偏移数米。"),
    fix: Wording(
      "run 'gxq-map fmt' for surplus decimals; export again with more where they are missing",
      zh: "多余小数可用 gxq-map fmt 去除；位数不足须重新导出"),
    trap: Wording(
      "Zeros at the end mean nothing and may be left out, so one short number proves nothing: coarse is what has all its numbers short. One finding a file, as a program writes all of them alike.",
      zh: "末尾的零没有意义、可以省略，因此个别短数不说明问题，全部偏短才算粗略；同一软件写出的坐标都一样，故每个文件只报一次。"),
    parameters: [
      .tolerance,
      RuleParameter(
        "decimals", .count, default: nil,
        Wording(
          "how many decimals of a degree a number may have; the plan's 'precision' where this is left out",
          zh: "度的小数位数上限；省略时取规划的 precision")),
    ],
    needsFeatures: true,
    severity: .warning,
    accepts: [
      RuleExample("as declared", zh: "与声明一致") { [.square("a", x: 0)] },
      RuleExample(
        "one short number among long ones", zh: "长数中夹一个短数",
        .written("LineString", "[[0.1,0.12345671],[0.12345672,0.2]]", kind: "road")),
      RuleExample(
        "zeros at the end", zh: "末尾的零", .written("Point", "[0.10000000,0.2000000000000000]")),
      RuleExample(
        "a third number is not looked at", zh: "不看第三个数",
        .written("Point", "[0.12345671,0.12345672,1]")),
    ],
    flags: [
      RuleExample(
        "fifteen decimals", zh: "十五位小数", measures: ["15"],
        .written("Point", "[0.123456789012345,0.12345678]")),
      RuleExample(
        "an exponent", zh: "科学记数法", measures: ["13"],
        .written("Point", "[1.234e-10,0.12345678]")),
      RuleExample(
        "four decimals, where 2 mm need eight", zh: "四位小数，而 2 mm 需要八位", measures: ["4"],
        .written("Point", "[0.1234,0.1235]")),
      RuleExample(
        "fewer decimals by the declaration's own word", zh: "声明只允许三位小数", measures: ["4"],
        .written("Point", "[0.1234,0.1235]", ["decimals: 3", "tolerance: 100 m"])),
      RuleExample(
        "a precision that cannot hold the tolerance", zh: "声明的小数位达不到容差", measures: ["3"],
        .written("Point", "[0.123,0.456]", ["decimals: 3"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let tolerance = task.quantity("tolerance")
    let allowed = max(0, task.count("decimals") ?? context.plan.manifest.precision)
    let needed = Self.decimals(for: tolerance)
    var findings: [Finding] = []
    if let needed, needed > allowed {
      findings.append(declaration(allowed, needed, tolerance, task))
    }
    let files = Dictionary(grouping: task.features, by: \.file)
    for file in files.keys.sorted() {
      let texts = (files[file] ?? []).sorted { $0.location < $1.location }
        .map { WrittenDecimals(of: $0) }
      findings += surplus(in: texts, file, allowed, task)
      if let needed, needed <= allowed {
        findings += lack(in: texts, file, needed, tolerance, task)
      }
    }
    return findings
  }

  /// How many decimals of a degree keep rounding within a tolerance; `nil` where none would.
  static func decimals(for tolerance: Double) -> Int? {
    guard tolerance > 0 else { return nil }
    // Half a step of the last decimal, on the longest degree there is.
    return (0...15).first { 111_320 / pow(10, Double($0)) / 2 <= tolerance }
  }

  private func declaration(
    _ allowed: Int, _ needed: Int, _ tolerance: Double, _ task: RuleTask
  ) -> Finding {
    let limit = Measure(tolerance, .metres).text
    return task.finding(
      Wording(
        "\(allowed) decimals of a degree cannot hold a tolerance of \(limit), which needs \(needed)",
        zh: "度的 \(allowed) 位小数达不到 \(limit) 的容差，需要 \(needed) 位"),
      parties: [Finding.Party(id: task.description.code, name: nil, location: task.location)],
      measure: Measure(Double(allowed), .features, limit: Double(needed)),
      help: Wording("raise 'precision', or the tolerance", zh: "提高 precision 或放宽容差"))
  }

  private func surplus(
    in texts: [WrittenDecimals], _ file: String, _ allowed: Int, _ task: RuleTask
  ) -> [Finding] {
    let offending = texts.filter { $0.most > allowed }
    guard let first = offending.first else { return [] }
    let (phrase, count) = (first.feature.phrase, offending.count)
    return [
      task.finding(
        Wording(
          "\(phrase.english) has coordinates of \(first.most) decimals, where \(allowed) are declared"
            + (count > 1 ? ", as have \(count - 1) more features of '\(file)'" : ""),
          zh: "\(phrase.chinese)的坐标有 \(first.most) 位小数，声明为 \(allowed) 位"
            + (count > 1 ? "，“\(file)”中另有 \(count - 1) 个要素也是" : "")),
        parties: offending.prefix(Self.named).map { $0.feature.party(atVertex: $0.mostVertex) },
        measure: Measure(Double(first.most), .features, limit: Double(allowed)))
    ]
  }

  /// How many features a finding about a file names.
  private static let named = 5

  private func lack(
    in texts: [WrittenDecimals], _ file: String, _ needed: Int, _ tolerance: Double,
    _ task: RuleTask
  ) -> [Finding] {
    // A whole file may be coarse although no feature of it has enough numbers to tell.
    let isCoarse =
      texts.allSatisfy { $0.written < needed }
      && WrittenDecimals.isTelling(
        texts.map(\.written).max() ?? needed, of: Set(texts.flatMap(\.numbers)).count,
        needed: needed)
    let offending = texts.filter { text in
      !text.numbers.isEmpty
        && (isCoarse
          || WrittenDecimals.isTelling(text.written, of: text.numbers.count, needed: needed))
    }
    guard let first = offending.first else { return [] }
    let (phrase, count) = (first.feature.phrase, offending.count)
    let limit = Measure(tolerance, .metres).text
    return [
      task.finding(
        Wording(
          "\(phrase.english) has coordinates of \(first.written) decimals, where a tolerance of \(limit) needs \(needed)"
            + (count > 1 ? ", as have \(count - 1) more features of '\(file)'" : ""),
          zh: "\(phrase.chinese)的坐标仅有 \(first.written) 位小数，\(limit) 的容差需要 \(needed) 位"
            + (count > 1 ? "，“\(file)”中另有 \(count - 1) 个要素也是" : "")),
        parties: offending.prefix(Self.named).map { $0.feature.party(atVertex: 0) },
        measure: Measure(Double(first.written), .features, limit: Double(needed)))
    ]
  }
}

extension ExamplePlan {
  /// One feature with coordinates as written.
  fileprivate static func written(
    _ type: String, _ coordinates: String, _ settings: [String] = [], kind: String = "facility"
  ) -> ExamplePlan {
    ExamplePlan(
      [], settings: ["on: \(kind)s"] + settings,
      files: ExamplePlan.of(
        "{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}", kind: kind
      ).files)
  }
}
