internal import MapProjection
internal import MapTopology
public import DistrictPlan
public import MapGeometry
public import PlanFindings

extension CheckContext {
  /// A place for a finding, from a shape on the plane.
  ///
  /// The anchor lies inside an area, or on a line; `nil` when the shape cannot be unprojected.
  public func place(_ geometry: PlaneGeometry) -> Place? {
    guard let geo = try? plan.transformer.unproject(geometry) else { return nil }
    let inside: PlanePoint?
    if let point = geometry.points.first {
      inside = point
    } else if geometry.polygons.isEmpty {
      inside = geometry.lines.max { $0.length < $1.length }.map { $0.point(at: $0.length / 2) }
    } else {
      inside = (try? topology.pointOnSurface(of: geometry)).flatMap { $0 }
    }
    guard let inside, let anchor = try? plan.transformer.unproject([inside]).first else {
      return nil
    }
    return Place(geometry: geo, anchor: anchor)
  }

  /// A place for a finding at a point on the plane.
  public func place(at point: PlanePoint) -> Place? { place(.point(point)) }

  /// The whole of a feature as the place of a finding.
  public func place(of feature: PlanFeature) -> Place? { feature.plane.flatMap { place($0) } }
}

extension PlanFeature {
  /// The feature as a party of a finding.
  public var party: Finding.Party {
    Finding.Party(id: id, name: name, location: location)
  }

  /// The feature as a party of a finding, at one of its vertices.
  public func party(atVertex index: Int) -> Finding.Party {
    Finding.Party(id: id, name: name, location: location(ofVertex: index))
  }

  /// The feature in a sentence: its kind and its name.
  public var phrase: Wording {
    Wording("\(kind.title.english) '\(displayName)'", zh: "\(kind.title.chinese)“\(displayName)”")
  }
}

extension Claim {
  /// The claim as a party of a finding.
  public var party: Finding.Party {
    Finding.Party(id: id, name: statement, location: location)
  }
}
