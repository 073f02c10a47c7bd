internal import ArgumentParser
internal import DistrictPlan
internal import Foundation
internal import GeoJSONCoding
internal import MapGeometry
internal import MapStyle
internal import Messages

/// On which feature an expression is evaluated, and at which zoom.
struct StyleFeatureOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A feature of a GeoJSON file; behind '#' its id, where there are several.",
      valueName: "file#id"))
  var feature: String?

  @Option(name: .long, help: ArgumentHelp("Properties of a feature, as JSON.", valueName: "json"))
  var properties: String?

  @Option(
    name: .long, help: ArgumentHelp("A GeoJSON geometry of the feature.", valueName: "json"))
  var geometry: String?

  @Option(name: .long, help: ArgumentHelp("The zoom.", valueName: "number"))
  var zoom: Double?

  @Option(
    name: .long,
    help: ArgumentHelp("A map scale that stands for the zoom, such as 1:25000.", valueName: "1:n"))
  var scale: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where the scale holds, in degrees; else the middle of the feature.", valueName: "degrees"))
  var latitude: Double?

  /// A feature, if there is one, and a zoom, if there is one.
  struct Place {
    var feature: StyleFeature?
    var zoom: Double?
  }

  /// Reads the feature and works out the zoom.
  func read(_ language: Language) throws -> Place {
    if feature != nil, properties != nil || geometry != nil {
      throw UsageError(
        Wording(
          "--feature and --properties or --geometry are two features",
          zh: "--feature 与 --properties、--geometry 只能选一"))
    }
    if zoom != nil, scale != nil {
      throw UsageError(Wording("--zoom and --scale are two zooms", zh: "--zoom 与 --scale 只能选一"))
    }
    let found = try feature.map { try Self.feature(in: $0) } ?? own()
    var place = Place(feature: found.map(StyleFeature.init), zoom: zoom)
    if let scale { place.zoom = try zoom(of: scale, for: found?.geometry, language) }
    return place
  }

  private func zoom(
    of scale: String, for geometry: GeoGeometry?, _ language: Language
  ) throws(UsageError) -> Double {
    let digits = scale.hasPrefix("1:") ? scale.dropFirst(2) : scale[...]
    guard let denominator = Double(digits), denominator.isFinite, denominator > 0 else {
      throw UsageError(
        Wording("'\(scale)' is no scale", zh: "“\(scale)”不是比例尺"),
        help: Wording("write it as 1:25000", zh: "写作 1:25000"))
    }
    if let latitude, !(abs(latitude) < 90) {
      throw UsageError(
        Wording(
          "latitude \(latitude) is not between -90 and 90", zh: "纬度 \(latitude) 不在 -90 与 90 之间"))
    }
    let box = geometry.flatMap { Bounds($0.positions) }
    let middle = box.map { ($0.minimum.latitude + $0.maximum.latitude) / 2 }
    if latitude == nil, middle == nil {
      Terminal.note(
        language == .chinese
          ? "gxq-map: 没有要素位置，比例尺按赤道计算；可用 --latitude 指定"
          : "gxq-map: the scale is taken at the equator; --latitude says where else")
    }
    return MapScale.zoom(denominator: denominator, latitude: latitude ?? middle ?? 0)
  }

  /// The feature that `--properties` and `--geometry` make.
  private func own() throws(PlanError) -> GeoJSONFeature? {
    guard properties != nil || geometry != nil else { return nil }
    let (members, shape) = (properties ?? "{}", geometry ?? "null")
    for (text, name) in [(members, "--properties"), (shape, "--geometry")] {
      let source = SourceText(file: name, text)
      let json: JSONValue
      do throws(JSONError) {
        json = try JSONParser.parse(source)
      } catch {
        throw PlanError(location: error.location, message: error.message, help: error.help)
      }
      guard name == "--geometry" || json.object != nil else {
        throw PlanError(
          location: source.location(at: json.offset), message: .mistyped(json, needed: .anObject))
      }
    }
    let text = #"{"type":"Feature","properties":\#(members),"geometry":\#(shape)}"#
    return try Self.features(in: SourceText(file: "--geometry", text)).first
  }

  private static func features(in source: SourceText) throws(PlanError) -> [GeoJSONFeature] {
    let collection: GeoJSONCollection
    do throws(JSONError) {
      collection = try GeoJSONReader.read(source)
    } catch {
      throw PlanError(location: error.location, message: error.message, help: error.help)
    }
    if let fault = collection.faults.first(where: { !$0.kind.isTolerable }) {
      throw PlanError(
        location: collection.location(of: fault), message: fault.message, help: fault.help)
    }
    return collection.features
  }

  /// The feature that `FILE#ID` names.
  private static func feature(in argument: String) throws(PlanError) -> GeoJSONFeature? {
    let isFile = FileManager.default.fileExists(atPath: argument)
    let mark = isFile ? nil : argument.lastIndex(of: "#")
    let path = mark.map { String(argument[..<$0]) } ?? argument
    let id = mark.map { String(argument[argument.index(after: $0)...]) }
    let source: SourceText
    do throws(SourceFileError) {
      source = try SourceFile.read(path)
    } catch {
      throw PlanError(message: error.wording)
    }
    let features = try features(in: source)
    let known = features.compactMap { $0.identifier?.text }
    guard let id else {
      guard features.count != 1 else { return features[0] }
      let example = known.first ?? "ID"
      throw PlanError(
        message: Wording(
          "'\(path)' has \(features.count) features", zh: "“\(path)”有 \(features.count) 个要素"),
        help: features.isEmpty
          ? nil : Wording("name one, as in '\(path)#\(example)'", zh: "指定其一，例如“\(path)#\(example)”")
      )
    }
    guard let found = features.first(where: { $0.identifier?.text == id }) else {
      let question = Suggestion.question(for: id, in: known)
      throw PlanError(
        message: Wording(
          "'\(path)' has no feature '\(id)'\(question.english)",
          zh: "“\(path)”中没有要素“\(id)”\(question.chinese)"))
    }
    return found
  }
}

extension StyleFeature {
  /// Creates what a style may ask of a feature of a file.
  fileprivate init(_ feature: GeoJSONFeature) {
    let id = feature.identifier.map { StyleValue($0.value) }
    self.init(
      geometryType: feature.geometryTypeName ?? "Unknown", id: id ?? .null,
      properties: feature.properties.reduce(into: [:]) { properties, member in
        properties[member.key] = StyleValue(member.value)
      }, geometry: feature.geometry)
  }
}
