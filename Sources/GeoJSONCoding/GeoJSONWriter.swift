public import MapGeometry

/// Writes GeoJSON in canonical form: the same features give the same bytes everywhere.
///
/// One feature a line, no spaces, members in the order `type`, `id`, `bbox`, `properties`, `geometry`
/// and then foreign members; coordinates without exponent, trailing zeros or `-0`; exterior rings
/// counter-clockwise and holes clockwise; LF and a final line break. Features and properties keep the
/// order they are given in.
public enum GeoJSONWriter {
  /// The decimals of coordinates in plan data.
  public static let dataDecimals = 8
  /// The decimals of coordinates in exports.
  public static let exportDecimals = 7

  /// A feature collection.
  ///
  /// - Parameters:
  ///   - decimals: The most decimals of a coordinate, 0 to 15.
  ///   - boundingBoxes: Whether the collection and each feature get a `bbox`, taken from the rounded
  ///     coordinates. It does not wrap at the antimeridian.
  ///   - foreignMembers: Further members of the collection, written before the features.
  public static func collection(
    _ features: some Collection<GeoJSONFeature>, decimals: Int = dataDecimals,
    boundingBoxes: Bool = false, foreignMembers: [JSONMember] = []
  ) -> [UInt8] {
    var output = CanonicalOutput(decimals: decimals, boundingBoxes: boundingBoxes)
    output.text(#"{"type":"FeatureCollection""#)
    if boundingBoxes { output.boundingBox(BoundingBox(features)) }
    output.foreign(foreignMembers)
    output.text(#","features":["#)
    output.list(features)
    output.text("\n]}\n")
    return output.bytes
  }

  /// Features as they stand between the brackets of a collection, each behind a line break.
  public static func list(
    _ features: some Collection<GeoJSONFeature>, decimals: Int = exportDecimals
  ) -> [UInt8] {
    var output = CanonicalOutput(decimals: decimals, boundingBoxes: false)
    output.list(features)
    return output.bytes
  }

  /// One feature without a line break.
  public static func feature(
    _ feature: GeoJSONFeature, decimals: Int = dataDecimals, boundingBoxes: Bool = false
  ) -> [UInt8] {
    var output = CanonicalOutput(decimals: decimals, boundingBoxes: boundingBoxes)
    output.feature(feature)
    return output.bytes
  }

  /// One geometry without a line break.
  public static func geometry(_ geometry: GeoGeometry, decimals: Int = dataDecimals) -> [UInt8] {
    var output = CanonicalOutput(decimals: decimals, boundingBoxes: false)
    output.geometry(geometry, extras: ExtraOrdinates(), foreign: [])
    return output.bytes
  }

  /// One feature a line without a collection around them, as newline-delimited GeoJSON has it.
  public static func sequence(
    _ features: some Collection<GeoJSONFeature>, decimals: Int = exportDecimals
  ) -> [UInt8] {
    var output = CanonicalOutput(decimals: decimals, boundingBoxes: false)
    for feature in features {
      output.feature(feature)
      output.text("\n")
    }
    return output.bytes
  }
}

extension JSONValue {
  /// The value as JSON without spaces, numbers as they were written.
  public var utf8: [UInt8] {
    var output = CanonicalOutput(decimals: 0, boundingBoxes: false)
    output.json(self)
    return output.bytes
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as JSON without spaces.
  public var description: String { String(decoding: utf8, as: UTF8.self) }
}
