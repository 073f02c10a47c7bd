import CPROJ

/// One PROJ context, offline and silent, and the last message it reported.
final class ProjContext {
  let pointer: OpaquePointer
  private var lastMessage = ""

  /// - Throws: ``ProjectionError/missing(reason:)`` where PROJ is not installed.
  init() throws(ProjectionError) {
    if let reason = ProjLibrary.failure { throw .missing(reason: reason) }
    guard let pointer = proj.proj_context_create() else {
      fatalError("PROJ has no memory for a context")
    }
    self.pointer = pointer
    _ = proj.proj_context_set_enable_network(pointer, 0)
    _ = proj.proj_log_level(pointer, PJ_LOG_ERROR)
    // The PROJ context never outlives this object, so the unretained pointer stays good.
    proj.proj_log_func(pointer, Unmanaged.passUnretained(self).toOpaque()) { context, _, message in
      guard let context, let message else { return }
      Unmanaged<ProjContext>.fromOpaque(context).takeUnretainedValue().lastMessage =
        String(cString: message)
    }
  }

  deinit { _ = proj.proj_context_destroy(pointer) }

  /// Takes ownership of an object PROJ has just returned; `nil` when there is none.
  func adopt(_ raw: OpaquePointer?) -> ProjObject? {
    guard let raw else { return nil }
    return ProjObject(raw, in: self)
  }

  /// Why the last call failed; taken, so that it is told once.
  func takeReason() -> String {
    defer { lastMessage = "" }
    guard lastMessage.isEmpty else { return lastMessage }
    let number = proj.proj_context_errno(pointer)
    guard number != 0, let text = proj.proj_context_errno_string(pointer, number) else { return "" }
    return String(cString: text)
  }
}

/// The only owner of one PROJ object: a CRS, a datum, an operation.
struct ProjObject: ~Copyable {
  /// The object, for calls that only look at it.
  let borrowed: OpaquePointer
  let context: ProjContext  // keeps the context alive

  init(_ pointer: OpaquePointer, in context: ProjContext) {
    borrowed = pointer
    self.context = context
  }

  deinit { _ = proj.proj_destroy(borrowed) }

  /// The object's name in the registry, or what its author called it.
  var name: String { proj.proj_get_name(borrowed).map { String(cString: $0) } ?? "" }

  /// What sort of object.
  var type: PJ_TYPE { proj.proj_get_type(borrowed) }
}
