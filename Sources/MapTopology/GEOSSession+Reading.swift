import CGEOS
import MapGeometry

// GEOS geometries to Swift values.

extension GEOSSession {
  /// The geometry as a value; `nil` when it is empty.
  ///
  /// Empty parts are left out, a collection of one part is that part, exterior rings turn
  /// counter-clockwise and holes clockwise (RFC 7946 3.1.6).
  func geometry(at pointer: OpaquePointer) throws(TopologyError) -> PlaneGeometry? {
    guard try !answer(GEOSisEmpty_r(context, pointer), from: "is empty") else { return nil }
    switch type(of: pointer) {
    case GEOS_POINT: return .point(try points(of: pointer)[0])
    case GEOS_LINESTRING, GEOS_LINEARRING: return .line(try line(at: pointer))
    case GEOS_POLYGON: return .polygon(try polygon(at: pointer))
    default: return try collection(at: pointer)
    }
  }

  /// The polygon at the pointer, which is not empty.
  func polygon(at pointer: OpaquePointer) throws(TopologyError) -> Polygon<PlanePoint> {
    guard let shell = GEOSGetExteriorRing_r(context, pointer) else {
      throw failure(of: "exterior ring")
    }
    var holes: [Ring<PlanePoint>] = []
    for index in 0..<max(0, GEOSGetNumInteriorRings_r(context, pointer)) {
      guard let hole = GEOSGetInteriorRingN_r(context, pointer, index) else {
        throw failure(of: "interior ring")
      }
      let ring = try ring(at: hole)
      holes.append(ring.isCounterClockwise ? ring.reversed : ring)
    }
    let exterior = try ring(at: shell)
    return Polygon(
      exterior: exterior.isCounterClockwise ? exterior : exterior.reversed, holes: holes)
  }

  /// The line at the pointer, which is not empty.
  func line(at pointer: OpaquePointer) throws(TopologyError) -> Line<PlanePoint> {
    let points = try points(of: pointer)
    do throws(GeometryError) { return try Line(points) } catch { throw .geometry(error) }
  }

  /// The coordinates of a point, line or ring.
  func points(of pointer: OpaquePointer) throws(TopologyError) -> [PlanePoint] {
    guard let sequence = GEOSGeom_getCoordSeq_r(context, pointer) else {
      throw failure(of: "coordinates")
    }
    return try points(in: sequence)
  }

  /// The coordinates in a sequence.
  func points(in sequence: OpaquePointer) throws(TopologyError) -> [PlanePoint] {
    var size: UInt32 = 0
    guard GEOSCoordSeq_getSize_r(context, sequence, &size) != 0 else {
      throw failure(of: "coordinates")
    }
    let count = Int(size)
    var copied: Int32 = 0
    let points = [PlanePoint](unsafeUninitializedCapacity: count) { buffer, initialized in
      let raw = UnsafeMutableRawBufferPointer(buffer).baseAddress
      copied = GEOSCoordSeq_copyToBuffer_r(
        context, sequence, raw?.assumingMemoryBound(to: Double.self), 0, 0)
      initialized = copied != 0 ? count : 0
    }
    guard copied != 0 else { throw failure(of: "coordinates") }
    guard points.allSatisfy(\.isFinite) else { throw .notFinite }
    return points
  }

  /// The type number as GEOS declares it.
  func type(of pointer: OpaquePointer) -> GEOSGeomTypes {
    GEOSGeomTypes(rawValue: UInt32(bitPattern: GEOSGeomTypeId_r(context, pointer)))
  }

  private func ring(at pointer: OpaquePointer) throws(TopologyError) -> Ring<PlanePoint> {
    let points = try points(of: pointer)
    do throws(GeometryError) { return try Ring(points) } catch { throw .geometry(error) }
  }

  private func collection(at pointer: OpaquePointer) throws(TopologyError) -> PlaneGeometry? {
    var parts: [PlaneGeometry] = []
    for index in 0..<max(0, GEOSGetNumGeometries_r(context, pointer)) {
      guard let part = GEOSGetGeometryN_r(context, pointer, index) else {
        throw failure(of: "part")
      }
      if let geometry = try geometry(at: part) { parts.append(geometry) }
    }
    guard parts.count != 1 else { return parts[0] }
    switch type(of: pointer) {
    case GEOS_MULTIPOINT: return .multiPoint(parts.flatMap(\.points))
    case GEOS_MULTILINESTRING: return .multiLine(parts.flatMap(\.lines))
    case GEOS_MULTIPOLYGON: return .multiPolygon(parts.flatMap(\.polygons))
    default: return .collection(parts)
    }
  }
}
