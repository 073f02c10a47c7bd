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
  public typealias Member = PlanLines.Line

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

  /// Where the lines meet.
  let places: LinePlaces

  /// Joins the lines of features; lakes and other areas take part with their outlines.
  ///
  /// - Parameter tolerance: How near is the same place, in metres.
  public init(_ features: [PlanFeature], tolerance: Double) {
    self.init(LinePlaces(of: PlanLines(features), tolerance: tolerance))
  }

  /// Joins lines where they meet.
  public init(_ places: LinePlaces) {
    let (nodes, links) = NetworkCutter(places).cut()
    self.init(places, nodes: nodes, links: links)
  }

  init(_ places: LinePlaces, nodes: [Node], links: [Link]) {
    members = places.lines.all
    tolerance = places.tolerance
    self.places = places
    self.nodes = nodes
    self.links = links
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
