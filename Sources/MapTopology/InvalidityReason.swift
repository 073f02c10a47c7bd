public import MapGeometry

/// The first fault that makes a geometry invalid.
public struct InvalidityReason: Hashable, Sendable {
  /// What sort of fault.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case selfIntersection = "Self-intersection"
    case ringSelfIntersection = "Ring Self-intersection"
    case holeOutsideShell = "Hole lies outside shell"
    case nestedHoles = "Holes are nested"
    case nestedShells = "Nested shells"
    case disconnectedInterior = "Interior is disconnected"
    case duplicateRings = "Duplicate Rings"
    case tooFewPoints = "Too few points in geometry component"
    case invalidCoordinate = "Invalid Coordinate"
    case ringNotClosed = "Ring is not closed"
    case repeatedPoint = "Repeated Point"
    /// A fault that this version of gxq-map has no name for; see the text.
    case other = "Topology Validation Error"
  }

  /// What sort of fault.
  public let kind: Kind
  /// The fault in the words of GEOS, in English.
  public let text: String
  /// Where it is; `nil` when GEOS does not say.
  public let point: PlanePoint?
}
