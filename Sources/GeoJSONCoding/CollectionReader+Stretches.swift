import Synchronization
import Workforce

/// Takes the features of a stretch of a file, which is then free to forget them.
///
/// Called on any core; the first argument is where the stretch starts in the file.
typealias StretchSink = @Sendable (Int, [GeoJSONFeature]) -> Void

/// What came of reading one stretch.
private struct StretchAnswer: Sendable {
  let stretch: Range<Int>
  let count: Int
  /// Empty where a sink has taken them.
  let features: [GeoJSONFeature]
  /// With places among the features of the stretch.
  let faults: [GeoJSONFault]
  /// The offset of the first carriage return.
  let carriageReturn: Int?
}

extension CollectionReader {
  /// Reads a long list of features on all cores, up to the last one.
  ///
  /// Whatever a stretch holds that is no JSON makes the whole answer `false`, and nothing has happened: the
  /// list is then read from its start, which finds the first error as ever.
  mutating func readStretches(opening: Int) -> Bool {
    let (source, start, sink, depth) = (collection.source, scanner.position, sink, scanner.depth)
    guard fast, scanner.bytes.count - start > stretchSize else { return false }
    let stretches = FeatureStretches(scanner.bytes, from: start, size: stretchSize)
    var first = stretches
    guard first.next() != nil, !first.isAtEnd else { return false }
    // Read only, and everything below ends before the buffer does.
    nonisolated(unsafe) let bytes = scanner.bytes
    let hasFailed = Atomic<Bool>(false)
    let answers = Workers.map(stretches, weight: \.count, of: bytes.count) {
      stretch -> StretchAnswer? in
      guard !hasFailed.load(ordering: .relaxed) else { return nil }
      var reader = CollectionReader(source, bytes, fast: true)
      // Who takes features stretch by stretch reads one again for the places of its vertices.
      reader.keepsOffsets = sink == nil
      let isRead: Bool
      do throws(SyntaxError) {
        isRead = try reader.readStretch(
          stretch, isFirst: stretch.lowerBound == start, opening: opening, depth: depth)
      } catch {
        isRead = false
      }
      guard isRead else {
        hasFailed.store(true, ordering: .relaxed)
        return nil
      }
      let carriageReturn = reader.carriageReturn(in: stretch)
      source.content.forget(stretch)
      return reader.answer(for: stretch, carriageReturn, to: sink)
    }
    guard !answers.contains(where: { $0 == nil }) else { return false }
    var end = start
    var carriageReturn: Int?
    for case let answer? in answers {
      let earlier = featureCount
      collection.faults += answer.faults.map { fault in
        var fault = fault
        fault.featureIndex = fault.featureIndex.map { $0 + earlier }
        return fault
      }
      collection.features += answer.features
      if sink != nil { takenCount += answer.count }
      carriageReturn = carriageReturn ?? answer.carriageReturn
      end = answer.stretch.upperBound
    }
    stretched = (start..<end, carriageReturn)
    scanner.position = end
    return true
  }

  /// Reads the features of a stretch; `false` where they do not end with it.
  ///
  /// The first stretch starts with a feature, the others with the comma before one.
  private mutating func readStretch(
    _ stretch: Range<Int>, isFirst: Bool, opening: Int, depth: Int
  ) throws(SyntaxError) -> Bool {
    scanner.position = stretch.lowerBound
    scanner.depth = depth
    if !isFirst {
      guard try scanner.separator(closing: UInt8(ascii: "]"), opening: opening) else {
        return false
      }
    }
    try readFeature()
    while scanner.position < stretch.upperBound {
      guard try scanner.separator(closing: UInt8(ascii: "]"), opening: opening) else {
        return false
      }
      try readFeature()
    }
    return scanner.position == stretch.upperBound
  }

  private consuming func answer(
    for stretch: Range<Int>, _ carriageReturn: Int?, to sink: StretchSink?
  ) -> StretchAnswer {
    let features = collection.features
    sink?(stretch.lowerBound, features)
    return StretchAnswer(
      stretch: stretch, count: features.count, features: sink == nil ? features : [],
      faults: collection.faults, carriageReturn: carriageReturn)
  }
}
