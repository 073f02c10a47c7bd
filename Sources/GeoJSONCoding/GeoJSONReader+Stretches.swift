internal import Workforce

extension GeoJSONReader {
  /// A collection without its features, and what was kept of them.
  public struct Kept<Piece: Sendable>: Sendable {
    /// The collection; its features are empty.
    public let collection: GeoJSONCollection
    /// What was kept of each stretch of the file, in file order.
    public let stretches: [Piece]
  }

  /// Reads a file of which less is to be kept than ``GeoJSONCollection/features`` are.
  ///
  /// A large file is read stretch by stretch on all cores, and no more than a few stretches are in memory at
  /// a time.
  ///
  /// - Parameter keep: Says what to keep of some features, and is called on any core. The second argument
  ///   says whether the features can be read again by their offsets with ``feature(at:in:)``.
  /// - Throws: As ``read(_:)``.
  public static func read<Piece: Sendable>(
    _ source: SourceText, keeping keep: @escaping @Sendable ([GeoJSONFeature], Bool) -> Piece
  ) throws(JSONError) -> Kept<Piece> {
    try read(source, stretchSize: FeatureStretches.size, keeping: keep)
  }

  static func read<Piece: Sendable>(
    _ source: SourceText, stretchSize: Int,
    keeping keep: @escaping @Sendable ([GeoJSONFeature], Bool) -> Piece
  ) throws(JSONError) -> Kept<Piece> {
    let taken = TakenStretches<Piece>()
    var collection = try read(
      source, fast: true, sink: { start, features in taken.add(keep(features, true), at: start) }
    ) { (reader) throws(SyntaxError) in
      reader.stretchSize = stretchSize
      try reader.readRoot()
    }
    guard collection.features.isEmpty, collection.root == .featureCollection, !taken.isEmpty else {
      let features = collection.features
      collection.features = []
      return Kept(collection: collection, stretches: [keep(features, false)])
    }
    return Kept(collection: collection, stretches: taken.inOrder)
  }

  /// Reads once more the feature that starts at an offset; `nil` where none does.
  public static func feature(at offset: Int, in source: SourceText) -> GeoJSONFeature? {
    source.withBytes { bytes in
      guard bytes.indices.contains(offset) else { return nil }
      var reader = CollectionReader(source, bytes, fast: true)
      reader.scanner.position = offset
      do throws(SyntaxError) {
        try reader.readFeature()
      } catch {
        return nil
      }
      source.content.looked()
      return reader.collection.features.first
    }
  }
}

/// What was kept of stretches that came in any order.
private final class TakenStretches<Piece: Sendable>: Sendable {
  private let pieces = Guarded<[Int: Piece]>([:])

  func add(_ piece: Piece, at place: Int) { pieces.withLock { $0[place] = piece } }

  var isEmpty: Bool { pieces.withLock { $0.isEmpty } }

  var inOrder: [Piece] {
    pieces.withLock { pieces in pieces.keys.sorted().compactMap { pieces[$0] } }
  }
}
