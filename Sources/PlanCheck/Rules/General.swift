extension RuleRegistry {
  /// Rules that hold of any map: geometry, areas, lines, networks, data.
  static let general: [any Rule.Type] = [
    ParseStructure.self, ValidPolygon.self, SimpleLine.self, NoDuplicateVertices.self,
    SinglePart.self, RingOrientation.self,
    PolygonNoOverlap.self, NoGaps.self, EdgeMatched.self, CoveredByLayer.self, Partition.self,
    UnnodedCrossing.self, NoDangles.self, Undershoot.self, InsideArea.self,
    RuleHealth.self,
  ]
}
