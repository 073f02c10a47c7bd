internal import GeoJSONCoding
internal import MapProjection
internal import Messages
internal import PlanFindings

/// Reads a GeoJSON file that no schema governs: every feature is of the open kind and has some id.
struct LooseReader {
  let file: PlanFile
  private let faults: [GeoJSONFault]
  private let takers: [LooseTaker]
  /// The features as read, of a file that is kept; empty for a large one.
  private let held: [GeoJSONFeature]

  /// Reads a file.
  init(_ source: SourceText, precision: Int, on transformer: Transformer) throws(PlanError) {
    let file = PlanFile(source.file, source, precision: precision)
    self.file = file
    do {
      let read = try GeoJSONReader.read(source) { LooseTaker(file, on: transformer) }
      faults = read.collection.faults
      held = read.collection.features
      guard read.takers.isEmpty else {
        takers = read.takers
        return
      }
      var taker = LooseTaker(file, on: transformer, holds: true)
      for feature in held { taker.take(PassingFeature(feature)) }
      takers = [taker]
    } catch {
      throw PlanError(location: error.location, message: error.message, help: error.help)
    }
  }

  /// The westernmost and the easternmost longitude; `nil` where nothing lies on Earth.
  var longitudes: ClosedRange<Double>? { .around(takers.compactMap(\.longitudes)) }

  /// The ids that the features say themselves.
  var writtenIDs: Set<String> {
    Set(takers.lazy.flatMap(\.features).map(\.id)).subtracting([""])
  }

  /// The features.
  ///
  /// - Parameters:
  ///   - name: What ids are made of where a feature has none.
  ///   - repeated: The ids that stand in other files too.
  func features(
    named name: String, repeated: Set<String>, log: inout FaultLog
  ) -> [PlanFeature] {
    var features = takers.count == 1 ? takers[0].features : takers.flatMap(\.features)
    var trouble: [FeatureTrouble] = []
    var first = 0
    for taker in takers {
      for index in taker.unnamed {
        features[first + index] = features[first + index].named("\(name)#\(first + index + 1)")
      }
      first += taker.features.count
    }
    if !repeated.isEmpty {
      for (index, feature) in features.enumerated() where repeated.contains(feature.id) {
        features[index] = feature.named("\(name):\(feature.id)")
      }
    }
    let inOrder = Self.inOrder(features)
    if inOrder == nil { makeUnique(&features, trouble: &trouble) }
    for fault in faults {
      let id = fault.featureIndex.flatMap { features.indices.contains($0) ? features[$0].id : nil }
      log.report(fault, in: file.source, id: id)
    }
    reportStrays(among: features, trouble: &trouble)
    for fault in trouble.sorted(by: { $0.index < $1.index }) { log.add(fault.log) }
    return inOrder ?? features
  }

  /// The features in order of ids; `nil` where an id stands twice.
  private static func inOrder(_ features: [PlanFeature]) -> [PlanFeature]? {
    func isOrdered(_ ids: some Sequence<String>) -> Bool {
      var last: String?
      for id in ids {
        if let last, last >= id { return false }
        last = id
      }
      return true
    }
    // Most files are in order of ids, and then none can stand twice.
    if isOrdered(features.lazy.map(\.id)) { return features }
    let order = features.indices.map { (id: features[$0].id, index: $0) }.sorted { $0.id < $1.id }
    return isOrdered(order.lazy.map(\.id)) ? order.map { features[$0.index] } : nil
  }

  /// Gives another id to each feature whose id an earlier one has.
  private func makeUnique(_ features: inout [PlanFeature], trouble: inout [FeatureTrouble]) {
    var seen = Set<String>(minimumCapacity: features.count)
    for (index, feature) in features.enumerated() where !seen.insert(feature.id).inserted {
      let id = feature.id
      var log = FaultLog()
      log.report(
        "D02", at: feature.location,
        Wording("the id '\(id)' stands twice", zh: "标识“\(id)”重复"), subject: id,
        severity: .warning)
      trouble.append(FeatureTrouble(index: index, log: log))
      features[index] = feature.named("\(id)#\(index + 1)")
      seen.insert(features[index].id)
    }
  }

  private func reportStrays(among features: [PlanFeature], trouble: inout [FeatureTrouble]) {
    var first = 0
    for taker in takers {
      for stray in taker.strays {
        let index = first + stray.index
        let raw =
          held.isEmpty
          ? GeoJSONReader.feature(at: features[index].offset, in: file.source) : held[index]
        var log = FaultLog()
        log.report(
          stray.place, of: raw ?? GeoJSONFeature(), in: file.source, id: features[index].id)
        trouble.append(FeatureTrouble(index: index, log: log))
      }
      first += taker.features.count
    }
  }
}

/// What is wrong with one feature.
private struct FeatureTrouble {
  /// The place of the feature in the file.
  let index: Int
  let log: FaultLog
}
