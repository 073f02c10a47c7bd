import Messages

/// Reads GeoJSON by RFC 7946 from bytes, keeping the place of every vertex.
///
/// Whatever lexes as JSON is read, and everything wrong with it is reported as a fault. Well-formed
/// features are read in one pass without a tree; a feature with anything unusual is read again by the
/// careful way, which finds every fault.
public enum GeoJSONReader {
  /// Reads a feature collection, a feature or a geometry.
  ///
  /// - Throws: A JSON syntax error, invalid UTF-8, an empty file, or nesting deeper than
  ///   ``JSONParser/depthLimit``.
  public static func read(_ source: SourceText) throws(JSONError) -> GeoJSONCollection {
    try read(source, fast: true)
  }

  /// Reads features that follow one another without a collection around them: one a line
  /// (newline-delimited GeoJSON), or each behind a record separator (RFC 8142).
  ///
  /// - Throws: As ``read(_:)``; an empty file is an empty sequence.
  public static func readSequence(
    _ source: SourceText
  ) throws(JSONError) -> GeoJSONCollection {
    try read(source, fast: true) { (reader) throws(SyntaxError) in try reader.readSequence() }
  }

  /// Reads with or without the fast way, and in stretches of any size; all give the same.
  static func read(
    _ source: SourceText, fast: Bool, stretchSize: Int = FeatureStretches.size
  ) throws(JSONError) -> GeoJSONCollection {
    try read(source, fast: fast) { (reader) throws(SyntaxError) in
      reader.stretchSize = stretchSize
      try reader.readRoot()
    }
  }

  static func read(
    _ source: SourceText, fast: Bool,
    with body: (inout CollectionReader) throws(SyntaxError) -> Void
  ) throws(JSONError) -> GeoJSONCollection {
    do throws(SyntaxError) {
      return try source.withBytes { bytes throws(SyntaxError) in
        guard bytes.count <= SourceFile.limit else {
          let size = SourceFile.limit >> 20
          throw SyntaxError(
            Wording("the file is larger than \(size) MiB", zh: "文件大于 \(size) MiB"), at: 0)
        }
        var reader = CollectionReader(source, bytes, fast: fast)
        try body(&reader)
        return reader.finish()
      }
    } catch {
      throw error.located(in: source)
    }
  }
}
