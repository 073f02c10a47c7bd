internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// The areas among some features, with an index of where they lie.
struct AreaSet: Sendable {
  /// The features that have an area, in order.
  let features: [PlanFeature]
  /// Their shapes, valid or repaired.
  let shapes: [UsableShape]
  /// The boxes of the shapes.
  let index: BoxIndex
  /// What tells the set from others.
  let key: [ObjectIdentifier]

  init(_ features: [PlanFeature], _ context: CheckContext) {
    context.judge(features)
    var (areas, shapes): ([PlanFeature], [UsableShape]) = ([], [])
    areas.reserveCapacity(features.count)
    shapes.reserveCapacity(features.count)
    for feature in features {
      guard let shape = context.judgedShape(of: feature), shape.geometry.hasArea else { continue }
      areas.append(feature)
      shapes.append(shape)
    }
    self.features = areas
    self.shapes = shapes
    index = BoxIndex(shapes.map(\.geometry.bounds))
    key = areas.map { ObjectIdentifier($0) }
  }

  /// The outlines of the areas, in order.
  var outlines: [AreaOutline] { shapes.map { AreaOutline($0.geometry) } }

  /// The places of the areas that come within a distance of a point.
  func places(near point: PlanePoint, within reach: Double) -> [Int] {
    index.query(Bounds(point, point), margin: reach)
      .filter { shapes[$0].geometry.distance(to: point) <= reach }
  }

  /// The places of the areas that come within a distance of a shape.
  func places(
    near shape: PlaneGeometry, within reach: Double, _ topology: Topology
  ) throws -> [Int] {
    guard let box = shape.bounds else { return [] }
    return try index.query(box, margin: reach).filter {
      try topology.distance(shape, shapes[$0].geometry).map { $0 <= reach } ?? false
    }
  }
}

extension CheckContext {
  /// The areas among some features, made once for each set.
  func areas(of features: [PlanFeature]) -> AreaSet {
    let key = features.map { ObjectIdentifier($0) }
    if let known = areaSets[key] { return known }
    let areas = AreaSet(features, self)
    areaSets[key] = areas
    return areas
  }

  /// Which areas of a set may share ground, found once for each set.
  func contacts(among areas: AreaSet) -> AreaContacts {
    let key = areas.key
    if let known = areaContacts[key] { return known }
    let contacts = AreaContacts(among: areas.shapes.map(\.geometry), index: areas.index)
    areaContacts[key] = contacts
    return contacts
  }

  /// Whether features have areas, of which no two can share ground; `false` says nothing.
  func lieSurelyApart(_ features: [PlanFeature]) -> Bool {
    let areas = areas(of: features)
    return !areas.shapes.isEmpty && contacts(among: areas).unclear.isEmpty
  }
}
