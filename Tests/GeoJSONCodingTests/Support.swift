import GeoJSONCoding
import MapGeometry
import Messages
import PlanTestSupport

func read(_ text: String) throws -> GeoJSONCollection {
  try GeoJSONReader.read(SourceText(file: "t.geojson", text))
}

func parse(_ text: String) throws -> JSONValue {
  try JSONParser.parse(SourceText(file: "t.json", text))
}

/// The text of the error that parsing gives, without the file name.
func complaint(_ text: String) -> String {
  complaint(Array(text.utf8))
}

func complaint(_ bytes: [UInt8]) -> String {
  do {
    _ = try JSONParser.parse(SourceText(file: "t.json", bytes: bytes))
    return "parsed"
  } catch {
    if let flaw = flaw(error.message, error.help) { return flaw }
    return "\(error.location.line):\(error.location.column): \(error.message.english)"
  }
}

/// Each fault as `line:column kind message`.
func faults(_ text: String) throws -> [String] {
  let collection = try read(text)
  return collection.faults.map {
    let place = collection.location(of: $0)
    if let flaw = flaw($0.message, $0.help) { return flaw }
    return "\(place.line):\(place.column) \($0.kind.rawValue): \($0.message.english)"
  }
}

/// What is wrong with a message or its help in either language.
private func flaw(_ message: Wording, _ help: Wording?) -> String? {
  [message, help].lazy.compactMap { $0?.flaw }.first
}

/// A feature around a geometry, on one line.
func feature(_ geometry: String) -> String {
  #"{"type":"Feature","properties":{},"geometry":\#(geometry)}"#
}

func collection(_ features: String...) -> String {
  #"{"type":"FeatureCollection","features":[\#n"# + features.joined(separator: ",\n") + "\n]}\n"
}

func written(_ collection: GeoJSONCollection, decimals: Int = 8) -> String {
  String(
    decoding: GeoJSONWriter.collection(collection.features, decimals: decimals), as: UTF8.self)
}

func position(_ longitude: Double, _ latitude: Double) -> GeoPosition {
  GeoPosition(longitude: longitude, latitude: latitude)
}
