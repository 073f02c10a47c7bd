public import Messages

/// What a feature of a plan is.
public enum FeatureKind: String, Hashable, Sendable, CaseIterable {
  case zone
  case subDistrict = "sub_district"
  case core
  case newTown = "new_town"
  case corridor
  case corridorAxis = "corridor_axis"
  case district
  case waterArea = "water_area"
  case waterCorridor = "water_corridor"
  case watercourse
  case lake
  case road
  case roadWork = "road_work"
  case innovationSite = "innovation_site"
  case businessQuarter = "business_quarter"
  case facility
  case project
  case park
  case industryCluster = "industry_cluster"
  case growthBlock = "growth_block"
  case functionArea = "function_area"
  case demonstrationArea = "demonstration_area"
  case railway
  case landmark
  case surroundingArea = "surrounding_area"
  /// Anything else, with whatever properties: parcels, pipes, points of other programs.
  case feature

  /// The kind's name in a sentence.
  public var title: Wording {
    switch self {
    case .zone: Wording("zone", zh: "规划范围")
    case .subDistrict: Wording("sub-district", zh: "街道")
    case .core: Wording("core", zh: "核心区")
    case .newTown: Wording("new town", zh: "新城")
    case .corridor: Wording("corridor", zh: "走廊")
    case .corridorAxis: Wording("corridor axis", zh: "走廊轴线")
    case .district: Wording("district", zh: "片区")
    case .waterArea: Wording("water area", zh: "水网片")
    case .waterCorridor: Wording("water corridor", zh: "水网廊")
    case .watercourse: Wording("watercourse", zh: "水道")
    case .lake: Wording("lake", zh: "湖")
    case .road: Wording("road", zh: "道路")
    case .roadWork: Wording("road work", zh: "道路工程")
    case .innovationSite: Wording("innovation site", zh: "创新载体")
    case .businessQuarter: Wording("business quarter", zh: "商圈")
    case .facility: Wording("facility", zh: "设施")
    case .project: Wording("project", zh: "项目")
    case .park: Wording("park", zh: "园区")
    case .industryCluster: Wording("industry cluster", zh: "产业集聚区")
    case .growthBlock: Wording("growth block", zh: "动能板块")
    case .functionArea: Wording("function area", zh: "功能板块")
    case .demonstrationArea: Wording("demonstration area", zh: "示范区")
    case .railway: Wording("railway", zh: "铁路")
    case .landmark: Wording("landmark", zh: "地标")
    case .surroundingArea: Wording("surrounding area", zh: "周边地区")
    case .feature: Wording("feature", zh: "要素")
    }
  }
}
