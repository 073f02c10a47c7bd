internal import CCairo
internal import Messages

extension RenderError {
  /// Throws what cairo says went wrong, if anything did.
  static func check(_ status: cairo_status_t) throws(RenderError) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    let reason = cairo.cairo_status_to_string(status).map { String(cString: $0) } ?? "\(status)"
    throw RenderError(
      message: Wording("cairo cannot draw the sheet: \(reason)", zh: "cairo 无法绘制图纸：\(reason)"))
  }
}

/// Bytes that a C library hands over piece by piece.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  /// Itself as the context pointer of a C callback; the sink must outlive its use.
  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// The callback of cairo's streams.
  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue().bytes
      .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
