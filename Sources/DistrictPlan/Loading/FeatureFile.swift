internal import GeoJSONCoding
internal import MapProjection
internal import Messages

/// What a GeoJSON file of a plan holds.
struct FeatureFile {
  let file: PlanFile
  let features: [PlanFeature]

  /// Reads a file; a large one is not kept in memory.
  init(
    _ name: String, _ source: SourceText, precision: Int, on transformer: Transformer,
    log: inout FaultLog
  ) throws(PlanError) {
    let large = PlanFile(name, source, precision: precision)
    do {
      let read = try GeoJSONReader.read(source) { FeatureReader(large, on: transformer) }
      let collection = read.collection
      var readers = read.takers
      if readers.isEmpty {
        file = PlanFile(name, source, precision: precision, collection: collection)
        var reader = FeatureReader(file, on: transformer, holds: true)
        for feature in collection.features { reader.take(PassingFeature(feature)) }
        readers = [reader]
      } else {
        file = large
      }
      let ids = collection.faults.isEmpty ? [] : readers.flatMap(\.ids)
      for fault in collection.faults {
        let id = fault.featureIndex.flatMap { ids.indices.contains($0) ? ids[$0] : nil }
        log.report(fault, in: source, id: id)
      }
      for reader in readers { log.add(reader.log) }
      features = readers.count == 1 ? readers[0].features : readers.flatMap(\.features)
    } catch {
      throw PlanError(location: error.location, message: error.message, help: error.help)
    }
  }
}
