internal import GeoJSONCoding
internal import Messages

/// Reads one claim of a statement.
struct ClaimReader {
  let mapping: YAMLMapping
  let statusWords: [String: Status]
  var log: FaultLog

  /// The keys each kind of claim may have beside `claim`, `at` and `note`.
  static let keys: [ClaimKind: [String]] = [
    .count: ["structure", "of", "is", "at_least", "at_most", "per"],
    .members: ["structure", "part", "of", "names", "open"],
    .area: ["of", "is"],
    .follows: ["of", "along"],
    .orientation: ["of", "is"],
    .intersectsEach: ["of", "with"],
    .joined: ["of", "to"],
    .drains: ["of"],
    .deadEnd: ["of"],
    .extends: ["of"],
    .direction: ["of", "is"],
    .crosses: ["of"],
    .inside: ["of", "in"],
    .overlapsNot: ["of"],
    .near: ["of", "to", "within"],
    .class: ["of", "at_least"],
    .statusAt: ["of", "what", "status", "word"],
    .deadline: ["of", "what", "status", "by"],
    .alias: ["of", "name"],
    .unlocated: ["of"],
    .date: ["is", "inferred"],
    .coverageShare: ["of", "by", "junctions", "at_least"],
    .classes: ["of", "key", "values"],
    .connected: ["of"],
    .exists: ["of"],
    .sited: ["of", "in", "since"],
  ]

  /// Reads the claim; `nil` after reporting what is wrong with it.
  mutating func test() -> ClaimTest? {
    guard let kind = wordValue("claim", ClaimKind.self) else { return nil }
    let known = ["claim", "at", "note"] + (Self.keys[kind] ?? [])
    guard log.mapping(mapping.node, known: known) != nil else { return nil }
    return switch kind {
    case .count: count()
    case .members: members()
    case .area: both(reference("of"), quantity("is", .area)).map { .area(of: $0, $1) }
    case .follows: both(reference("of"), reference("along")).map { .follows(of: $0, along: $1) }
    case .orientation:
      both(reference("of"), wordValue("is", GridAxis.self)).map { .orientation(of: $0, $1) }
    case .intersectsEach:
      both(reference("of"), reference("with")).map { .intersectsEach(of: $0, with: $1) }
    case .joined: both(reference("of"), reference("to")).map { .joined(of: $0, to: $1) }
    case .drains: reference("of").map { .drains(of: $0) }
    case .deadEnd: reference("of").map { .deadEnd(of: $0) }
    case .extends: reference("of").map { .extends(of: $0) }
    case .direction:
      both(reference("of"), wordValue("is", Compass.self)).map { .direction(of: $0, $1) }
    case .crosses: reference("of").map { .crosses(of: $0) }
    case .inside: both(reference("of"), reference("in")).map { .inside(of: $0, in: $1) }
    case .overlapsNot: reference("of").map { .overlapsNot(of: $0) }
    case .near: near()
    case .class:
      both(reference("of"), wordValue("at_least", RoadClass.self))
        .map { .roadClass(of: $0, atLeast: $1) }
    case .statusAt: statusAt()
    case .deadline: deadline()
    case .alias:
      both(reference("of"), required("name").flatMap { log.text($0) })
        .map { .alias(of: $0, name: $1) }
    case .unlocated: reference("of").map { .unlocated(of: $0) }
    case .date: dated()
    case .coverageShare: coverageShare()
    case .classes: classes()
    case .connected: reference("of").map { .connected(of: $0) }
    case .exists: reference("of").map { .exists(of: $0) }
    case .sited: sited()
    }
  }
}

extension ClaimReader {
  private mutating func count() -> ClaimTest? {
    if let structure = mapping["structure"] {
      refuse(["of", "is", "at_least", "at_most", "per"], beside: "structure")
      return log.text(structure).map { .structureCount(structure: $0) }
    }
    guard let of = reference("of"), let bounds = bounds() else { return nil }
    let per = mapping["per"] == nil ? nil : reference("per")
    return .count(of: of, bounds: bounds, per: per)
  }

  private mutating func bounds() -> ClosedRange<Int>? {
    if let exact = mapping["is"] {
      refuse(["at_least", "at_most"], beside: "is")
      return log.integer(exact, in: 0...Self.largestCount).map { $0...$0 }
    }
    guard mapping["at_least"] != nil || mapping["at_most"] != nil else {
      log.report(
        "D01", at: mapping.node.location,
        Wording(
          "a count needs one of 'is', 'at_least', 'at_most'",
          zh: "count 需要“is”“at_least”“at_most”之一"))
      return nil
    }
    var low = 0
    if let least = mapping["at_least"] {
      guard let number = log.integer(least, in: 0...Self.largestCount) else { return nil }
      low = number
    }
    guard let most = mapping["at_most"] else { return low...Int.max }
    return log.integer(most, in: low...Self.largestCount).map { low...$0 }
  }

