import CGEOS

/// The only owner of one GEOS geometry.
struct GEOSHandle: ~Copyable {
  private var pointer: OpaquePointer?  // nil only once released
  let session: GEOSSession  // keeps the context alive

  init(_ pointer: OpaquePointer, in session: GEOSSession) {
    self.pointer = pointer
    self.session = session
  }

  deinit {
    if let pointer { GEOSGeom_destroy_r(session.context, pointer) }
  }

  /// The geometry, for calls that only look at it.
  var borrowed: OpaquePointer { pointer.unsafelyUnwrapped }

  /// Gives the geometry to a C function that takes ownership.
  consuming func release() -> OpaquePointer {
    defer { pointer = nil }
    return borrowed
  }

  /// Brings rings, directions and parts into the order that depends on the point set only.
  func normalize() throws(TopologyError) {
    guard GEOSNormalize_r(session.context, borrowed) == 0 else {
      throw session.failure(of: "normalize")
    }
  }
}

/// Parts that wait for the geometry that will own them.
struct GEOSParts: ~Copyable {
  private var pointers: [OpaquePointer?] = []
  private let session: GEOSSession

  init(in session: GEOSSession, capacity: Int) {
    self.session = session
    pointers.reserveCapacity(capacity)
  }

  deinit {
    for pointer in pointers { GEOSGeom_destroy_r(session.context, pointer) }
  }

  mutating func append(_ part: consuming GEOSHandle) { pointers.append(part.release()) }

  /// Gives all parts to a C function that takes ownership, even when it fails.
  consuming func release<R>(
    to body: (UnsafeMutablePointer<OpaquePointer?>?, UInt32) -> R
  ) -> R {
    defer { pointers = [] }
    let count = UInt32(pointers.count)
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress, count) }
  }
}
