extension RuleRegistry {
  /// Rules that hold of any map.
  static let general: [any Rule.Type] =
    geometries + areas + lines + points + networks + works + data

  /// One geometry at a time.
  static let geometries: [any Rule.Type] = [
    ParseStructure.self, ValidPolygon.self, SimpleLine.self, NoSelfOverlap.self,
    NoDuplicateVertices.self, NoSelfContact.self, MinAngle.self, MinSegmentLength.self,
    MaxSegmentLength.self, MinSize.self, Sliver.self, NoHoles.self, SinglePart.self,
    AllowedGeometryType.self, RingOrientation.self, ComplexityLimit.self, RedundantVertices.self,
    CoordinatePrecision.self,
  ]

  /// Areas of one layer, and areas against other layers.
  static let areas: [any Rule.Type] = [
    PolygonNoOverlap.self, NoGaps.self, NarrowGap.self, EdgeMatched.self,
    NearCoincidentEdges.self, DuplicateGeometry.self, NoOverlapWith.self, CoveredByLayer.self,
    CoveredByOne.self, CoverEachOther.self, BoundaryCoveredByLines.self,
    BoundaryCoveredByBoundary.self, ContainsPoint.self, ContainsOnePoint.self,
    ContainsCount.self, Partition.self, NestedLevels.self, NotInside.self, MinDistance.self,
    MaxDistance.self, Adjacency.self, CorridorWidth.self, AreaLimits.self,
  ]

  /// Lines.
  static let lines: [any Rule.Type] = [
    LineNoOverlap.self, LineNoOverlapWith.self, NoIntersect.self, NoIntersectWith.self,
    NoInteriorTouch.self, NoInteriorTouchWith.self, UnnodedCrossing.self, NoDangles.self,
    Undershoot.self, Overshoot.self, NodeSeparation.self, NodeToSegmentSeparation.self,
    NoPseudoNodes.self, CoveredByLines.self, LineCoveredByBoundary.self, InsideArea.self,
    EndpointCoveredBy.self, NoLoops.self, LineDirection.self, CrossesBoundary.self,
  ]

  /// Points.
  static let points: [any Rule.Type] = [
    PointsDisjoint.self, PointCoincides.self, PointOnBoundary.self, PointProperlyInside.self,
    PointOnLine.self, PointOnEndpoint.self, PointOutside.self,
  ]

  /// Networks of roads, water and pipes.
  static let networks: [any Rule.Type] = [
    Connected.self, ReachableFrom.self, AllServed.self, EndsAtSink.self, AcyclicOrLooped.self,
    ArcNodeIntegrity.self, DegreeLimits.self, AttributeContinuity.self,
    SinglePointOfFailure.self, NoPassOver.self, MetricThresholds.self,
  ]

  /// Works in time.
  static let works: [any Rule.Type] = [
    SpaceTimeConflict.self, Moratorium.self, WorkDependency.self, CorridorCapacity.self,
    OffNetwork.self, IntervalSanity.self,
  ]

  /// What features and files say.
  static let data: [any Rule.Type] = [
    Schema.self, UniqueIDs.self, References.self, Conditional.self, FeatureCount.self,
    Totals.self, Extent.self, CoordinateSanity.self, NameConsistency.self, FileHygiene.self,
    RuleHealth.self,
  ]
}
