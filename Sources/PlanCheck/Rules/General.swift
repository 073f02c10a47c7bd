extension RuleRegistry {
  /// Rules that hold of any map: geometry, areas, lines, networks, data.
  static let general: [any Rule.Type] =
    [
      ParseStructure.self, ValidPolygon.self, SimpleLine.self, NoDuplicateVertices.self,
      SinglePart.self, RingOrientation.self,
      PolygonNoOverlap.self, NoGaps.self, EdgeMatched.self, CoveredByLayer.self, Partition.self,
      UnnodedCrossing.self, NoDangles.self, Undershoot.self, InsideArea.self,
      Connected.self,
      Schema.self, UniqueIDs.self, References.self, FeatureCount.self, Extent.self,
      CoordinateSanity.self, FileHygiene.self, RuleHealth.self,
    ] + singleGeometry + attributes

  /// Rules on one geometry at a time, beside the structure, validity and orientation above.
  static let singleGeometry: [any Rule.Type] = [
    NoSelfOverlap.self, NoSelfContact.self, MinAngle.self, MinSegmentLength.self,
    MaxSegmentLength.self, MinSize.self, Sliver.self, NoHoles.self, AllowedGeometryType.self,
    ComplexityLimit.self, RedundantVertices.self, CoordinatePrecision.self,
  ]

  /// Rules on what features say of themselves.
  static let attributes: [any Rule.Type] = [
    Conditional.self, Totals.self, NameConsistency.self,
  ]

  /// More rules of how areas lie to each other, and of their size and width.
  static let moreAreas: [any Rule.Type] = [
    NarrowGap.self, NearCoincidentEdges.self, DuplicateGeometry.self, NoOverlapWith.self,
    CoveredByOne.self, CoverEachOther.self, NotInside.self, CorridorWidth.self, AreaLimits.self,
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
