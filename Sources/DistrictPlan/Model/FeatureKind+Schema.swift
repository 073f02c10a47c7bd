extension FeatureKind {
  /// The RFC 7946 types that a feature of this kind may have.
  public var geometryTypes: [String] {
    switch self {
    case .zone, .subDistrict, .core, .newTown, .corridor, .district, .waterArea, .waterCorridor,
      .lake, .businessQuarter, .functionArea, .demonstrationArea, .surroundingArea:
      ["Polygon"]
    case .corridorAxis, .watercourse, .road, .railway: ["LineString"]
    case .roadWork: ["LineString", "MultiLineString", "MultiPoint"]
    case .innovationSite, .landmark, .facility: ["Point"]
    case .project, .industryCluster, .growthBlock: ["Point", "Polygon"]
    case .park: ["Polygon"]
    case .feature:
      ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]
    }
  }

  /// Whether a feature of this kind may stand without a place.
  ///
  /// Undecided sites and unnamed parks have none yet; everything that gives the plan its shape must be
  /// drawn.
  public var allowsNullGeometry: Bool {
    switch self {
    case .facility, .project, .park, .feature: true
    default: false
    }
  }

  /// Every key that a feature of this kind may carry.
  public var keys: Set<FeatureKey> { FeatureKey.common.union(ownKeys) }

  /// What a value of a key looks like in a feature of this kind.
  public func valueType(of key: FeatureKey) -> FeatureKey.ValueType {
    key == .class && !classes.isEmpty ? .word(classes) : key.valueType
  }

  /// The keys that only some kinds carry, beside the ones every feature may have.
  public var ownKeys: Set<FeatureKey> {
    switch self {
    case .corridor, .corridorAxis: [.follows]
    case .waterCorridor: [.slot, .follows]
    case .waterArea: [.slot]
    case .watercourse:
      [.slot, .class, .axis, .flowsTo, .outlet, .start, .end, .level, .island]
    case .lake: [.flowsTo, .outlet, .island]
    case .road: [.class, .start, .end, .level, .island]
    case .roadWork:

      [
        .action, .road, .after, .barrier, .structure, .direction, .word, .class, .start, .end,
        .level, .startDate, .endDate, .coordinatedWith,
      ]
    case .district, .subDistrict, .core, .newTown: [.space]
    case .functionArea, .industryCluster, .growthBlock: [.function, .space]
    case .park: [.slot, .class, .operator, .introduced, .space, .function]
    case .innovationSite, .facility, .project:
      [.class, .operator, .introduced, .sitingReason, .function]
    case .businessQuarter, .demonstrationArea: [.function, .space, .operator]
    case .railway, .landmark: [.class, .start, .end, .level]
    case .zone, .surroundingArea: []
    case .feature: Set(FeatureKey.allCases)
    }
  }

  /// The keys that a feature must carry.
  public var requiredKeys: Set<FeatureKey> { isOpen ? [.kind] : [.kind, .basis] }

  /// Whether a feature may carry properties that the schema does not know.
  public var isOpen: Bool { self == .feature }

  /// The values that `class` may have; empty where the kind carries none.
  public var classes: [String] {
    switch self {
    case .road, .roadWork: RoadClass.allCases.map(\.rawValue)
    case .watercourse: ["河", "渠"]
    case .park: ["专业园区", "街道园区", "未命名园区"]
    case .innovationSite, .facility, .project:
      ["谷", "港", "中心", "商业", "居住", "医疗", "科研", "数据", "基地", "学校", "公寓", "园区", "其他"]
    case .railway: ["铁路", "高铁"]
    case .landmark: ["车站", "机关", "其他"]
    default: []
    }
  }
}
