internal import GeoJSONCoding
internal import MapProjection
internal import Messages
internal import PlanFindings
internal import Workforce

/// Reads a GeoJSON file that no schema governs: every feature is of the open kind and has some id.
///
/// In two steps, because where the files lie decides on which plane they are measured. What is kept between
/// them is given away stretch by stretch, so that a large file is never in memory twice.
struct LooseReader {
  let file: PlanFile
  private let faults: [GeoJSONFault]
  private let stretches: [DraftStretch]

  /// Reads a file.
  init(_ source: SourceText, precision: Int) throws(PlanError) {
    file = PlanFile(source.file, source, precision: precision)
    do {
      let read = try GeoJSONReader.read(source) { features, canReadAgain in
        DraftStretch(features, of: source, canReadAgain: canReadAgain)
      }
      faults = read.collection.faults
      stretches = read.stretches
    } catch {
      throw PlanError(location: error.location, message: error.message, help: error.help)
    }
  }

  /// The westernmost and the easternmost longitude on Earth; `nil` where there is none.
  var longitudes: ClosedRange<Double>? { .around(stretches.compactMap(\.longitudes)) }

  /// The ids that the features say themselves.
  var writtenIDs: Set<String> { Set(stretches.lazy.flatMap(\.ids).compactMap { $0 }) }

  /// The features, which can be had once.
  ///
  /// - Parameters:
  ///   - name: What ids are made of where a feature has none.
  ///   - repeated: The ids that stand in other files too.
  func features(
    named name: String, repeated: Set<String>, on transformer: Transformer, log: inout FaultLog
  ) -> [PlanFeature] {
    var trouble: [FeatureTrouble] = []
    let ids = ids(named: name, repeated: repeated, trouble: &trouble)
    for fault in faults {
      let id = fault.featureIndex.flatMap { ids.indices.contains($0) ? ids[$0] : nil }
      log.report(fault, in: file.source, id: id)
    }
    let reader = PlaceReader(transformer: transformer, precision: file.precision)
    let firsts = stretches.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.ids.count) }
    let (file, stretches) = (file, stretches)
    let pieces = Workers.map(stretches.count, by: 1) { range in
      let place = range.lowerBound
      return PlacedStretch(
        stretches[place].take(), ids, from: firsts[place], of: file, reader)
    }
    for fault in (trouble + pieces.flatMap(\.trouble)).sorted(by: { $0.index < $1.index }) {
      log.add(fault.log)
    }
    return pieces.count == 1 ? pieces[0].features : pieces.flatMap(\.features)
  }

  /// Ids of which each stands once.
  private func ids(
    named name: String, repeated: Set<String>, trouble: inout [FeatureTrouble]
  ) -> [String] {
    var ids: [String] = []
    ids.reserveCapacity(stretches.reduce(0) { $0 + $1.ids.count })
    for written in stretches.lazy.flatMap(\.ids) {
      let id = written ?? "\(name)#\(ids.count + 1)"
      ids.append(repeated.contains(id) ? "\(name):\(id)" : id)
    }
    // Most files are in order of ids, and then none can stand twice.
    guard zip(ids, ids.dropFirst()).contains(where: { $0 >= $1 }) else { return ids }
    var seen = Set<String>(minimumCapacity: ids.count)
    for index in ids.indices where !seen.insert(ids[index]).inserted {
      let id = ids[index]
      var log = FaultLog()
      log.report(
        "D02", at: file.source.location(at: offset(of: index)),
        Wording("the id '\(id)' stands twice", zh: "标识“\(id)”重复"), subject: id,
        severity: .warning)
      trouble.append(FeatureTrouble(index: index, log: log))
      ids[index] = "\(id)#\(index + 1)"
      seen.insert(ids[index])
    }
    return ids
  }

  private func offset(of index: Int) -> Int {
    var index = index
    for stretch in stretches {
      if index < stretch.ids.count { return stretch.offset(of: index) }
      index -= stretch.ids.count
    }
    return 0
  }
}

/// What is wrong with one feature.
private struct FeatureTrouble: Sendable {
  /// The place of the feature in the file.
  let index: Int
  let log: FaultLog
}

/// The features of a stretch of a file, on the plane.
private struct PlacedStretch: Sendable {
  var features: [PlanFeature] = []
  var trouble: [FeatureTrouble] = []

  init(
    _ drafts: consuming [FeatureDraft], _ ids: [String], from first: Int, of file: PlanFile,
    _ reader: PlaceReader
  ) {
    features.reserveCapacity(drafts.count)
    for (index, draft) in drafts.enumerated() {
      let place = reader.place(of: draft.geometry)
      let id = ids[first + index]
      if !place.isSound {
        var log = FaultLog()
        log.report(place, of: draft.raw(in: file.source), in: file.source, id: id)
        trouble.append(FeatureTrouble(index: first + index, log: log))
      }
      features.append(
        PlanFeature(
          id: id, kind: .feature, said: draft.said, home: file, offset: draft.offset,
          place: place.found, further: draft.further, written: draft.written(place.found)))
    }
  }
}

extension ClosedRange<Double> {
  /// The range from the least to the greatest of some; `nil` where there are none.
  static func around(_ ranges: [ClosedRange<Double>]) -> ClosedRange<Double>? {
    guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else {
      return nil
    }
    return low...high
  }
}