  private static let largestCount = 1_000_000

  private mutating func members() -> ClaimTest? {
    guard let names = required("names").flatMap({ log.texts($0) }) else { return nil }
    let isOpen = mapping["open"].flatMap { log.flag($0) } ?? false
    if let structure = mapping["structure"] {
      refuse(["of"], beside: "structure")
      return both(log.text(structure), log.requiredText("part", of: mapping)).map {
        .structureMembers(structure: $0, part: $1, names: names, isOpen: isOpen)
      }
    }
    return reference("of").map { .members(of: $0, names: names, isOpen: isOpen) }
  }

  private mutating func near() -> ClaimTest? {
    guard let of = reference("of"), let to = reference("to"),
      let within = quantity("within", .length)
    else { return nil }
    return .near(of: of, to: to, within: within)
  }

  private mutating func statusAt() -> ClaimTest? {
    guard let of = reference("of") else { return nil }
    let what = mapping["what"].flatMap { log.text($0) }
    if mapping["status"] != nil {
      refuse(["word"], beside: "status")
      return wordValue("status", Status.self).map { .statusAt(of: of, $0, what: what) }
    }
    guard let node = required("word"), let word = log.text(node) else { return nil }
    guard let status = statusWords[word] else {
      log.unknownWord(word, at: node.location, known: statusWords.keys.sorted())
      return nil
    }
    return .statusAt(of: of, status, what: what)
  }

  private mutating func deadline() -> ClaimTest? {
    guard let of = reference("of"), let status = wordValue("status", Status.self),
      let by = required("by").flatMap({ log.day($0) })
    else { return nil }
    return .deadline(of: of, status, by: by, what: mapping["what"].flatMap { log.text($0) })
  }

  private mutating func dated() -> ClaimTest? {
    guard let date = required("is").flatMap({ log.date($0) }) else { return nil }
    let isInferred = mapping["inferred"].flatMap { log.flag($0) } ?? false
    return .date(date, isInferred: isInferred)
  }

  private mutating func coverageShare() -> ClaimTest? {
    guard let of = reference("of"), let node = required("by"),
      let share = quantity("at_least", .share)
    else { return nil }
    let nodes = node.items ?? [node]
    let actions = nodes.compactMap { log.word($0, as: WorkAction.self) }
    guard actions.count == nodes.count else { return nil }
    let junctions = mapping["junctions"].flatMap { log.flag($0) } ?? false
    return .coverageShare(of: of, by: actions, junctions: junctions, atLeast: share.value)
  }

  private mutating func classes() -> ClaimTest? {
    guard let of = reference("of"), let key = wordValue("key", FeatureKey.self),
      let values = required("values").flatMap({ log.texts($0) })
    else { return nil }
    return .classes(of: of, key: key, values: values)
  }

  private mutating func sited() -> ClaimTest? {
    guard let of = reference("of"), let place = reference("in"),
      let since = required("since").flatMap({ log.date($0) })
    else { return nil }
    return .sited(of: of, in: place, since: since)
  }
}

extension ClaimReader {
  private mutating func required(_ key: String) -> YAMLNode? { log.required(key, of: mapping) }

  /// Reports keys that say the same thing in another way, or contradict it.
  private mutating func refuse(_ keys: [String], beside other: String) {
    for key in keys {
      guard let node = mapping[key] else { continue }
      log.report(
        "D01", at: node.location,
        Wording("'\(key)' stands beside '\(other)'", zh: "“\(key)”与“\(other)”并列"),
        help: Wording("keep one of them", zh: "只保留其一"))
    }
  }

  private mutating func reference(_ key: String) -> Reference? {
    guard let node = required(key), let names = log.texts(node) else { return nil }
    return Reference(names: names, location: node.location)
  }

  private mutating func quantity(_ key: String, _ dimension: Quantity.Dimension) -> Quantity? {
    required(key).flatMap { log.quantity($0, dimension) }
  }

  private mutating func wordValue<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Word.Type
  ) -> Word? where Word.RawValue == String {
    required(key).flatMap { log.word($0, as: type) }
  }

  /// Both values, or nothing; both are read first, so that both are reported.
  private func both<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
    guard let a, let b else { return nil }
    return (a, b)
  }
}
