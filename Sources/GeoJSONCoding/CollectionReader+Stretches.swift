import Synchronization
import Workforce

/// Takes the features of a stretch of a file, which is then free to forget them.
///
/// Called on any core; the first argument is the place of the stretch among all of the file.
typealias StretchSink = @Sendable (Int, [GeoJSONFeature]) -> Void

/// What came of reading one stretch.
private struct StretchAnswer: Sendable {
  let count: Int
  /// Empty where a sink has taken them.
  let features: [GeoJSONFeature]
  /// With places among the features of the stretch.
  let faults: [GeoJSONFault]
}

extension CollectionReader {
  /// Reads a long list of features on all cores, up to the last one.
  ///
  /// Whatever a stretch holds that is no JSON makes the whole answer `false`, and nothing has happened: the
  /// list is then read from its start, which finds the first error as ever.
  mutating func readStretches(opening: Int) -> Bool {
    let source = collection.source
    guard fast,
      let stretches = FeatureStretches(
        scanner.bytes, from: scanner.position, size: stretchSize, passed: source.content.forget)
    else { return false }
    // Read only, and everything below ends before the buffer does.
    nonisolated(unsafe) let bytes = scanner.bytes
    let (start, ends, sink) = (scanner.position, stretches.ends, self.sink)
    let depth = scanner.depth
    let hasFailed = Atomic<Bool>(false)
    let answers = Workers.map(ends.count, by: 1) { range -> StretchAnswer? in
      guard !hasFailed.load(ordering: .relaxed) else { return nil }
      let place = range.lowerBound
      let own = (place == 0 ? start : ends[place - 1])..<ends[place]
      var reader = CollectionReader(source, bytes, fast: true)
      // Who takes features stretch by stretch reads one again for the places of its vertices.
      reader.keepsOffsets = sink == nil
      do throws(SyntaxError) {
        guard
          try reader.readStretch(
            own, isFirst: place == 0, opening: opening, depth: depth)
        else {
          hasFailed.store(true, ordering: .relaxed)
          return nil
        }
      } catch {
        hasFailed.store(true, ordering: .relaxed)
        return nil
      }
      source.content.forget(own)
      return reader.answer(for: place, to: sink)
    }
    guard !answers.contains(where: { $0 == nil }), let end = ends.last else { return false }
    for case let answer? in answers {
      let earlier = featureCount
      collection.faults += answer.faults.map { fault in
        var fault = fault
        fault.featureIndex = fault.featureIndex.map { $0 + earlier }
        return fault
      }
      collection.features += answer.features
      if sink != nil { takenCount += answer.count }
    }
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

  private consuming func answer(for place: Int, to sink: StretchSink?) -> StretchAnswer {
    let features = collection.features
    guard let sink else {
      return StretchAnswer(
        count: features.count, features: features, faults: collection.faults)
    }
    sink(place, features)
    return StretchAnswer(count: features.count, features: [], faults: collection.faults)
  }
}
