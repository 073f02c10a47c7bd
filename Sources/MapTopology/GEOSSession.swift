import CGEOS
import MapGeometry

/// One GEOS context and the last message it reported.
///
/// Stays in one task.
final class GEOSSession {
  let context: OpaquePointer
  private var lastMessage = ""

  init() {
    guard let context = GEOS_init_r() else { fatalError("GEOS has no memory for a context") }
    self.context = context
    // The context never outlives the session, so the unretained pointer stays good.
    GEOSContext_setErrorMessageHandler_r(
      context,
      { message, session in
        guard let message, let session else { return }
        Unmanaged<GEOSSession>.fromOpaque(session).takeUnretainedValue().lastMessage =
          String(cString: message)
      },
      Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { GEOS_finish_r(context) }

  /// Takes ownership of a geometry GEOS has just returned.
  func adopt(_ raw: OpaquePointer?, from call: StaticString) throws(TopologyError) -> GEOSHandle {
    guard let raw else { throw failure(of: call) }
    return GEOSHandle(raw, in: self)
  }

  /// Reads the answer of a predicate: 0 no, 1 yes, anything else a failure.
  func answer(_ raw: CChar, from call: StaticString) throws(TopologyError) -> Bool {
    guard raw == 0 || raw == 1 else { throw failure(of: call) }
    return raw == 1
  }

  /// The error for a call that failed; takes the message, so that it is reported once.
  func failure(of call: StaticString) -> TopologyError {
    defer { lastMessage = "" }
    return .engine(operation: "\(call)", message: lastMessage)
  }
}
