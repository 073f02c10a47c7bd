internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// Holds areas against the parents that they name.
struct NestingCheck {
  let tree: LevelTree
  private let task: RuleTask
  private let context: CheckContext
  private let shapes: [UsableShape?]
  private let index: BoxIndex

  init(_ task: RuleTask, _ context: CheckContext) {
    var seen: Set<String> = []
    // Points and lines have no levels of ground; what has no place yet still names its parent.
    let features = (task.features + task.partners).filter { feature in
      (feature.plane.map { !$0.polygons.isEmpty } ?? true) && seen.insert(feature.id).inserted
    }.sorted { $0.id < $1.id }
    tree = LevelTree(
      features, level: task.word("level") ?? "level", parent: task.word("parent") ?? "parent",
      key: task.word("key") ?? "id", order: task.texts("levels"))
    shapes = features.map { context.shape(of: $0) }
    index = BoxIndex(shapes.map { $0?.geometry.bounds })
    self.task = task
    self.context = context
  }

  /// What is wrong with the parent of an area; `nil` when nothing is.
  func finding(about place: Int) throws -> Finding? {
    switch tree.claim(of: place) {
    case .top: return nil
    case .noLevel:
      let key = task.word("level") ?? "level"
      return finding(
        place, Wording("has no known level under '\(key)'", zh: "的“\(key)”不是已知的级别"))
    case .noParent:
      let key = task.word("parent") ?? "parent"
      return finding(place, Wording("names no parent under '\(key)'", zh: "未以“\(key)”声明上级"))
    case .unknown(let name):
      return finding(
        place, Wording("names the parent '\(name)', which is not there", zh: "所声明的上级“\(name)”不存在"))
    case .wrongLevel(let other):
      let phrase = tree.features[other].phrase
      return finding(
        place,
        Wording(
          "names \(phrase.english) as its parent, which is not one level above",
          zh: "所声明的上级\(phrase.chinese)不是上一级"), others: [other])
    case .ambiguous(let others):
      let phrase = Wording.list(others.map { tree.features[$0].phrase })
      return finding(
        place,
        Wording(
          "names a parent that could be \(phrase.english)", zh: "所声明的上级可能是\(phrase.chinese)"),
        others: others)
    case .parent(let parent): return try finding(place, in: parent)
    }
  }

  /// What is wrong with the place of an area and its parent.
  private func finding(_ place: Int, in parent: Int) throws -> Finding? {
    guard let child = shapes[place] else { return nil }
    let phrase = tree.features[parent].phrase
    guard let ground = shapes[parent] else {
      return finding(
        place,
        Wording(
          "names \(phrase.english) as its parent, which covers no ground",
          zh: "所声明的上级\(phrase.chinese)没有范围"), others: [parent])
    }
    let others = try container(of: child, at: place, but: parent)
    context.verified(pairs: 1)
    let rest = try context.topology.difference(child.geometry, ground.geometry)
    let isDegraded = child.isRepaired || ground.isRepaired
    if let outside = try context.aboveNoise(rest, for: task) {
      let measure = Measure(outside.area, .squareMetres, limit: task.quantity("min_area"))
      let much = measure.phrase
      let list = Wording.list(others.map { tree.features[$0].phrase })
      return finding(
        place,
        Wording(
          "lies outside its parent \(phrase.english) by \(much.english)"
            + (others.isEmpty ? "" : ", in \(list.english)"),
          zh: "超出上级\(phrase.chinese) \(much.chinese)"
            + (others.isEmpty ? "" : "，位于\(list.chinese)内")),
        others: [parent] + others, measure: measure, geometry: outside, isDegraded: isDegraded)
    }
    guard !others.isEmpty else { return nil }
    let list = Wording.list(([parent] + others).map { tree.features[$0].phrase })
    return finding(
      place,
      Wording(
        "lies in more than one area of the level above: \(list.english)",
        zh: "同时位于多个上一级面内：\(list.chinese)"),
      others: [parent] + others, geometry: child.geometry,
      isDegraded: isDegraded || others.contains { shapes[$0]?.isRepaired ?? false })
  }

  /// The areas of the level above, but for the parent, in which an area lies whole.
  private func container(of child: UsableShape, at place: Int, but parent: Int) throws -> [Int] {
    guard let bounds = child.geometry.bounds, let rank = tree.ranks[place] else { return [] }
    return try index.query(bounds).filter { other in
      guard other != parent, other != place, tree.ranks[other] == rank - 1,
        let ground = shapes[other], let box = ground.geometry.bounds,
        box.insetBy(-0.01).contains(bounds.minimum), box.insetBy(-0.01).contains(bounds.maximum)
      else { return false }
      context.verified(pairs: 1)
      let rest = try context.topology.difference(child.geometry, ground.geometry)
      return try context.aboveNoise(rest, for: task) == nil
    }
  }

  private func finding(
    _ place: Int, _ message: Wording, others: [Int] = [], measure: Measure? = nil,
    geometry: PlaneGeometry? = nil, isDegraded: Bool = false
  ) -> Finding {
    let feature = tree.features[place]
    let anchor = geometry.flatMap { context.anchor(of: $0) }
    return task.finding(
      Wording(
        "\(feature.phrase.english) \(message.english)",
        zh: "\(feature.phrase.chinese)\(message.chinese)"),
      parties: [feature.party(near: anchor)]
        + others.map { tree.features[$0].party(near: anchor) },
      measure: measure,
      place: geometry.flatMap { context.place($0) } ?? context.place(of: feature),
      isDegraded: isDegraded)
  }
}
