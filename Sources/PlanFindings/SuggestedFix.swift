public import MapGeometry
public import Messages

/// A change of the files that would mend a finding, small and safe enough to be made by a program.
public struct SuggestedFix: Hashable, Sendable {
  /// What the change does.
  public let title: Wording
  /// The edits, all of which belong together.
  public let edits: [VertexEdit]
  /// What the edits change in the files; empty until somebody has looked it up there.
  public var replacements: [FileReplacement]

  /// Creates a fix.
  public init(_ title: Wording, edits: [VertexEdit], replacements: [FileReplacement] = []) {
    self.title = title
    self.edits = edits
    self.replacements = replacements
  }
}

/// One edit of one vertex or ring.
///
/// Vertices are counted through the whole geometry as the file writes it, from 0; the last position of
/// a ring counts too.
public enum VertexEdit: Hashable, Sendable {
  /// Moves a vertex.
  case move(feature: String, vertex: Int, to: GeoPosition)
  /// Inserts a vertex after another.
  case insert(feature: String, after: Int, at: GeoPosition)
  /// Removes a vertex.
  case remove(feature: String, vertex: Int)
  /// Writes a ring in the opposite direction, from its first to its last vertex.
  case reverse(feature: String, first: Int, last: Int)

  /// The id of the feature that changes.
  public var feature: String {
    switch self {
    case .move(let feature, _, _), .insert(let feature, _, _), .remove(let feature, _),
      .reverse(let feature, _, _):
      feature
    }
  }
}
