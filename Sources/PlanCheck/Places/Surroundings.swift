internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// Many features, ready to be asked which is nearest.
struct Surroundings {
  let features: [PlanFeature]
  /// What of each feature takes part; `nil` where it has nothing of the kind.
  let shapes: [ShapeIndex?]
  /// Whether a feature takes part as a repaired copy.
  let isRepaired: [Bool]
  /// The boxes of the shapes.
  let index: BoxIndex

  init(_ features: [PlanFeature], as aspect: ShapeAspect, _ context: CheckContext) {
    self.features = features
    let usable = features.map { context.anyShape(of: $0) }
    shapes = usable.map { $0.flatMap { ShapeIndex($0.geometry, as: aspect) } }
    isRepaired = usable.map { $0?.isRepaired ?? false }
    index = BoxIndex(shapes.map { $0?.bounds })
  }

  /// A feature and the way to it.
  struct Neighbour {
    let feature: PlanFeature
    let link: Link
    let isRepaired: Bool
  }

  /// The feature nearest to a point, but for one; the first in order of those equally near.
  func nearest(
    to point: PlanePoint, except id: String, within limit: Double = .infinity
  ) -> Neighbour? {
    nearest(to: Bounds(point, point), except: id, within: limit) { shape, reach in
      shape.link(from: point, within: reach)
    }
  }

  /// The feature nearest to a shape, but for one; the first in order of those equally near.
  func nearest(
    to shape: ShapeIndex, except id: String, within limit: Double = .infinity
  ) -> Neighbour? {
    nearest(to: shape.bounds, except: id, within: limit) { other, reach in
      shape.link(to: other, within: reach)
    }
  }

  private func nearest(
    to bounds: Bounds<PlanePoint>, except id: String, within limit: Double,
    _ link: (ShapeIndex, Double) -> Link?
  ) -> Neighbour? {
    var ways: [Int: Link] = [:]
    let found = index.nearest(to: bounds, within: limit) { item, reach in
      guard features[item].id != id, let way = shapes[item].flatMap({ link($0, reach) }) else {
        return nil
      }
      ways[item] = way
      return way.distance
    }
    guard let found, let way = ways[found.item] else { return nil }
    return Neighbour(
      feature: features[found.item], link: way, isRepaired: isRepaired[found.item])
  }

  /// Where a point lies with regard to each area that it touches, in order.
  func areas(
    at point: PlanePoint, except id: String, tolerance: Double
  ) -> [(place: Int, location: ShapeIndex.Location)] {
    index.query(Bounds(point, point), margin: tolerance).compactMap { place in
      guard features[place].id != id,
        let location = shapes[place]?.location(of: point, tolerance: tolerance),
        location != .outside
      else { return nil }
      return (place, location)
    }
  }
}

extension CheckContext {
  /// The shape of a feature, valid where it can be.
  ///
  /// An area without extent has no valid copy; it takes part as it is, so that nothing is left out.
  func anyShape(of feature: PlanFeature) -> UsableShape? {
    shape(of: feature)
      ?? feature.densePlane.map { UsableShape(geometry: $0, isRepaired: true) }
  }
}

extension RuleTask {
  /// How near points are the same place: not less than what rounding makes of equal positions.
  var pointReach: Double { max(quantity("tolerance"), 0.000_001) }

  /// How near an edge is on it: between its vertices an edge is known to half a millimetre.
  var edgeReach: Double { max(quantity("tolerance"), 0.0006) }
}
