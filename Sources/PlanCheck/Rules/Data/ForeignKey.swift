internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// A property whose values are those of another property, of other features or of the same.
struct ForeignKey {
  private let key: String
  private let target: String
  private let task: RuleTask
  private let partners: [PlanFeature]

  init(_ key: String, of task: RuleTask) {
    self.key = key
    self.task = task
    target = task.word("target") ?? "id"
    partners = task.with.isEmpty ? task.features : task.partners
  }

  func findings() -> [Finding] {
    let owners = Dictionary(
      partners.compactMap { partner in value(target, of: partner).first.map { ($0, partner) } },
      uniquingKeysWith: { first, _ in first })
    var next: [String: [String]] = [:]
    var findings: [Finding] = []
    for feature in task.features {
      for value in value(key, of: feature) {
        if let owner = owners[value] {
          next[feature.id, default: []].append(owner.id)
        } else {
          findings.append(dangling(feature, value, known: owners.keys))
        }
      }
    }
    let features = Dictionary(
      task.features.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return findings + circles(in: next).map { circle($0.compactMap { features[$0] }) }
  }

  /// The values under a key; several for a list.
  private func value(_ key: String, of feature: PlanFeature) -> [String] {
    switch feature.attribute(key) {
    case .texts(let texts): texts
    case .some(let value): value.written.isEmpty ? [] : [value.written]
    case nil: []
    }
  }

  private func dangling(
    _ feature: PlanFeature, _ value: String, known: some Collection<String>
  ) -> Finding {
    let phrase = feature.phrase
    let question = Suggestion.question(for: value, in: known)
    return task.finding(
      Wording(
        "'\(key)' of \(phrase.english) is '\(value)', which no feature has as '\(target)'\(question.english)",
        zh: "\(phrase.chinese)的“\(key)”为“\(value)”，没有要素的“\(target)”是该值\(question.chinese)"),
      parties: [
        Finding.Party(id: feature.id, name: feature.name, location: feature.location(of: key))
      ])
  }

  /// The circles that following the references closes, each once from its first feature.
  private func circles(in next: [String: [String]]) -> [[String]] {
    var circles: [[String]] = []
    var done: Set<String> = []
    for start in next.keys.sorted() where !done.contains(start) {
      // Depth first, with a stack of our own: chains may be long.
      var path: [(id: String, rest: [String])] = [(start, next[start] ?? [])]
      var depth = [start: 0]
      while let (id, rest) = path.last {
        guard let step = rest.first else {
          path.removeLast()
          depth[id] = nil
          done.insert(id)
          continue
        }
        path[path.count - 1].rest.removeFirst()
        if let back = depth[step] {
          circles.append(path[back...].map(\.id))
        } else if !done.contains(step), next[step] != nil {
          depth[step] = path.count
          path.append((step, next[step] ?? []))
        }
      }
    }
    return circles
  }

  private func circle(_ features: [PlanFeature]) -> Finding {
    let phrases = features.map(\.phrase)
    let (english, chinese) = (
      phrases.map(\.english).joined(separator: ", "), phrases.map(\.chinese).joined(separator: "、")
    )
    return task.finding(
      features.count == 1
        ? Wording("'\(key)' of \(english) names itself", zh: "\(chinese)的“\(key)”指向自身")
        : Wording(
          "'\(key)' leads round in a circle: \(english)", zh: "“\(key)”的引用成环：\(chinese)"),
      parties: features.map {
        Finding.Party(id: $0.id, name: $0.name, location: $0.location(of: key))
      }, measure: Measure(Double(features.count), .features))
  }
}
