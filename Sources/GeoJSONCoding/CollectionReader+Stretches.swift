import Synchronization
import Workforce

/// What came of reading one stretch.
private struct StretchAnswer: Sendable {
  /// The bytes of the stretch, the last one's up to its last feature.
  let stretch: Range<Int>
  let count: Int
  /// Empty where a taker has taken them.
  let features: [GeoJSONFeature]
  let taker: (any FeatureTaker)?
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
    let (bytes, start) = (scanner.bytes, scanner.position)
    guard fast, bytes.count - start > stretchSize else { return false }
    if let guessed = GuessedStretches(bytes, from: start, size: stretchSize),
      read(guessed, opening: opening)
    {
      return true
    }
    return read(FeatureStretches(bytes, from: start, size: stretchSize), opening: opening)
  }

  private mutating func read(
    _ stretches: some IteratorProtocol<Range<Int>> & Sendable, opening: Int
  ) -> Bool {
    var first = stretches
    guard let alone = first.next(), alone.upperBound < scanner.bytes.count else { return false }
    let (source, makeTaker, depth) = (collection.source, makeTaker, scanner.depth)
    let start = scanner.position
    // Read only, and everything below ends before the buffer does.
    nonisolated(unsafe) let bytes = scanner.bytes
    let hasFailed = Atomic<Bool>(false)
    let answers = Workers.map(stretches, weight: \.count, of: bytes.count) {
      stretch -> StretchAnswer? in
      guard !hasFailed.load(ordering: .relaxed) else { return nil }
      var reader = CollectionReader(source, bytes, fast: true)
      var taker = makeTaker?()
      let end: Int?
      do throws(SyntaxError) {
        end = try reader.readStretch(
          stretch, to: &taker, isFirst: stretch.lowerBound == start, opening: opening, depth: depth)
      } catch {
        end = nil
      }
      guard let end else {
        hasFailed.store(true, ordering: .relaxed)
        return nil
      }
      let carriageReturn = reader.carriageReturn(in: stretch)
      source.content.forget(stretch)
      return StretchAnswer(
        stretch: stretch.lowerBound..<end, count: reader.featureCount,
        features: reader.collection.features, taker: taker, faults: reader.collection.faults,
        carriageReturn: carriageReturn)
    }
    guard !answers.contains(where: { $0 == nil }) else { return false }
    add(answers.compactMap { $0 }, from: start)
    return true
  }

  private mutating func add(_ answers: [StretchAnswer], from start: Int) {
    for answer in answers {
      let earlier = featureCount
      collection.faults += answer.faults.map { fault in
        var fault = fault
        fault.featureIndex = fault.featureIndex.map { $0 + earlier }
        return fault
      }
      collection.features += answer.features
      if let taker = answer.taker {
        takers.append(taker)
        takenCount += answer.count
      }
      scanner.position = answer.stretch.upperBound
    }
    let carriageReturn = answers.lazy.compactMap(\.carriageReturn).first
    stretched = (start..<scanner.position, carriageReturn)
  }

  /// Reads the features of a stretch; gives the offset behind them, or `nil` where they do not end with it.
  ///
  /// The first stretch starts with a feature, the others with the comma before one; the last one, which
  /// reaches to the end of all bytes, ends where the list does.
  private mutating func readStretch(
    _ stretch: Range<Int>, to taker: inout (any FeatureTaker)?, isFirst: Bool, opening: Int,
    depth: Int
  ) throws(SyntaxError) -> Int? {
    scanner.position = stretch.lowerBound
    scanner.depth = depth
    if let taker { choice = PropertyChoice { taker.wants($0) } }
    var passing = PassingFeature()
    var end = scanner.position
    var isFirst = isFirst
    while end < stretch.upperBound {
      if !isFirst {
        guard try scanner.separator(closing: UInt8(ascii: "]"), opening: opening) else {
          return stretch.upperBound == scanner.bytes.count ? end : nil
        }
      }
      isFirst = false
      if try taker?.takeNext(of: &self, &passing) == nil { try readFeature() }
      end = scanner.position
    }
    return end == stretch.upperBound ? end : nil
  }

  /// Reads the feature at the position and gives it to a taker.
  fileprivate mutating func readFeature(
    _ passing: inout PassingFeature, to taker: inout some FeatureTaker
  ) throws(SyntaxError) {
    let index = featureCount
    passing.clear()
    if try readsFast(&passing) {
      taker.take(passing)
      takenCount += 1
    } else if let feature = try carefulFeature() {
      taker.take(PassingFeature(feature))
      takenCount += 1
    }
    takeNotes(featureIndex: index)
  }
}

extension FeatureTaker {
  /// Takes the next feature of a reader.
  fileprivate mutating func takeNext(
    of reader: inout CollectionReader, _ passing: inout PassingFeature
  ) throws(SyntaxError) {
    try reader.readFeature(&passing, to: &self)
  }
}
