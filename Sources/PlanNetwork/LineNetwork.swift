public import DistrictPlan
public import MapGeometry

/// A graph of lines that meet at shared vertices: roads, or watercourses with the lakes they pass.
///
/// A node is a vertex that two lines share, or where a line ends. An end that touches another line
/// between two vertices, within the tolerance, counts as meeting it (a T-junction is no dead end).
/// Two lines that cross without a shared vertex do not meet, nor do two of different `level` that
/// both pass the vertex they share: a bridge is no crossing. A line that ends there meets what
/// passes at its own level, or else at the nearest.
public struct LineNetwork: Sendable {
  /// A line of the network and the feature it belongs to.
  public struct Member: Sendable {
    /// The feature.
    public let feature: PlanFeature
    /// The line, or the closed outline of a lake.
    public let line: Line<PlanePoint>
    /// The line with points added so that its edges stay straight in longitude and latitude.
    let course: Line<PlanePoint>
    /// The place of the line's first vertex among all vertices of the feature.
    public let firstVertex: Int
    /// The polygon whose outline the line is, counted over the network; `nil` for a line of its
    /// own.
    public let polygon: Int?
    /// How high it runs: 0 on the ground, more on bridges, less in tunnels.
    public let level: Double

    /// Whether the line is an outline and so has no ends.
    public var isClosed: Bool { polygon != nil }
  }

  /// A place where lines meet or end.
  public struct Node: Sendable {
    /// Where it is.
    public let point: PlanePoint
    /// How many links end here.
    public internal(set) var degree = 0
    /// The members that pass or end here, each once, in order.
    public internal(set) var members: ArraySlice<Int> = []
  }

  /// A stretch of a member between two nodes.
  public struct Link: Hashable, Sendable {
    /// The node where it starts, in digitising order.
    public let start: Int
    /// The node where it ends.
    public let end: Int
    /// The member it belongs to.
    public let member: Int
    /// How far along the member it starts, in metres; it may run over the first vertex of an
    /// outline.
    let from: Double
    /// Its length in metres.
    public let length: Double
  }

  /// A line's end that meets nothing.
  public struct DeadEnd: Sendable {
    /// The member that ends.
    public let member: Int
    /// Whether it is the last vertex, rather than the first.
    public let isAtEnd: Bool
    /// The node.
    public let node: Int
  }

  /// The lines.
  public let members: [Member]
  /// The nodes, in order of first use.
  public let nodes: [Node]
  /// The links, in order of members.
  public let links: [Link]
  /// How near is the same place, in metres.
  public let tolerance: Double

  /// Joins the lines of features; lakes and other areas take part with their outlines.
  ///
  /// - Parameter tolerance: How near is the same place, in metres.
  public init(_ features: [PlanFeature], tolerance: Double) {
    var members: [Member] = []
    var polygons = 0
    members.reserveCapacity(features.count)
    for feature in features {
      guard let plane = feature.plane else { continue }
      let dense = feature.densePlane ?? plane
      let level = feature.attribute(.level)?.number ?? 0
      if case .line(let line) = plane, case .line(let course) = dense {
        members.append(
          Member(
            feature: feature, line: line, course: course, firstVertex: 0, polygon: nil,
            level: level))
        continue
      }
      var vertex = 0
      for (line, course) in zip(plane.lines, dense.lines) {
        members.append(
          Member(
            feature: feature, line: line, course: course, firstVertex: vertex, polygon: nil,
            level: level))
        vertex += line.points.count
      }
      for (polygon, densePolygon) in zip(plane.polygons, dense.polygons) {
        for (ring, denseRing) in zip(polygon.rings, densePolygon.rings) {
          guard let line = try? Line(ring.points), let course = try? Line(denseRing.points) else {
            continue
          }
          members.append(
            Member(
              feature: feature, line: line, course: course, firstVertex: vertex,
              polygon: polygons, level: level))
          vertex += ring.points.count
        }
        polygons += 1
      }
    }
    var builder = NetworkBuilder(members: members, tolerance: max(tolerance, 1e-6))
    (nodes, links) = builder.build()
    self.members = members
    self.tolerance = tolerance
  }

  init(members: [Member], nodes: [Node], links: [Link], tolerance: Double) {
    self.members = members
    self.nodes = nodes
    self.links = links
    self.tolerance = tolerance
  }

  /// The ends that meet nothing, in order of members.
  public var deadEnds: [DeadEnd] {
    var result: [DeadEnd] = []
    for (index, node) in nodes.enumerated() where node.degree == 1 {
      guard let member = node.members.first, !members[member].isClosed else { continue }
      let isAtEnd = members[member].line.end.distance(to: node.point) <= max(tolerance, 1e-6)
      result.append(DeadEnd(member: member, isAtEnd: isAtEnd, node: index))
    }
    return result.sorted { ($0.member, $0.isAtEnd ? 1 : 0) < ($1.member, $1.isAtEnd ? 1 : 0) }
  }

  /// Nodes where three or more links meet.
  public var junctions: [Node] { nodes.filter { $0.degree >= 3 } }

  /// The node at a point, within the tolerance.
  public func node(at point: PlanePoint) -> Int? {
    nodes.firstIndex { $0.point.distance(to: point) <= max(tolerance, 1e-6) }
  }
}
