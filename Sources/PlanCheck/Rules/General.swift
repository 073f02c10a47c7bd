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

  /// Rules of networks beyond being connected.
  static let networks: [any Rule.Type] = [
    ReachableFrom.self, AllServed.self, EndsAtSink.self, AcyclicOrLooped.self,
    ArcNodeIntegrity.self, DegreeLimits.self, AttributeContinuity.self,
    SinglePointOfFailure.self, NoPassOver.self, MetricThresholds.self,
  ]

  /// Rules of works in time.
  static let works: [any Rule.Type] = [
    SpaceTimeConflict.self, Moratorium.self, WorkDependency.self, CorridorCapacity.self,
    OffNetwork.self, IntervalSanity.self,
  ]
}
