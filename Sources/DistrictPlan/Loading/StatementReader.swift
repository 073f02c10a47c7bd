internal import FileShapes
internal import GeoJSONCoding
internal import Messages

/// Reads `documents.yaml`.
enum DocumentReader {
  static func documents(in root: YAMLNode, log: inout FaultLog) -> [Document] {
    guard let top = log.object(root, as: PlanShapes.documents) else { return [] }
    var result: [Document] = []
    for entry in log.objects("documents", of: top) where entry.isWhole {
      guard let id = entry.text("id"), let title = entry.text("title"),
        let written = entry.text("date").flatMap({ PartialDate($0) })
      else { continue }
      if result.contains(where: { $0.id == id }) {
        log.duplicate(id, at: entry.location)
        continue
      }
      result.append(
        Document(
          id: id, title: title, publisher: entry.text("publisher"),
          date: bounded(written, by: entry, log: &log),
          isDateInferred: entry.flag("inferred") ?? false, dateNote: entry.text("date_note"),
          sequence: entry.integer("sequence") ?? 0, file: entry.text("file"),
          sha256: entry.text("sha256"), location: entry.location))
    }
    return result
  }

  /// The date within the bounds that the entry gives it beyond its text.
  private static func bounded(
    _ date: PartialDate, by entry: ShapedObject, log: inout FaultLog
  ) -> PartialDate {
    let earliest = entry.text("earliest").flatMap { CalendarDay($0) } ?? date.earliest
    let latest = entry.text("latest").flatMap { CalendarDay($0) } ?? date.latest
    guard earliest <= latest else {
      log.report(
        "D01", at: entry["earliest"]?.location ?? entry.location,
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
    guard let top = log.object(root, as: PlanShapes.statements) else { return ([], []) }
    var statements: [Statement] = []
    for entry in log.objects("statements", of: top) where entry.isWhole {
      guard
        let statement = statement(
          entry, documents: documents, statusWords: statusWords, log: &log)
      else { continue }
      if statements.contains(where: { $0.id == statement.id }) {
        log.duplicate(statement.id, at: entry.location)
        continue
      }
      statements.append(statement)
    }
    let ids = Set(statements.map(\.id))
    let conflicts = log.objects("conflicts", of: top).filter(\.isWhole).compactMap {
      conflict($0, statements: ids, log: &log)
    }
    return (statements, conflicts)
  }

  private static func statement(
    _ entry: ShapedObject, documents: [Document], statusWords: [String: Status],
    log: inout FaultLog
  ) -> Statement? {
    guard let id = entry.text("id"), let documentID = entry.text("document"),
      let says = entry.text("says")
    else { return nil }
    guard let document = documents.first(where: { $0.id == documentID }) else {
      let question = Suggestion.question(for: documentID, in: documents.map(\.id))
      log.report(
        "D03", at: entry["document"]?.location ?? entry.location,
        Wording(
          "statement '\(id)' names the unknown document '\(documentID)'\(question.english)",
          zh: "陈述“\(id)”引用了不存在的文件“\(documentID)”\(question.chinese)"), subject: id)
      return nil
    }
    var claims: [Claim] = []
    for (number, node) in (entry["claims"]?.items ?? []).enumerated() {
      guard let (word, mapping) = log.nested(node, as: .variants(PlanShapes.claims)),
        let kind = ClaimKind(rawValue: word), mapping.isWhole
      else { continue }
      var reader = ClaimReader(kind: kind, mapping: mapping, statusWords: statusWords, log: log)
      let test = reader.test()
      log = reader.log
      guard let test else { continue }
      claims.append(
        Claim(
          id: "\(id).\(number + 1)", statement: id, test: test,
          date: mapping.text("at").flatMap { PartialDate($0) } ?? document.date,
          sequence: document.sequence, location: node.location))
    }
    let outOfScope = outOfScope(of: entry, log: &log)
    log.checkChoices(
      of: entry, called: Wording("statement '\(id)'", zh: "陈述“\(id)”"))
    return Statement(
      id: id, document: documentID, says: says, terms: entry.texts("terms") ?? [],
      claims: claims, outOfScope: outOfScope, location: entry.location)
  }

  private static func outOfScope(of entry: ShapedObject, log: inout FaultLog) -> OutOfScope? {
    guard let scope = log.object("out_of_scope", of: entry),
      let cause = scope.word("because", as: OutOfScope.Cause.self), let note = scope.text("note")
    else { return nil }
    return OutOfScope(cause: cause, note: note)
  }

  private static func conflict(
    _ entry: ShapedObject, statements: Set<String>, log: inout FaultLog
  ) -> Conflict? {
    guard let id = entry.text("id"), let about = entry.text("about"),
      let treatment = entry.text("treatment")
    else { return nil }
    let named = entry.texts("statements") ?? []
    for name in named where !statements.contains(name) {
      log.report(
        "D03", at: entry["statements"]?.location ?? entry.location,
        Wording(
          "conflict '\(id)' names the unknown statement '\(name)'",
          zh: "冲突“\(id)”引用了不存在的陈述“\(name)”"), subject: id)
    }
    return Conflict(
      id: id, statements: named, about: about, treatment: treatment,
      shownBy: entry.texts("shown_by") ?? [], location: entry.location)
  }
}

extension FaultLog {
  mutating func duplicate(_ id: String, at location: SourceLocation) {
    report(
      "D02", at: location, Wording("the id '\(id)' stands twice", zh: "标识“\(id)”重复"), subject: id)
  }
}
