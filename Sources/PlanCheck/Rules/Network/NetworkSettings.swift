internal import DistrictPlan
internal import GeoJSONCoding
internal import Messages
internal import PlanFindings
internal import PlanNetwork

extension RuleParameter {
  /// Which way lines lead.
  static func direction(_ fallback: String) -> RuleParameter {
    RuleParameter(
      "direction", .word(["both", "digitised", "oneway"]), default: fallback,
      Wording(
        "which way lines lead: either way, as they are digitised, or as their attribute 'oneway' says (yes, -1, no)",
        zh: "线的通行方向：双向（both）、按数字化方向（digitised），或按属性 oneway（yes、-1、no）"))
  }

  /// How far what hangs on a network may lie from it.
  static func reach(_ fallback: String) -> RuleParameter {
    RuleParameter(
      "max", .quantity(.length), default: fallback,
      Wording("how far from the network a source may lie", zh: "源点距网络的最大距离"))
  }

  /// Whether what counts is the way from the sources or to them.
  static let way = RuleParameter(
    "way", .word(["from", "to", "both"]), default: "from",
    Wording(
      "whether the way from the sources counts, the way to them, or both, where lines lead one way",
      zh: "线有方向时，检查自源点出发（from）、到达源点（to）还是往返（both）"))
}

extension RuleTask {
  /// Which way the lines of a feature lead, by the setting `direction`.
  func flow(of feature: PlanFeature) -> LineFlow {
    switch word("direction") {
    case "digitised": return .forward
    case "oneway":
      switch feature.attribute("oneway") {
      case .flag(true), .number(1), .text("yes"), .text("true"), .text("1"): return .forward
      case .number(-1), .text("-1"), .text("reverse"): return .backward
      default: return .both
      }
    default: return .both
    }
  }

  /// The ways of travel that the setting `way` asks for.
  var travels: [Graph.Travel] {
    switch word("way") {
    case "to": [.against]
    case "both": [.along, .against]
    default: [.along]
    }
  }

  /// A finding about a setting that says nothing the rule could use.
  func unusable(_ member: RuleDeclaration.Member, _ message: Wording) -> Finding {
    finding(
      message,
      parties: [
        Finding.Party(id: member.location.file, name: member.key, location: member.location)
      ],
      help: Wording("correct the setting", zh: "更正该设置"), severity: .error)
  }

  /// A finding about a setting without which the rule can say nothing.
  func unusable(_ key: String, _ message: Wording) -> Finding {
    finding(
      message, parties: [Finding.Party(id: location.file, name: key, location: location)],
      help: Wording("correct the setting", zh: "更正该设置"), severity: .error)
  }
}

extension Wording {
  /// The first three features, and how many more there are.
  static func some(_ features: [PlanFeature]) -> Wording {
    let names = Wording.list(features.prefix(3).map(\.phrase))
    let more = features.count - 3
    return more > 0
      ? Wording(
        "\(names.english) and \(more) more", zh: "\(names.chinese)等 \(features.count) 个要素")
      : names
  }
}
