internal import GeoJSONCoding
internal import Messages

/// Reads `documents.yaml`.
enum DocumentReader {
  static func documents(in root: YAMLNode, log: inout FaultLog) -> [Document] {
    guard let top = log.mapping(root, known: ["documents"]) else { return [] }
    let known = [
      "id", "title", "publisher", "date", "earliest", "latest", "inferred", "date_note",
      "sequence", "file", "sha256",
    ]
    var result: [Document] = []
    for node in log.list("documents", of: top) {
      guard let entry = log.mapping(node, known: known) else { continue }
      let id = log.requiredText("id", of: entry)
      let title = log.requiredText("title", of: entry)
      guard let written = log.required("date", of: entry).flatMap({ log.date($0) }), let id,
        let title
      else { continue }
      if result.contains(where: { $0.id == id }) {
        log.duplicate(id, at: node.location)
        continue
      }
      result.append(
        Document(
          id: id, title: title, publisher: log.optionalText("publisher", of: entry),
          date: bounded(written, by: entry, log: &log),
          isDateInferred: entry["inferred"].flatMap { log.flag($0) } ?? false,
          dateNote: log.optionalText("date_note", of: entry),
          sequence: entry["sequence"].flatMap { log.integer($0) } ?? 0,
          file: log.optionalText("file", of: entry),
          sha256: log.optionalText("sha256", of: entry), location: node.location))
    }
    return result
  }

  /// The date within the bounds that the entry gives it beyond its text.
  private static func bounded(
    _ date: PartialDate, by entry: YAMLMapping, log: inout FaultLog
  ) -> PartialDate {
    let earliest = entry["earliest"].flatMap { log.day($0) } ?? date.earliest
    let latest = entry["latest"].flatMap { log.day($0) } ?? date.latest
    guard earliest <= latest else {
      log.report(
        "D01", at: entry["earliest"]?.location ?? entry.node.location,
        Wording(
          "'earliest' is \(earliest), after 'latest', which is \(latest)",
          zh: "“earliest”为 \(earliest)，晚于“latest”的 \(latest)"))
      return date
    }
    return PartialDate(text: date.text, earliest: earliest, latest: latest)
  }
}

/// Reads `statements.yaml`.
enum StatementReader {
  static func statements(
    in root: YAMLNode, documents: [Document], statusWords: [String: Status], log: inout FaultLog
  ) -> (statements: [Statement], conflicts: [Conflict]) {
    guard let top = log.mapping(root, known: ["statements", "conflicts"]) else { return ([], []) }
    var statements: [Statement] = []
    for node in log.list("statements", of: top) {
      guard
        let statement = statement(
          node, documents: documents, statusWords: statusWords, log: &log)
      else { continue }
      if statements.contains(where: { $0.id == statement.id }) {
        log.duplicate(statement.id, at: node.location)
        continue
      }
      statements.append(statement)
    }
    let ids = Set(statements.map(\.id))
    let conflicts = log.list("conflicts", of: top).compactMap {
      conflict($0, statements: ids, log: &log)
    }
    return (statements, conflicts)
  }

  private static func statement(
    _ node: YAMLNode, documents: [Document], statusWords: [String: Status], log: inout FaultLog
  ) -> Statement? {
    let known = ["id", "document", "says", "terms", "claims", "out_of_scope"]
    guard let entry = log.mapping(node, known: known) else { return nil }
    let id = log.requiredText("id", of: entry)
    let documentID = log.requiredText("document", of: entry)
    let says = log.requiredText("says", of: entry)
    guard let id, let documentID, let says else { return nil }
    guard let document = documents.first(where: { $0.id == documentID }) else {
      let question = Suggestion.question(for: documentID, in: documents.map(\.id))
      log.report(
        "D03", at: entry["document"]?.location ?? node.location,
        Wording(
          "statement '\(id)' names the unknown document '\(documentID)'\(question.english)",
          zh: "陈述“\(id)”引用了不存在的文件“\(documentID)”\(question.chinese)"), subject: id)
      return nil
    }
    let claimNodes = log.list("claims", of: entry)
    var claims: [Claim] = []
    for (number, claimNode) in claimNodes.enumerated() {
      guard let mapping = log.mapping(claimNode, known: nil) else { continue }
      var reader = ClaimReader(mapping: mapping, statusWords: statusWords, log: log)
      let test = reader.test()
      log = reader.log
      guard let test else { continue }
      claims.append(
        Claim(
          id: "\(id).\(number + 1)", statement: id, test: test,
          date: mapping["at"].flatMap { log.date($0) } ?? document.date,
          sequence: document.sequence, location: claimNode.location))
    }
    let outOfScope = entry["out_of_scope"].flatMap { Self.outOfScope($0, log: &log) }
    // Claims that are there but cannot be read have been reported already.
    let hasClaims = entry["claims"].map { $0.items?.isEmpty != true } ?? false
    if hasClaims == (entry["out_of_scope"] != nil) {
      log.report(
        "D01", at: node.location,
        !hasClaims
          ? Wording(
            "statement '\(id)' has neither claims nor out_of_scope",
            zh: "陈述“\(id)”既无 claims 也无 out_of_scope")
          : Wording(
            "statement '\(id)' has both claims and out_of_scope",
            zh: "陈述“\(id)”同时有 claims 和 out_of_scope"), subject: id)
    }
    return Statement(
      id: id, document: documentID, says: says,
      terms: entry["terms"].flatMap { log.texts($0) } ?? [], claims: claims,
      outOfScope: outOfScope, location: node.location)
  }

  private static func outOfScope(_ node: YAMLNode, log: inout FaultLog) -> OutOfScope? {
    guard let entry = log.mapping(node, known: ["because", "note"]) else { return nil }
    let note = log.requiredText("note", of: entry)
    let cause = log.requiredWord("because", of: entry, as: OutOfScope.Cause.self)
    guard let cause, let note else { return nil }
    return OutOfScope(cause: cause, note: note)
  }

  private static func conflict(
    _ node: YAMLNode, statements: Set<String>, log: inout FaultLog
  ) -> Conflict? {
    let known = ["id", "statements", "about", "treatment", "shown_by"]
    guard let entry = log.mapping(node, known: known) else { return nil }
    let id = log.requiredText("id", of: entry)
    let about = log.requiredText("about", of: entry)
    let treatment = log.requiredText("treatment", of: entry)
    guard let id, let about, let treatment else { return nil }
    let named = entry["statements"].flatMap { log.texts($0) } ?? []
    for name in named where !statements.contains(name) {
      log.report(
        "D03", at: entry["statements"]?.location ?? node.location,
        Wording(
          "conflict '\(id)' names the unknown statement '\(name)'",
          zh: "冲突“\(id)”引用了不存在的陈述“\(name)”"), subject: id)
    }
    return Conflict(
      id: id, statements: named, about: about, treatment: treatment,
      shownBy: entry["shown_by"].flatMap { log.texts($0) } ?? [], location: node.location)
  }
}

extension FaultLog {
  mutating func duplicate(_ id: String, at location: SourceLocation) {
    report(
      "D02", at: location, Wording("the id '\(id)' stands twice", zh: "标识“\(id)”重复"), subject: id)
  }
}
