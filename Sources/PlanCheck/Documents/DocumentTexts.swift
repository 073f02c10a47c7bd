public import DistrictPlan
internal import GeoJSONCoding

/// The texts of a plan's documents, read from where someone has them.
public struct DocumentTexts: Sendable {
  /// A text that was read.
  struct Text: Sendable {
    /// The name of its file.
    let file: String
    /// What the file holds, without white space: printed columns break words anywhere.
    let compact: String
    /// The SHA-256 of the file, in hexadecimal.
    let digest: String
  }

  private let texts: [String: Text]

  /// Reads the text of every document that names a file; names may not lead out of the folder.
  ///
  /// - Throws: ``PlanError`` when a named text cannot be read.
  public init(of plan: Plan, in folder: String) throws(PlanError) {
    try self.init(of: plan, from: PlanFolder(folder))
  }

  /// Reads the text of every document that names a file.
  ///
  /// - Throws: ``PlanError`` when a named text cannot be read.
  init(of plan: Plan, from source: some PlanSource) throws(PlanError) {
    var texts: [String: Text] = [:]
    for document in plan.documents {
      guard let file = document.file else { continue }
      let bytes = try source.read(file, namedAt: document.location).bytes
      texts[document.id] = Text(
        file: file, compact: Self.compact(String(decoding: bytes, as: UTF8.self)),
        digest: SHA256.hexadecimal(of: bytes))
    }
    self.texts = texts
  }

  /// How many texts there are.
  var count: Int { texts.count }

  /// The text of a document; `nil` when the document names no file.
  func text(of document: String) -> Text? { texts[document] }

  /// A text without white space.
  static func compact(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.filter { !$0.properties.isWhitespace })
    return String(view)
  }
}
