public import DistrictPlan
public import MapGeometry

/// The lines of features and the outlines of areas among them, one by one.
///
/// Taken apart once for all who ask what meets what: where the lines end and what is near are known of it.
public final class PlanLines: Sendable {
  /// A line and the feature it belongs to.
  public struct Line: Sendable {
    /// The feature.
    public let feature: PlanFeature
    /// The line, or the closed outline of an area.
    public let line: MapGeometry.Line<PlanePoint>
    /// The line with points added so that its edges stay straight in longitude and latitude; `nil` where none is
    /// needed.
    private let dense: MapGeometry.Line<PlanePoint>?
    /// The place of the line's first vertex among all vertices of the feature.
    public let firstVertex: Int
    /// The polygon whose outline the line is, counted over all features; `nil` for a line of its own.
    public let polygon: Int?
    /// How high it runs: 0 on the ground, more on bridges, less in tunnels.
    public let level: Double

    init(
      of feature: PlanFeature, _ line: MapGeometry.Line<PlanePoint>,
      course: MapGeometry.Line<PlanePoint>, firstVertex: Int, polygon: Int?, level: Double
    ) {
      self.feature = feature
      self.line = line
      // Mostly the two are one array, which tells at once that they are equal.
      dense = course == line ? nil : course
      self.firstVertex = firstVertex
      self.polygon = polygon
      self.level = level
    }

    /// Whether the line is an outline and so has no ends.
    public var isClosed: Bool { polygon != nil }
    /// The line as it runs on the plane, its edges straight in longitude and latitude.
    package var course: MapGeometry.Line<PlanePoint> { dense ?? line }
    /// Whether every point of the course is a vertex.
    package var isPlain: Bool { dense == nil }
  }

  /// The lines, feature by feature.
  public let all: [Line]
  /// Where the lines end.
  package let ends: EndPoints
  let runs: LineRuns

  /// Takes features apart.
  public init(_ features: [PlanFeature]) {
    var all: [Line] = []
    var polygons = 0
    all.reserveCapacity(features.count)
    for feature in features {
      guard let plane = feature.plane else { continue }
      let dense = feature.densePlane ?? plane
      let level = feature.attribute(.level)?.number ?? 0
      if case .line(let line) = plane, case .line(let course) = dense {
        all.append(
          Line(of: feature, line, course: course, firstVertex: 0, polygon: nil, level: level))
        continue
      }
      for (run, course) in zip(plane.vertexRuns, dense.vertexRuns) where run.points.count > 1 {
        if run.isRing, run.ring == 0 { polygons += 1 }
        all.append(
          Line(
            of: feature, MapGeometry.Line(unchecked: run.points),
            course: MapGeometry.Line(unchecked: course.points), firstVertex: run.first,
            polygon: run.isRing ? polygons - 1 : nil, level: level))
      }
    }
    self.all = all
    ends = EndPoints(of: all)
    runs = LineRuns(of: all)
  }
}
