internal import GeoJSONCoding
internal import MapGeometry
internal import MapProjection
internal import Messages
internal import Workforce
public import DistrictPlan

/// Writes a GeoJSON file anew, one feature a line, on the plane of a CRS where one is asked for.
///
/// Works piece by piece on all cores, so that the memory it takes does not grow with the file. RFC 7946
/// knows no other positions than longitude and latitude; a file on a plane says so in a `crs` member, as
/// the GeoJSON before it had.
public struct GeoJSONConversion: Sendable {
  private let transformer: Transformer?
  private let crs: CRS?
  private let decimals: Int

  /// Describes what to write.
  ///
  /// - Parameters:
  ///   - crs: The projected CRS; `nil` keeps longitude and latitude.
  ///   - decimals: The most decimals of a coordinate; `nil` for millimetres, or 7 of a degree.
  public init(crs: String?, decimals: Int?) throws(PlanError) {
    do throws(ProjectionError) {
      let crs = try crs.map { definition throws(ProjectionError) in try CRS(definition) }
      transformer = try crs.map { crs throws(ProjectionError) in try Transformer(to: crs) }
      self.crs = crs
    } catch {
      throw PlanError(
        message: error.wording,
        help: Wording(
          "name a projected CRS in metres with --crs, such as 'EPSG:4547'",
          zh: "用 --crs 写明以米为单位的投影坐标系，例如 EPSG:4547"))
    }
    self.decimals = decimals ?? (transformer == nil ? GeoJSONWriter.exportDecimals : 3)
  }

  /// Converts a file, handing on what is to be written.
  public func convert(
    _ path: String, write: ([UInt8]) throws(PlanError) -> Void
  ) throws(PlanError) {
    var stream: FeatureStream
    do throws(SourceFileError) {
      stream = try FeatureStream(path)
    } catch {
      throw PlanError(message: error.wording)
    }
    guard !stream.isBroken else { return try convertWhole(path, write: write) }
    Progress.enter(
      ProgressStage(
        Wording("converting '\(path)'", zh: "转换“\(path)”"), 0, of: 1, movedByPieces: false))
    try write(Array((#"{"type":"FeatureCollection""# + crsMember + #","features":["#).utf8))
    var isFirst = true
    while true {
      var pieces: [[UInt8]] = []
      while pieces.count < Workers.count * 8, let piece = stream.next() { pieces.append(piece) }
      guard !pieces.isEmpty else { break }
      let batch = pieces
      Progress.reach(stream.shareRead)
      for lines in Workers.map(batch.count, by: 1, { converted(batch[$0.lowerBound]) }) {
        guard let lines else { throw try trouble(in: path) }
        guard !lines.isEmpty else { continue }
        if !isFirst { try write([UInt8(ascii: ",")]) }
        isFirst = false
        try write(lines)
      }
    }
    guard !stream.isBroken,
      let frame = try? GeoJSONReader.read(
        SourceText(file: path, bytes: stream.frame)), isSound(frame)
    else { throw try trouble(in: path) }
    try write(Array("\n]".utf8))
    for member in frame.foreignMembers {
      try write([UInt8(ascii: ",")] + JSONValue(.string(member.key)).utf8 + [UInt8(ascii: ":")])
      try write(member.value.utf8)
    }
    try write(Array("}\n".utf8))
  }

  /// Converts what is no feature collection, or one that is put together in some unusual way.
  private func convertWhole(
    _ path: String, write: ([UInt8]) throws(PlanError) -> Void
  ) throws(PlanError) {
    let collection = try Self.collection(at: path)
    guard isSound(collection), let lines = written(collection.features) else {
      throw try trouble(in: path)
    }
    try write(
      Array((#"{"type":"FeatureCollection""# + crsMember + #","features":["#).utf8) + lines
        + Array("\n]}\n".utf8))
  }

  private var crsMember: String {
    guard let crs else { return "" }
    let name = crs.code.map { code in
      "urn:ogc:def:crs:" + code.split(separator: ":").joined(separator: "::")
    }
    let text = JSONValue(.string(name ?? crs.wkt)).description
    return #","crs":{"type":"name","properties":{"name":"# + text + "}}"
  }

  private func converted(_ piece: [UInt8]) -> [UInt8]? {
    let source = SourceText(file: "", bytes: piece)
    guard let collection = try? GeoJSONReader.readSequence(source), isSound(collection) else {
      return nil
    }
    return written(collection.features)
  }

  private func isSound(_ collection: GeoJSONCollection) -> Bool {
    !collection.faults.contains { !$0.kind.isTolerable }
  }

  private func written(_ features: [GeoJSONFeature]) -> [UInt8]? {
    guard let transformer else { return GeoJSONWriter.list(features, decimals: decimals) }
    var features = features
    for index in features.indices {
      guard let geometry = features[index].geometry else { continue }
      let projected = try? geometry.mapRuns { run in
        try transformer.project(run).map { GeoPosition(longitude: $0.x, latitude: $0.y) }
      }
      guard let projected else { return nil }
      features[index].geometry = projected
    }
    return GeoJSONWriter.list(features, decimals: decimals)
  }

  /// What is wrong with a file: it is read whole to find out where.
  private func trouble(in path: String) throws(PlanError) -> PlanError {
    let collection = try Self.collection(at: path)
    if let fault = collection.faults.first(where: { !$0.kind.isTolerable }) {
      return PlanError(
        location: collection.location(of: fault), message: fault.message, help: fault.help)
    }
    for feature in collection.features {
      guard let geometry = feature.geometry, let transformer else { continue }
      do throws(ProjectionError) {
        _ = try transformer.project(geometry)
      } catch {
        return PlanError(
          location: collection.source.location(at: feature.geometryOffset ?? feature.offset),
          message: error.wording)
      }
    }
    return PlanError(message: Wording("'\(path)' cannot be converted", zh: "“\(path)”无法转换"))
  }

  private static func collection(at path: String) throws(PlanError) -> GeoJSONCollection {
    let source: SourceText
    do throws(SourceFileError) {
      source = try SourceFile.read(path, as: PlanFolder.displayPath(path))
    } catch {
      throw PlanError(message: error.wording)
    }
    do throws(JSONError) {
      return try GeoJSONReader.read(source)
    } catch {
      throw PlanError(location: error.location, message: error.message, help: error.help)
    }
  }
}
