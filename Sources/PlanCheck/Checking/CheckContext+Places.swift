internal import MapProjection
internal import MapTopology
public import DistrictPlan
public import MapGeometry
public import Messages
public import PlanFindings

extension CheckContext {
  /// A place for a finding, from a shape on the plane.
  ///
  /// The anchor lies inside an area, or on a line; `nil` when the shape cannot be unprojected.
  public func place(_ geometry: PlaneGeometry) -> Place? {
    guard let geo = try? plan.transformer.unproject(geometry),
      let rounded = try? geo.mapRuns({ $0.map(rounded) }), let inside = anchor(of: geometry),
      let anchor = try? plan.transformer.unproject([inside]).first
    else { return nil }
    return Place(geometry: rounded, anchor: self.rounded(anchor))
  }

  /// A point in an area, on a line, or the first of points.
  func anchor(of geometry: PlaneGeometry) -> PlanePoint? {
    if let point = geometry.points.first { return point }
    guard geometry.polygons.isEmpty else {
      return (try? topology.pointOnSurface(of: geometry)).flatMap { $0 }
    }
    return geometry.lines.max { $0.length < $1.length }.map { $0.point(at: $0.length / 2) }
  }

  /// The position of a point on the plane with the decimals that the files of the plan carry.
  func filePosition(of point: PlanePoint) -> GeoPosition? {
    (try? plan.transformer.unproject([point]).first)
      .map { rounded($0, decimals: plan.manifest.precision) }
  }

  /// A position with one decimal more than the files of the plan carry.
  private func rounded(_ position: GeoPosition) -> GeoPosition {
    rounded(position, decimals: plan.manifest.precision + 1)
  }

  private func rounded(_ position: GeoPosition, decimals: Int) -> GeoPosition {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return GeoPosition(
      longitude: (position.longitude * scale).rounded() / scale,
      latitude: (position.latitude * scale).rounded() / scale)
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
    Finding.Party(
      id: id, name: name, location: location(ofVertex: index),
      vertex: plane?.path(ofVertex: index).map {
        Finding.VertexPath(part: $0.part, ring: $0.ring, vertex: $0.vertex)
      })
  }

  /// The feature as a party of a finding, at the vertex nearest to a point.
  func party(near point: PlanePoint?) -> Finding.Party {
    guard let point, let vertices = plane?.positions,
      let nearest = vertices.indices.min(by: {
        vertices[$0].distance(to: point) < vertices[$1].distance(to: point)
      })
    else { return party }
    return party(atVertex: nearest)
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
