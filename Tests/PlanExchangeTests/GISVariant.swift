import Foundation
import GeoJSONCoding
import PlanTestSupport

/// The text of a plan file as QGIS or OGR would have saved it.
struct GISVariant {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// The same features in another order; ids among the properties only, properties in another order
  /// with nulls for the columns of other features, numbers with all their decimals; `name` and `crs`.
  mutating func text(of file: String, named name: String) throws -> String {
    let json = try JSONParser.parse(SourceText(file: name, file))
    let features = json["features"]?.array ?? []
    let columns = Set(features.flatMap { $0["properties"]?.object?.map(\.key) ?? [] }).sorted()
    let lines = features.shuffled(using: &random).map { feature in
      let properties = columns.shuffled(using: &random).map { key in
        "\"\(key)\": \(value(feature["properties"]?[key], key: key))"
      }
      let geometry = feature["geometry"].map { number($0) } ?? "null"
      return """
        { "type": "Feature", "properties": { \(properties.joined(separator: ", ")) }, \
        "geometry": \(geometry) }
        """
    }
    return """
      {
      "type": "FeatureCollection",
      "name": "\(name)",
      "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:OGC:1.3:CRS84" } },
      "features": [
      \(lines.joined(separator: ",\n"))
      ]
      }

      """
  }

  private func value(_ json: JSONValue?, key: String) -> String {
    guard let json else { return "null" }
    if let flag = json.bool { return flag ? "1" : "0" }
    if let number = json.number { return String(format: "%.1f", number) }
    return json.description
  }

  /// Coordinates with fifteen decimals and the dirt that conversions leave in the last of them.
  private func number(_ json: JSONValue) -> String {
    switch json.kind {
    case .number(let number, _):
      // The same number gets the same dirt, so that rings stay closed.
      return String(format: "%.15f", number + Double(number.bitPattern % 21) * 1e-13 - 1e-12)
    case .array(let items):
      return "[ " + items.map { number($0) }.joined(separator: ", ") + " ]"
    case .object(let members):
      return "{ " + members.map { "\"\($0.key)\": \(number($0.value))" }.joined(separator: ", ")
        + " }"
    default: return json.description
    }
  }
}
