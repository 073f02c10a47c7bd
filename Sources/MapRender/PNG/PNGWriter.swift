internal import CCairo
internal import Messages

/// Turns a sheet's SVG into a PNG of true size, drawn by librsvg.
///
/// The picture is made from the very bytes of the SVG, so it shows what that file shows.
struct PNGWriter {
  /// What a side may have at most; cairo draws no more.
  static let limit = 32767

  let dotsPerInch: Double

  /// - Parameter size: The sheet's size in millimetres.
  func png(of svg: [UInt8], size: (width: Double, height: Double), title: String)
    throws(RenderError) -> [UInt8]
  {
    let width = Int((size.width / 25.4 * dotsPerInch).rounded())
    let height = Int((size.height / 25.4 * dotsPerInch).rounded())
    guard (1...Self.limit).contains(width), (1...Self.limit).contains(height) else {
      let most = Int(Double(Self.limit) * 25.4 / max(size.width, size.height))
      throw RenderError(
        message: Wording(
          "the sheet is \(width) × \(height) pixels, a picture \(Self.limit) at most",
          zh: "图纸为 \(width) × \(height) 像素，图片边长最多 \(Self.limit) 像素"),
        help: Wording("up to \(most) dpi fit", zh: "最多可用 \(most) dpi"))
    }
    try DrawingLibrary.demand(.cairo, .rsvg)
    guard
      let surface = cairo.cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    else { throw RenderError(message: Wording("cairo gives no picture", zh: "cairo 没有给出图片")) }
    defer { cairo.cairo_surface_destroy(surface) }
    try RenderError.check(cairo.cairo_surface_status(surface))
    guard let context = cairo.cairo_create(surface) else {
      throw RenderError(message: Wording("cairo gives no context", zh: "cairo 没有给出绘图环境"))
    }
    defer { cairo.cairo_destroy(context) }
    cairo.cairo_set_source_rgb(context, 1, 1, 1)
    cairo.cairo_paint(context)
    try SVGPicture(svg).draw(
      x: 0, y: 0, width: Double(width), height: Double(height), on: context)
    try RenderError.check(cairo.cairo_status(context))
    let sink = ByteSink()
    try RenderError.check(
      cairo.cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.closure))
    return described(sink.bytes, title: title)
  }

  /// The file with its title and its size on paper, which cairo leaves out.
  private func described(_ png: [UInt8], title: String) -> [UInt8] {
    // The signature has 8 bytes, the header that must come first 25.
    let dotsPerMetre = UInt32((dotsPerInch / 0.0254).rounded())
    let physical = Self.chunk("pHYs", Self.bytes(dotsPerMetre) + Self.bytes(dotsPerMetre) + [1])
    let text = Self.chunk("iTXt", Array("Title\0\0\0\0\0".utf8) + Array(title.utf8))
    return Array(png.prefix(33)) + physical + text + png.dropFirst(33)
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return bytes(UInt32(data.count)) + body + bytes(Deflate.checksum(body))
  }

  private static func bytes(_ value: UInt32) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian, Array.init)
  }
}
