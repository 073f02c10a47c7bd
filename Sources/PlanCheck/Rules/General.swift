extension RuleRegistry {
  /// Rules that hold of any map: geometry, areas, lines, networks, data.
  static let general: [any Rule.Type] =
    [
      ParseStructure.self, ValidPolygon.self, SimpleLine.self, NoDuplicateVertices.self,
      SinglePart.self, RingOrientation.self,
      PolygonNoOverlap.self, NoGaps.self, EdgeMatched.self, CoveredByLayer.self, Partition.self,
      Connected.self,
      Schema.self, UniqueIDs.self, References.self, FeatureCount.self, Extent.self,
      CoordinateSanity.self, FileHygiene.self, RuleHealth.self,
    ] + lines

  /// Rules about lines.
  private static let lines: [any Rule.Type] = [
    LineNoOverlap.self, LineNoOverlapWith.self, NoIntersect.self, NoIntersectWith.self,
    NoInteriorTouch.self, NoInteriorTouchWith.self, UnnodedCrossing.self, NoDangles.self,
    Undershoot.self, Overshoot.self, NodeSeparation.self, NodeToSegmentSeparation.self,
    NoPseudoNodes.self, CoveredByLines.self, LineCoveredByBoundary.self, InsideArea.self,
    EndpointCoveredBy.self, NoLoops.self, LineDirection.self, CrossesBoundary.self,
  ]
}
