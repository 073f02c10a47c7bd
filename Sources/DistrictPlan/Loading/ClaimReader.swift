internal import FileShapes
internal import GeoJSONCoding
internal import Messages

/// Reads one claim of a statement that has the shape of its kind.
struct ClaimReader {
  let kind: ClaimKind
  let mapping: ShapedObject
  let statusWords: [String: Status]
  var log: FaultLog

  /// The most features that a claim can count.
  static let largestCount = 1_000_000

  /// Reads the claim; `nil` after reporting what is wrong with it.
  mutating func test() -> ClaimTest? {
    switch kind {
    case .count: count()
    case .members: members()
    case .area: both(of, quantity("is")).map { .area(of: $0, $1) }
    case .follows: both(of, reference("along")).map { .follows(of: $0, along: $1) }
    case .orientation:
      both(of, mapping.word("is", as: GridAxis.self)).map { .orientation(of: $0, $1) }
    case .intersectsEach: both(of, reference("with")).map { .intersectsEach(of: $0, with: $1) }
    case .joined: both(of, reference("to")).map { .joined(of: $0, to: $1) }
    case .drains: of.map { .drains(of: $0) }
    case .deadEnd: of.map { .deadEnd(of: $0) }
    case .extends: of.map { .extends(of: $0) }
    case .direction: both(of, mapping.word("is", as: Compass.self)).map { .direction(of: $0, $1) }
    case .crosses: of.map { .crosses(of: $0) }
    case .inside: both(of, reference("in")).map { .inside(of: $0, in: $1) }
    case .overlapsNot: of.map { .overlapsNot(of: $0) }
    case .near: near()
    case .class:
      both(of, mapping.word("at_least", as: RoadClass.self)).map { .roadClass(of: $0, atLeast: $1) }
    case .statusAt: statusAt()
    case .deadline: deadline()
    case .alias: both(of, mapping.text("name")).map { .alias(of: $0, name: $1) }
    case .unlocated: of.map { .unlocated(of: $0) }
    case .date: date("is").map { .date($0, isInferred: mapping.flag("inferred") ?? false) }
    case .coverageShare: coverageShare()
    case .classes: classes()
    case .connected: of.map { .connected(of: $0) }
    case .exists: of.map { .exists(of: $0) }
    case .sited: sited()
    }
  }
}

extension ClaimReader {
  private mutating func count() -> ClaimTest? {
    if let structure = mapping.text("structure") { return .structureCount(structure: structure) }
    guard let of, let bounds = bounds() else { return nil }
    return .count(of: of, bounds: bounds, per: reference("per"))
  }

  private mutating func bounds() -> ClosedRange<Int>? {
    if let exact = mapping.integer("is") { return exact...exact }
    let bounds = ["at_least", "at_most"]
    guard bounds.contains(where: mapping.has),
      bounds.allSatisfy({ !mapping.has($0) || mapping.integer($0) != nil })
    else { return nil }
    let low = mapping.integer("at_least") ?? 0
    guard let high = mapping.integer("at_most"), let node = mapping["at_most"] else {
      return low...Int.max
    }
    guard low <= high else {
      log.expected(
        Wording(
          "a whole number from \(low) to \(Self.largestCount)",
          zh: "\(low) 至 \(Self.largestCount) 的整数"), at: node)
      return nil
    }
    return low...high
  }

  private func members() -> ClaimTest? {
    guard let names = mapping.texts("names") else { return nil }
    let isOpen = mapping.flag("open") ?? false
    if let structure = mapping.text("structure") {
      return mapping.text("part").map {
        .structureMembers(structure: structure, part: $0, names: names, isOpen: isOpen)
      }
    }
    return of.map { .members(of: $0, names: names, isOpen: isOpen) }
  }

  private func near() -> ClaimTest? {
    guard let of, let to = reference("to"), let within = quantity("within") else { return nil }
    return .near(of: of, to: to, within: within)
  }

  private mutating func statusAt() -> ClaimTest? {
    guard let of else { return nil }
    let what = mapping.text("what")
    if let status = mapping.word("status", as: Status.self) {
      return .statusAt(of: of, status, what: what)
    }
    guard let node = mapping["word"], let word = node.text else { return nil }
    guard let status = statusWords[word] else {
      log.unknownWord(word, at: node.location, known: statusWords.keys.sorted())
      return nil
    }
    return .statusAt(of: of, status, what: what)
  }

  private func deadline() -> ClaimTest? {
    guard let of, let status = mapping.word("status", as: Status.self),
      let by = mapping.text("by").flatMap({ CalendarDay($0) })
    else { return nil }
    return .deadline(of: of, status, by: by, what: mapping.text("what"))
  }

  private func coverageShare() -> ClaimTest? {
    guard let of, let share = quantity("at_least") else { return nil }
    let actions = (mapping.texts("by") ?? []).compactMap(WorkAction.init)
    return .coverageShare(
      of: of, by: actions, junctions: mapping.flag("junctions") ?? false, atLeast: share.value)
  }

  private func classes() -> ClaimTest? {
    guard let of, let key = mapping.word("key", as: FeatureKey.self),
      let values = mapping.texts("values")
    else { return nil }
    return .classes(of: of, key: key, values: values)
  }

  private func sited() -> ClaimTest? {
    guard let of, let place = reference("in"), let since = date("since") else { return nil }
    return .sited(of: of, in: place, since: since)
  }
}

extension ClaimReader {
  private var of: Reference? { reference("of") }

  private func reference(_ key: String) -> Reference? {
    guard let node = mapping[key], let names = node.texts else { return nil }
    return Reference(names: names, location: node.location)
  }

  private func quantity(_ key: String) -> Quantity? { mapping.text(key).flatMap { Quantity($0) } }

  private func date(_ key: String) -> PartialDate? { mapping.text(key).flatMap { PartialDate($0) } }

  private func both<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
    guard let a, let b else { return nil }
    return (a, b)
  }
}
