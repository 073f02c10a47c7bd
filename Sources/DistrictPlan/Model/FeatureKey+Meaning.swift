public import Messages

extension FeatureKey {
  /// What the property says, for whoever writes one.
  public var meaning: Wording {
    switch self {
    case .id: Wording("the id, unique in the plan", zh: "标识，在规划中唯一")
    case .kind: Wording("what the feature is", zh: "要素的类型")
    case .name: Wording("the name", zh: "名称")
    case .nameEnglish: Wording("the name in English", zh: "英文名称")
    case .aliases: Wording("other names that documents use", zh: "文件所用的别名")
    case .slot: Wording("the place in a counted set, such as 纵一", zh: "在计数集合中的位置，例如“纵一”")
    case .class: Wording("the class within the kind", zh: "类型之下的类别")
    case .axis: Wording("whether it counts as vertical or horizontal", zh: "列为纵还是横")
    case .function: Wording("what the area is for", zh: "功能")
    case .space: Wording("production, living or ecology", zh: "三类空间之一")
    case .action: Wording("what the work does", zh: "工程的内容")
    case .road: Wording("the road that the work changes", zh: "工程所在的道路")
    case .after: Wording("the work that it follows", zh: "接续的工程")
    case .barrier: Wording("what the work crosses", zh: "所跨越的障碍物")
    case .structure: Wording("by what it crosses", zh: "跨越的结构物")
    case .direction: Wording("the direction that the documents give", zh: "文件所说的方向")
    case .word: Wording("the documents' own word for the work", zh: "文件对该工程的用词")
    case .follows: Wording("the line that the corridor follows", zh: "走廊所循的线")
    case .flowsTo: Wording("the water that it flows into", zh: "所流入的水体")
    case .outlet: Wording("whether everything flows here in the end", zh: "是否为最终出口")
    case .start: Wording("why the line may end free at its first point", zh: "首点不相接的原因")
    case .end: Wording("why the line may end free at its last point", zh: "末点不相接的原因")
    case .level: Wording("the level; lines on different levels do not meet", zh: "层次，层次不同的线互不相交")
    case .island: Wording("whether it is meant to be joined to no other", zh: "是否本就不与其他相连")
    case .startDate: Wording("the day on which the work starts", zh: "开工日期")
    case .endDate: Wording("the day on which the work ends, no longer part of it", zh: "完工日期，当日不计")
    case .coordinatedWith: Wording("works that it is coordinated with", zh: "已协调的工程")
    case .operator: Wording("who runs it", zh: "经办者")
    case .introduced: Wording("when the project came, by month", zh: "引进的年月")
    case .sitingReason: Wording("why it lies outside the preferred area", zh: "在优先布局区外选址的理由")
    case .identity: Wording("whether the documents name it, or it is assumed", zh: "成员身份有文件依据还是假设")
    case .basis: Wording("where the geometry comes from", zh: "位置的依据")
    case .accuracy: Wording("how far off it may be, in metres", zh: "位置可能的误差，以米为单位")
    case .source: Wording("the public source of its place", zh: "位置的公开来源")
    case .why: Wording("the statements on which it rests", zh: "所依据的陈述")
    case .note: Wording("what else is to be known", zh: "说明")
    }
  }
}
