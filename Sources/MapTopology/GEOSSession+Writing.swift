import CGEOS
import MapGeometry

// Swift values to GEOS geometries.

extension GEOSSession {
  func handle(of geometry: PlaneGeometry) throws(TopologyError) -> GEOSHandle {
    switch geometry {
    case .point(let point): return try handle(of: point)
    case .line(let line): return try handle(of: line)
    case .polygon(let polygon): return try handle(of: polygon)
    case .multiPoint(let points):
      var parts = GEOSParts(in: self, capacity: points.count)
      for point in points { parts.append(try handle(of: point)) }
      return try collection(of: parts, as: GEOS_MULTIPOINT)
    case .multiLine(let lines):
      var parts = GEOSParts(in: self, capacity: lines.count)
      for line in lines { parts.append(try handle(of: line)) }
      return try collection(of: parts, as: GEOS_MULTILINESTRING)
    case .multiPolygon(let polygons):
      var parts = GEOSParts(in: self, capacity: polygons.count)
      for polygon in polygons { parts.append(try handle(of: polygon)) }
      return try collection(of: parts, as: GEOS_MULTIPOLYGON)
    case .collection(let geometries):
      var parts = GEOSParts(in: self, capacity: geometries.count)
      for geometry in geometries { parts.append(try handle(of: geometry)) }
      return try collection(of: parts, as: GEOS_GEOMETRYCOLLECTION)
    }
  }

  func handle(of point: PlanePoint) throws(TopologyError) -> GEOSHandle {
    guard point.isFinite else { throw .notFinite }
    return try adopt(GEOSGeom_createPointFromXY_r(context, point.x, point.y), from: "point")
  }

  func handle(of line: Line<PlanePoint>) throws(TopologyError) -> GEOSHandle {
    let sequence = try sequence(of: line.points)
    return try adopt(GEOSGeom_createLineString_r(context, sequence), from: "line")
  }

  func handle(of ring: Ring<PlanePoint>) throws(TopologyError) -> GEOSHandle {
    let sequence = try sequence(of: ring.points)
    return try adopt(GEOSGeom_createLinearRing_r(context, sequence), from: "ring")
  }

  func handle(of polygon: Polygon<PlanePoint>) throws(TopologyError) -> GEOSHandle {
    let exterior = try handle(of: polygon.exterior)
    var holes = GEOSParts(in: self, capacity: polygon.holes.count)
    for hole in polygon.holes { holes.append(try handle(of: hole)) }
    let context = context
    let shell = exterior.release()
    let raw = holes.release { GEOSGeom_createPolygon_r(context, shell, $0, $1) }
    return try adopt(raw, from: "polygon")
  }

  /// A collection that owns the parts; nothing is unioned.
  func collection(of parts: consuming GEOSParts, as type: GEOSGeomTypes) throws(TopologyError)
    -> GEOSHandle
  {
    let context = context
    let raw = parts.release {
      GEOSGeom_createCollection_r(context, Int32(type.rawValue), $0, $1)
    }
    return try adopt(raw, from: "collection")
  }

  /// A coordinate sequence, owned by nobody yet: the next call must be a constructor that takes it.
  private func sequence(of points: [PlanePoint]) throws(TopologyError) -> OpaquePointer {
    // A PlanePoint is its x and its y and nothing else, so an array of them is what GEOS copies.
    assert(MemoryLayout<PlanePoint>.stride == 2 * MemoryLayout<Double>.stride)
    let raw = points.withUnsafeBytes { bytes in
      GEOSCoordSeq_copyFromBuffer_r(
        context, bytes.baseAddress?.assumingMemoryBound(to: Double.self), UInt32(points.count), 0, 0
      )
    }
    guard let raw else { throw failure(of: "coordinates") }
    return raw
  }
}
