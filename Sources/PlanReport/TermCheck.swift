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

  /// Reads the texts from a folder; file names are those of `documents.yaml` and may not lead out of it.
  ///
  /// White space and line breaks do not count, because printed columns break words anywhere.
  ///
  /// - Throws: ``PlanError`` when a named text cannot be read.
  public init(_ plan: Plan, directory: String) throws(PlanError) {
    var misses: [Miss] = []
    var found = 0
    var texts: [String: String] = [:]
    for document in plan.documents {
      guard let file = document.file else { continue }
      let source = try PlanFolder(directory).read(file, namedAt: document.location)
      let digest = SHA256.hexadecimal(of: source.bytes)
      if let expected = document.sha256, expected.lowercased() != digest {
        misses.append(
          Miss(
            id: document.id,
            message: Wording(
              "'\(file)' has the SHA-256 \(digest), not \(expected)",
              zh: "“\(file)”的 SHA-256 为 \(digest)，应为 \(expected)"), location: document.location))
      }
      texts[document.id] = Self.compact(String(decoding: source.bytes, as: UTF8.self))
    }
    for statement in plan.statements {
      guard let text = texts[statement.document] else { continue }
      for term in statement.terms {
        if text.contains(Self.compact(term)) {
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
  }

  private static func compact(_ text: String) -> String {
    String(text.unicodeScalars.filter { !$0.properties.isWhitespace })
  }
}

extension String {
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
