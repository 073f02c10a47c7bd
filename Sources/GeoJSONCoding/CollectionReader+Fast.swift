struct CoordinateScratch {}
extension CollectionReader {
  mutating func fastFeature() throws(SyntaxError) -> GeoJSONFeature? { nil }
}
