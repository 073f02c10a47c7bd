internal import GeoJSONCoding
internal import MapGeometry
internal import Messages

extension Severity {
  /// The severity as people read it.
  var word: Wording {
    switch self {
    case .error: Wording("error", zh: "错误")
    case .warning: Wording("warning", zh: "警告")
    case .info: Wording("to know", zh: "提示")
    }
  }

  /// The severity as a label before a message.
  var label: Wording { Wording(rawValue, zh: word.chinese) }
}

extension CheckReport {
  /// How many findings there are.
  var tally: Wording {
    let (errors, warnings) = (count(.error), count(.warning))
    let (infos, accepted) = (count(.info), accepted.count)
    return Wording(
      "\(errors) \(errors == 1 ? "error" : "errors"), "
        + "\(warnings) \(warnings == 1 ? "warning" : "warnings"), "
        + "\(infos) to know, \(accepted) accepted",
      zh: "错误 \(errors)，警告 \(warnings)，提示 \(infos)，已接受 \(accepted)")
  }

  /// How many findings the baseline knows, and how many of its own are gone.
  var baselineTally: Wording? {
    guard let comparison else { return nil }
    let known = items.count { $0.isOpen && $0.isKnown }
    return Wording(
      "baseline: \(known) known, \(comparison.fixed.count) fixed",
      zh: "基线：已知 \(known)，已修复 \(comparison.fixed.count)")
  }

  /// What was verified: silence alone proves nothing.
  var proof: Wording {
    guard summary.sheets.isEmpty else { return sheetProof }
    let runs = summary.runs.filter { !$0.isOff }
    let rules = Set(runs.map(\.code)).count
    let layers = Set(runs.flatMap(\.layers)).count
    func number(_ count: Int, _ one: String, _ many: String) -> String {
      "\(count) \(count == 1 ? one : many)"
    }
    let s = summary
    let uncompared = s.uncompared.joined(separator: ", ")
    return Wording(
      "verified: \(number(rules, "rule", "rules")) on \(number(layers, "layer", "layers")), "
        + "\(number(s.rules, "run", "runs")) over \(number(s.features, "feature", "features")) "
        + "and \(number(s.pairs, "pair", "pairs")); "
        + "\(number(s.claims, "claim", "claims")) of "
        + "\(number(s.statements, "statement", "statements")); "
        + "\(s.belowNoiseFloor) below the noise floor"
        + (uncompared.isEmpty ? "" : "; changes not verified without --since: \(uncompared)"),
      zh: "已核验：规则 \(rules) 条、图层 \(layers) 个，运行 \(s.rules) 次，要素 \(s.features) 个、"
        + "要素对 \(s.pairs) 对；\(s.statements) 条陈述的论断 \(s.claims) 项；"
        + "低于噪声阈值 \(s.belowNoiseFloor) 处"
        + (uncompared.isEmpty ? "" : "；未给 --since，未核验变化：\(uncompared)"))
  }
}

extension CheckReport {
  /// What was verified of map sheets.
  private var sheetProof: Wording {
    let all = summary.sheets
    let (sheets, themes) = (Set(all.map(\.sheet)).count, Set(all.compactMap(\.theme)).count)
    let texts = all.reduce(0) { $0 + $1.texts }
    let pairs = all.reduce(0) { $0 + $1.pairs }
    let names = all.reduce(0) { $0 + $1.placed }
    let missing = all.reduce(0) { $0 + $1.unplaced }
    return Wording(
      "verified: \(summary.rules) rules on \(sheets) \(sheets == 1 ? "sheet" : "sheets")"
        + (themes == 0 ? "" : " under \(themes) \(themes == 1 ? "theme" : "themes")")
        + ": \(texts) texts, \(names) names placed and \(missing) not, \(pairs) pairs",
      zh: "已核验：规则 \(summary.rules) 条，图纸 \(sheets) 张"
        + (themes == 0 ? "" : "，主题 \(themes) 个")
        + "；文字 \(texts) 处，注记放下 \(names) 个、未放下 \(missing) 个，比较 \(pairs) 对")
  }
}

extension Finding.Party {
  /// What to call the party: its name, else its id.
  var title: String { name ?? id }
  /// Whether the party is a file, which its location names already.
  var isFile: Bool { location.map { $0.file == id || $0.file.hasSuffix("/" + id) } ?? false }
}

extension Acceptance {
  /// That the entry no longer holds, and since when.
  var lapse: Wording {
    let place = location.map { "\($0)" } ?? ""
    let day = until ?? ""
    return Wording(
      "the exception at \(place) expired on \(day)", zh: "\(place) 处的例外已于 \(day) 到期")
  }
}

extension Finding {
  /// Where the finding is, as people write a position.
  var anchorText: String? {
    anchor.map {
      DecimalText.fixed($0.longitude, decimals: 5) + ", "
        + DecimalText.fixed($0.latitude, decimals: 5)
    }
  }
}
