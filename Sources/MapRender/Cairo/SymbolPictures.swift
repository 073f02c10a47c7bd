#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

internal import CCairo

/// Draws the symbols of a sheet; each is read once for each ink.
struct SymbolPictures {
  private struct Key: Hashable {
    let name: String
    let ink: Ink?
  }

  private var pictures: [Key: SVGPicture] = [:]

  mutating func draw(_ use: SymbolUse, on context: OpaquePointer) throws(RenderError) {
    let picture = try picture(of: use)
    cairo.cairo_save(context)
    defer { cairo.cairo_restore(context) }
    cairo.cairo_translate(context, use.at.x, use.at.y)
    if use.rotation != 0 { cairo.cairo_rotate(context, use.rotation * .pi / 180) }
    let isFaded = use.opacity < 1
    if isFaded { cairo.cairo_push_group(context) }
    try picture.draw(
      x: -use.width / 2, y: -use.size / 2, width: use.width, height: use.size, on: context)
    guard isFaded else { return }
    cairo.cairo_pop_group_to_source(context)
    cairo.cairo_paint_with_alpha(context, use.opacity)
  }

  private mutating func picture(of use: SymbolUse) throws(RenderError) -> SVGPicture {
    let key = Key(name: use.graphic.name, ink: use.ink)
    if let known = pictures[key] { return known }
    let picture = try SVGPicture(use.graphic.document(in: use.ink))
    pictures[key] = picture
    return picture
  }
}
