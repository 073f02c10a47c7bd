import Workforce

extension GeoJSONReader {
  /// A collection and those who took its features.
  public struct Taken<Taker: FeatureTaker>: Sendable {
    /// The collection; its features are empty where they were taken.
    public let collection: GeoJSONCollection
    /// Who took the features of each stretch of the file, in file order; empty for a short file, or one that is
    /// no feature collection: the features are then in ``collection``.
    public let takers: [Taker]
  }

  /// Reads a file of which less is to be kept than ``GeoJSONCollection/features`` are.
  ///
  /// A large file is read stretch by stretch on all cores.
  ///
  /// - Parameter make: Makes a taker for a stretch, and is called on any core.
  /// - Throws: As ``read(_:)``.
  public static func read<Taker: FeatureTaker>(
    _ source: SourceText, into make: @escaping @Sendable () -> Taker
  ) throws(JSONError) -> Taken<Taker> {
    try read(source, stretchSize: FeatureStretches.size, into: make)
  }

  static func read<Taker: FeatureTaker>(
    _ source: SourceText, stretchSize: Int, into make: @escaping @Sendable () -> Taker
  ) throws(JSONError) -> Taken<Taker> {
    var takers: [any FeatureTaker] = []
    let collection = try read(source, fast: true) { (reader) throws(SyntaxError) in
      reader.stretchSize = stretchSize
      reader.makeTaker = make
      try reader.readRoot()
      takers = reader.takers
    }
    // What was taken is of no use where the root turns out to be no collection, or has several lists.
    guard collection.features.isEmpty, collection.root == .featureCollection else {
      return Taken(collection: collection, takers: [])
    }
    return Taken(collection: collection, takers: takers.compactMap { $0 as? Taker })
  }

  /// Reads once more the feature that starts at an offset; `nil` where none does.
  public static func feature(at offset: Int, in source: SourceText) -> GeoJSONFeature? {
    reading(at: offset, in: source) { (reader) throws(SyntaxError) in
      try reader.readFeature()
      return reader.collection.features.first
    }
  }

  /// The offsets of the vertices of the feature that starts at an offset, in the order of
  /// `Geometry.positions`; empty where none does.
  public static func vertexOffsets(at offset: Int, in source: SourceText) -> [UInt32] {
    let offsets: [UInt32]? = reading(at: offset, in: source) { (reader) throws(SyntaxError) in
      reader.choice = PropertyChoice { _ in false }
      var passing = PassingFeature()
      return try reader.readsFast(&passing) ? reader.coordinates.allOffsets : nil
    }
    return offsets ?? feature(at: offset, in: source)?.positionOffsets ?? []
  }

  private static func reading<Answer>(
    at offset: Int, in source: SourceText,
    _ read: (inout CollectionReader) throws(SyntaxError) -> Answer?
  ) -> Answer? {
    source.withBytes { bytes in
      guard bytes.indices.contains(offset) else { return nil }
      var reader = CollectionReader(source, bytes, fast: true)
      reader.scanner.position = offset
      defer { source.content.looked() }
      do throws(SyntaxError) {
        return try read(&reader)
      } catch {
        return nil
      }
    }
  }
}
