public import DistrictPlan
public import GeoJSONCoding
public import Messages

/// Holds every term against the text of its document, where someone has the texts.
public struct TermCheck: Sendable {
  /// A term that its document does not contain, or a document that is not the one meant.
  public struct Miss: Hashable, Sendable {
    /// The statement or document.
    public let id: String
    /// What is.
    public let message: Wording
    /// Where the entry stands.
    public let location: SourceLocation
  }

  /// What does not match.
  public let misses: [Miss]
  /// How many terms were found.
  public let found: Int
  /// How many documents were read.
  public let documents: Int
  /// The documents that name no file, each with the number of terms that nothing was held against.
  let unread: [(document: Document, terms: Int)]

  /// Reads the texts from a folder; file names are those of `documents.yaml` and may not lead out of it.
  ///
  /// - Throws: ``PlanError`` when a named text cannot be read.
  public init(_ plan: Plan, directory: String) throws(PlanError) {
    self.init(plan, in: try DocumentTexts(of: plan, in: directory))
  }

  /// Looks for the terms of all statements in texts.
  ///
  /// White space and line breaks do not count, because printed columns break words anywhere.
  init(_ plan: Plan, in texts: DocumentTexts) {
    var misses: [Miss] = []
    var found = 0
    for document in plan.documents {
      guard let text = texts.text(of: document.id), let expected = document.sha256,
        expected.lowercased() != text.digest
      else { continue }
      misses.append(
        Miss(
          id: document.id,
          message: Wording(
            "'\(text.file)' has the SHA-256 \(text.digest), not \(expected)",
            zh: "“\(text.file)”的 SHA-256 为 \(text.digest)，应为 \(expected)"),
          location: document.location))
    }
    for statement in plan.statements {
      guard let text = texts.text(of: statement.document) else { continue }
      for term in statement.terms {
        if text.compact.contains(DocumentTexts.compact(term)) {
          found += 1
          continue
        }
        misses.append(
          Miss(
            id: statement.id,
            message: Wording(
              "the term '\(term)' of \(statement.id) is not in document \(statement.document)",
              zh: "文件 \(statement.document) 中没有 \(statement.id) 的用语“\(term)”"),
            location: statement.location))
      }
    }
    self.misses = misses
    self.found = found
    documents = texts.count
    unread = plan.documents.filter { texts.text(of: $0.id) == nil }.map { document in
      let own = plan.statements.filter { $0.document == document.id }
      return (document, own.reduce(0) { $0 + $1.terms.count })
    }
  }
}
