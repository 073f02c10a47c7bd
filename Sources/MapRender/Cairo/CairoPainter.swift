#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

internal import CCairo
internal import Messages

/// Draws a display list on a surface of cairo's, in millimetres.
///
/// Stays in one task.
final class CairoPainter {
  let context: OpaquePointer
  let fonts: MachineFonts
  /// Told what is being drawn, where someone wants to know.
  var marker: PDFMarker?
  private var patterns: [String: OpaquePointer] = [:]
  private var symbols = SymbolPictures()

  /// - Parameter scale: How many units of the surface a millimetre has.
  init(surface: OpaquePointer, scale: Double, fonts: MachineFonts) throws(RenderError) {
    guard let context = cairo.cairo_create(surface) else {
      throw RenderError(message: Wording("cairo gives no context", zh: "cairo 没有给出绘图环境"))
    }
    self.context = context
    self.fonts = fonts
    cairo.cairo_scale(context, scale, scale)
    let options = cairo.cairo_font_options_create()
    cairo.cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo.cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo.cairo_set_font_options(context, options)
    cairo.cairo_font_options_destroy(options)
  }

  deinit {
    for pattern in patterns.values { cairo.cairo_pattern_destroy(pattern) }
    cairo.cairo_destroy(context)
  }

  func draw(_ items: some Sequence<DrawItem>) throws(RenderError) {
    for item in items { try draw(item) }
  }

  private func draw(_ item: DrawItem) throws(RenderError) {
    switch item {
    case .path(let outlines, let isClosed, let fill, let stroke, _):
      guard outlines.contains(where: { !$0.isEmpty }) else { return }
      marker?.shapes(on: context)
      trace(outlines, isClosed: isClosed)
      try paint(fill, stroke, hasHoles: isClosed && outlines.count > 1)
    case .circle(let center, let radius, let fill, let stroke, _):
      marker?.shapes(on: context)
      cairo.cairo_new_sub_path(context)
      cairo.cairo_arc(context, center.x.written, center.y.written, radius.written, 0, 2 * .pi)
      cairo.cairo_close_path(context)
      try paint(fill, stroke, hasHoles: false)
    case .symbol(let use):
      marker?.shapes(on: context)
      try symbols.draw(use, on: context)
    case .text(let run, _):
      marker?.begin(run.text, on: context)
      show(run)
      marker?.end(on: context)
    case .label(let label):
      marker?.begin(label.text, on: context)
      for run in label.runs { show(run) }
      marker?.end(on: context)
    case .halo(let run, let width):
      marker?.shapes(on: context)
      outline(run, width: width)
    case .group(let group):
      try draw(group)
    }
  }

  private func draw(_ group: DrawItem.Group) throws(RenderError) {
    marker?.enter(group.layerName)
    defer { marker?.leave(group.layerName) }
    cairo.cairo_save(context)
    defer { cairo.cairo_restore(context) }
    if let clip = group.clip {
      cairo.cairo_rectangle(
        context, clip.minX.written, clip.minY.written, clip.width.written, clip.height.written)
      cairo.cairo_clip(context)
    }
    guard group.opacity < 1 else { return try draw(group.items) }
    // What is drawn together and then faded is one thing in a PDF: marks cannot lie inside it.
    marker?.shapes(on: context)
    marker?.pause()
    cairo.cairo_push_group(context)
    try draw(group.items)
    cairo.cairo_pop_group_to_source(context)
    cairo.cairo_paint_with_alpha(context, group.opacity.written)
    marker?.resume()
  }

  private func trace(_ outlines: [[PaperPoint]], isClosed: Bool) {
    for outline in outlines {
      guard let first = outline.first else { continue }
      cairo.cairo_move_to(context, first.x.written, first.y.written)
      for point in isClosed ? outline.dropFirst().dropLast() : outline.dropFirst() {
        cairo.cairo_line_to(context, point.x.written, point.y.written)
      }
      if isClosed { cairo.cairo_close_path(context) }
    }
  }

  /// Fills and strokes the path that lies on the context, and takes it away.
  private func paint(_ fill: Paint?, _ stroke: Stroke?, hasHoles: Bool) throws(RenderError) {
    if let fill {
      switch fill {
      case .ink(let ink): use(ink)
      case .pattern(let pattern): cairo.cairo_set_source(context, try tiles(of: pattern))
      }
      cairo.cairo_set_fill_rule(
        context, hasHoles ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
      cairo.cairo_fill_preserve(context)
    }
    if let stroke { self.stroke(stroke) }
    cairo.cairo_new_path(context)
  }

  func use(_ ink: Ink) {
    let rgb = ink.rgb
    cairo.cairo_set_source_rgba(
      context, Double(rgb >> 16 & 0xFF) / 255, Double(rgb >> 8 & 0xFF) / 255,
      Double(rgb & 0xFF) / 255, ink.opacity.written)
  }

  func stroke(_ stroke: Stroke) {
    use(stroke.ink)
    cairo.cairo_set_line_width(context, stroke.width.written)
    cairo.cairo_set_line_cap(context, stroke.cap.cairo)
    cairo.cairo_set_line_join(context, stroke.join.cairo)
    cairo.cairo_set_miter_limit(context, stroke.miterLimit)
    cairo.cairo_set_dash(context, stroke.dash.map(\.written), Int32(stroke.dash.count), 0)
    cairo.cairo_stroke_preserve(context)
  }

  /// One tile as a drawing that repeats without end.
  private func tiles(of pattern: Pattern) throws(RenderError) -> OpaquePointer {
    if let known = patterns[pattern.name] { return known }
    var extent = cairo_rectangle_t(
      x: 0, y: 0, width: pattern.width.written, height: pattern.height.written)
    guard let surface = cairo.cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extent)
    else {
      throw RenderError(message: Wording("cairo gives no surface", zh: "cairo 没有给出绘图面"))
    }
    defer { cairo.cairo_surface_destroy(surface) }
    let tile = PaperBox(x: 0, y: 0, width: pattern.width, height: pattern.height)
    let painter = try CairoPainter(surface: surface, scale: 1, fonts: fonts)
    if let ground = pattern.background { try painter.draw([.box(tile, fill: .ink(ground))]) }
    try painter.draw(pattern.items)
    try RenderError.check(cairo.cairo_status(painter.context))
    guard let source = cairo.cairo_pattern_create_for_surface(surface) else {
      throw RenderError(message: Wording("cairo gives no pattern", zh: "cairo 没有给出图案"))
    }
    cairo.cairo_pattern_set_extend(source, CAIRO_EXTEND_REPEAT)
    var turn = cairo_matrix_t()
    cairo.cairo_matrix_init_rotate(&turn, -pattern.angle.written * .pi / 180)
    cairo.cairo_pattern_set_matrix(source, &turn)
    patterns[pattern.name] = source
    return source
  }
}

extension Double {
  /// The number as an SVG has it: dashes would drift along a line by what is rounded away there.
  var written: Double { (self * 100).rounded() / 100 }
}

extension Stroke.Cap {
  fileprivate var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

extension Stroke.Join {
  fileprivate var cairo: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}
