extension RuleRegistry {
  /// Rules that hold of any map: geometry, areas, lines, networks, data.
  static let general: [any Rule.Type] = [
    ParseStructure.self, ValidPolygon.self, SimpleLine.self, NoDuplicateVertices.self,
    SinglePart.self, RingOrientation.self,
    PolygonNoOverlap.self, NoGaps.self, EdgeMatched.self, CoveredByLayer.self, Partition.self,
    UnnodedCrossing.self, NoDangles.self, Undershoot.self, InsideArea.self,
    Connected.self,
    Schema.self, UniqueIDs.self, References.self, FeatureCount.self, Extent.self,
    CoordinateSanity.self, FileHygiene.self, RuleHealth.self,
  ]

  /// More rules of how areas lie to each other, and of their size and width.
  static let moreAreas: [any Rule.Type] = [
    NarrowGap.self, NearCoincidentEdges.self, DuplicateGeometry.self, NoOverlapWith.self,
    CoveredByOne.self, CoverEachOther.self, NotInside.self, CorridorWidth.self, AreaLimits.self,
  ]
}
