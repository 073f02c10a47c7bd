internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// The indices of a network that N11 knows.
enum NetworkIndex: String, CaseIterable {
  case nodes, links, parts, cycles
  case alpha, beta, gamma, meshedness
  case linkNodeRatio = "link_node_ratio"
  case meanDegree = "mean_degree"
  case deadEndShare = "dead_end_share"
  case threeWayShare = "three_way_share"
  case fourWayShare = "four_way_share"
  case fiveWayShare = "five_way_share"
  case intersectionDensity = "intersection_density"
  case streetDensity = "street_density"
  case meanSegment = "mean_segment"
  case circuity
  case meanBlockArea = "mean_block_area"
  case maxBlockArea = "max_block_area"
  case meanBlockPerimeter = "mean_block_perimeter"
  case maxBlockPerimeter = "max_block_perimeter"
  case betweennessShare = "betweenness_share"

  /// The names in the order of documentation.
  static var names: [String] { allCases.map(\.rawValue) }

  /// What the index is called in a sentence.
  var title: Wording {
    switch self {
    case .nodes: Wording("the number of nodes", zh: "节点数")
    case .links: Wording("the number of links", zh: "路段数")
    case .parts: Wording("the number of parts", zh: "连通部分数")
    case .cycles: Wording("the number of independent loops μ", zh: "独立环数 μ")
    case .alpha: Wording("the alpha index", zh: "α 指数")
    case .beta: Wording("the beta index", zh: "β 指数")
    case .gamma: Wording("the gamma index", zh: "γ 指数")
    case .meshedness: Wording("the meshedness", zh: "网孔率")
    case .linkNodeRatio: Wording("the link-node ratio", zh: "路段节点比")
    case .meanDegree: Wording("the mean degree", zh: "平均节点度")
    case .deadEndShare: Wording("the share of dead ends", zh: "断头路比例")
    case .threeWayShare: Wording("the share of three-way crossings", zh: "三路交叉比例")
    case .fourWayShare: Wording("the share of four-way crossings", zh: "四路交叉比例")
    case .fiveWayShare: Wording("the share of crossings of five or more ways", zh: "五路及以上交叉比例")
    case .intersectionDensity: Wording("the crossings per km²", zh: "每平方公里路口数")
    case .streetDensity: Wording("the density in km/km²", zh: "密度（km/km²）")
    case .meanSegment: Wording("the mean length of a link", zh: "平均路段长度")
    case .circuity: Wording("the circuity", zh: "非直线系数")
    case .meanBlockArea: Wording("the mean area of a block", zh: "街区平均面积")
    case .maxBlockArea: Wording("the area of the largest block", zh: "最大街区面积")
    case .meanBlockPerimeter: Wording("the mean perimeter of a block", zh: "街区平均周长")
    case .maxBlockPerimeter: Wording("the longest perimeter of a block", zh: "街区最大周长")
    case .betweennessShare:
      Wording("the share of shortest ways through one node", zh: "经过单一节点的最短路径比例")
    }
  }

  /// What it is measured in; `nil` for plain numbers.
  var dimension: Quantity.Dimension? {
    switch self {
    case .deadEndShare, .threeWayShare, .fourWayShare, .fiveWayShare, .betweennessShare: .share
    case .meanSegment, .meanBlockPerimeter, .maxBlockPerimeter: .length
    case .meanBlockArea, .maxBlockArea: .area
    default: nil
    }
  }

  /// Why it may have no value.
  var lack: Wording {
    switch self {
    case .intersectionDensity, .streetDensity:
      Wording("no area is named with 'within'", zh: "没有用 within 指明范围")
    case .meanBlockArea, .maxBlockArea, .meanBlockPerimeter, .maxBlockPerimeter:
      Wording("the lines enclose nothing", zh: "线没有围成街区")
    case .meanSegment, .circuity: Wording("there is no link to measure", zh: "没有可量的路段")
    default: Wording("the network has fewer than three nodes", zh: "网络不足三个节点")
    }
  }

  func measure(_ value: Double, limit: Double) -> Measure {
    switch dimension {
    case .share: Measure(value * 100, .percent, limit: limit * 100)
    case .length: Measure(value, .metres, limit: limit)
    case .area: Measure(value, .squareMetres, limit: limit)
    default: Measure(value, .features, limit: limit)
    }
  }

  /// Why a member of the setting `limits` is of no use.
  struct Fault: Error {
    let message: Wording
  }

  /// Reads a member of the setting `limits`; shares may be plain numbers from 0 to 1.
  static func limit(
    _ member: RuleDeclaration.Member
  ) -> Result<(index: NetworkIndex, range: LimitRange), Fault> {
    guard let index = NetworkIndex(rawValue: member.key) else {
      let question = Suggestion.question(for: member.key, in: names)
      return .failure(
        Fault(
          message: Wording(
            "there is no index '\(member.key)'\(question.english)",
            zh: "没有指标“\(member.key)”\(question.chinese)")))
    }
    let text = member.texts.joined(separator: ", ")
    guard let range = LimitRange(text),
      range.dimension == index.dimension || (range.dimension == nil && index.dimension == .share)
    else {
      return .failure(
        Fault(
          message: Wording(
            "the limit for '\(member.key)' is '\(text)'; expected a form such as '\(index.form)'",
            zh: "“\(member.key)”的限值为“\(text)”，应形如“\(index.form)”")))
    }
    return .success((index, range))
  }

  /// What a limit looks like.
  private var form: String {
    switch dimension {
    case .share: "..20 %"
    case .length: "100..300 m"
    case .area: "..4 ha"
    default: "0.1..0.4"
    }
  }
}
