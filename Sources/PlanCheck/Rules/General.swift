extension RuleRegistry {
  /// Rules that hold of any map: geometry, areas, lines, networks, data.
  static let general: [any Rule.Type] = [
    ParseStructure.self, ValidPolygon.self, SimpleLine.self, NoDuplicateVertices.self,
    SinglePart.self, RingOrientation.self,
    RuleHealth.self,
  ]
}
