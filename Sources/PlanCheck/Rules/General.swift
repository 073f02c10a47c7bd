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

extension RuleRegistry {
  /// Rules on what lies where: in an area, along its boundary, near something, at a point.
  static let places: [any Rule.Type] = [
    BoundaryCoveredByLines.self, BoundaryCoveredByBoundary.self, ContainsPoint.self,
    ContainsOnePoint.self, ContainsCount.self, NestedLevels.self, MinDistance.self,
    MaxDistance.self, Adjacency.self,
    PointsDisjoint.self, PointCoincides.self, PointOnBoundary.self, PointProperlyInside.self,
    PointOnLine.self, PointOnEndpoint.self, PointOutside.self,
  ]
}
