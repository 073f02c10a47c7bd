internal import CCairo
internal import CRSVG
internal import Messages

/// An SVG document, read by librsvg and drawn on a context of cairo's.
final class SVGPicture {
  private let handle: OpaquePointer

  init(_ svg: [UInt8]) throws(RenderError) {
    try DrawingLibrary.demand(.rsvg)
    var error: UnsafeMutablePointer<GError>?
    guard let handle = rsvg.rsvg_handle_new_from_data(svg, svg.count, &error) else {
      throw Self.failure(error)
    }
    self.handle = handle
  }

  deinit { rsvg.g_object_unref(UnsafeMutableRawPointer(handle)) }

  /// Draws the whole document into a box of the context's units.
  func draw(x: Double, y: Double, width: Double, height: Double, on context: OpaquePointer)
    throws(RenderError)
  {
    var viewport = RsvgRectangle(x: x, y: y, width: width, height: height)
    var error: UnsafeMutablePointer<GError>?
    guard rsvg.rsvg_handle_render_document(handle, context, &viewport, &error) != 0 else {
      throw Self.failure(error)
    }
  }

  private static func failure(_ error: UnsafeMutablePointer<GError>?) -> RenderError {
    let reason = error.flatMap { $0.pointee.message.map { String(cString: $0) } } ?? "?"
    rsvg.g_error_free(error)
    return RenderError(
      message: Wording("librsvg cannot draw: \(reason)", zh: "librsvg 无法绘制：\(reason)"))
  }
}
