/// A property of a feature, in the order in which canonical files write them.
public enum FeatureKey: String, Hashable, Sendable, CaseIterable {
  case id, kind, name
  case nameEnglish = "name_en"
  case aliases, slot, `class`, axis, function, space, action, road, after, barrier, structure
  case direction, word, follows
  case flowsTo = "flows_to"
  case outlet, start, end, level, island
  case startDate = "start_date"
  case endDate = "end_date"
  case coordinatedWith = "coordinated_with"
  case `operator`, introduced
  case sitingReason = "siting_reason"
  case identity, basis
  case accuracy = "accuracy_m"
  case source, why, note

  /// What a value of the key looks like.
  public enum ValueType: Hashable, Sendable {
    case text
    case texts
    case number
    case flag
    case word([String])
    case reference
    case month
    case date
  }

  /// What a value of this key looks like; for `class`, ``FeatureKind/valueType(of:)`` knows the words.
  public var valueType: ValueType {
    switch self {
    case .aliases, .why, .coordinatedWith: .texts
    case .axis: .word(GridAxis.allCases.map(\.rawValue))
    case .space: .word(["生产", "生活", "生态"])
    case .action: .word(WorkAction.allCases.map(\.rawValue))
    case .road, .after, .barrier, .follows, .flowsTo: .reference
    case .structure: .word(["桥", "隧道", "立交"])
    case .direction: .word(Compass.allCases.map(\.rawValue))
    case .outlet, .island: .flag
    case .start, .end: .word(LineEnd.allCases.map(\.rawValue))
    case .introduced: .month
    case .startDate, .endDate: .date
    case .identity: .word(["documented", "assumed"])
    case .basis: .word(Basis.allCases.map(\.rawValue))
    case .accuracy, .level: .number
    default: .text
    }
  }

  /// The key of a name; found faster than by trying one after the other.
  init?(named name: String) {
    guard let key = Self.byName[name] else { return nil }
    self = key
  }

  /// The place of the key among all of them.
  ///
  /// A choice of up to 256 cases that carry nothing is kept as just this number.
  var number: Int { withUnsafeBytes(of: self) { Int($0[0]) } }

  /// Takes the number: the name, which is the default, takes three times as long.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The keys that a feature of any kind may carry.
  public static let common: Set<FeatureKey> = [
    .id, .kind, .name, .nameEnglish, .aliases, .identity, .basis, .accuracy, .source, .why, .note,
  ]
}

/// Where a geometry comes from.
public enum Basis: String, Hashable, Sendable, CaseIterable {
  /// Measured on the ground.
  case surveyed
  /// Generalised from published positions.
  case traced
  /// Worked out from statements about neighbours, order or length.
  case derived
  /// Chosen so that it can be drawn; maps that show it say 示意.
  case assumed
}

/// Why a line may end where no other line is.
public enum LineEnd: String, Hashable, Sendable, CaseIterable {
  /// A declared dead end.
  case culDeSac = "尽端"
  /// The line goes on outside the plan.
  case boundary = "边界"
  /// A spring.
  case source = "源头"
}

/// What a road work does.
public enum WorkAction: String, Hashable, Sendable, CaseIterable {
  /// Opens a dead end.
  case open = "打通"
  /// Lengthens a road.
  case extend = "延伸"
  /// Carries a road across a barrier.
  case cross = "跨越"
  /// Builds or rebuilds a road where it lies.
  case build = "建设"
  /// Lights a road.
  case light = "亮化"
  /// Plants a road or its junctions.
  case green = "绿化"

  /// Whether the work adds a line to the network.
  public var addsLine: Bool {
    switch self {
    case .open, .extend, .cross: true
    case .build, .light, .green: false
    }
  }
}

/// The classes of town roads, highest first, with 慢行 (walking and cycling) last.
public enum RoadClass: String, Hashable, Sendable, CaseIterable, Comparable {
  case expressway = "快速路"
  case arterial = "主干路"
  case secondary = "次干路"
  case local = "支路"
  case slow = "慢行"

  /// A higher class is greater.
  public static func < (a: RoadClass, b: RoadClass) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .slow: 0
    case .local: 1
    case .secondary: 2
    case .arterial: 3
    case .expressway: 4
    }
  }
}
