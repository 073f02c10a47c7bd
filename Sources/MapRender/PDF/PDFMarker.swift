internal import CCairo

/// Notes what each stretch of a page's content is, while cairo numbers the stretches.
///
/// cairo knows neither layers nor the text that a label is to be found by; both are written into the
/// finished file with these notes.
final class PDFMarker {
  /// A stretch of content.
  struct Mark: Equatable {
    /// The layers it lies in, outermost first, as indices of ``PDFMarker/layers``.
    var layers: [Int]
    /// The text to be found; `nil` for shapes.
    var text: String?
  }

  /// A layer of the page.
  struct Layer {
    let name: String
    /// The layer around it.
    let parent: Int?
  }

  /// The stretches in the order of the content; cairo numbers them from 0.
  private(set) var marks: [Mark] = []
  private(set) var layers: [Layer] = []
  private var path: [Int] = []
  private var open: Mark?
  private var pauses = 0

  /// A group begins; only one with a name is a layer.
  func enter(_ name: String?) {
    guard let name else { return }
    layers.append(Layer(name: name, parent: path.last))
    path.append(layers.count - 1)
  }

  func leave(_ name: String?) {
    if name != nil { path.removeLast() }
  }

  /// Marks cannot be set until ``resume()``.
  func pause() { pauses += 1 }
  func resume() { pauses -= 1 }

  /// Shapes of the present layer follow.
  func shapes(on context: OpaquePointer) {
    guard pauses == 0 else { return }
    let mark = Mark(layers: path, text: nil)
    guard open != mark else { return }
    end(on: context)
    begin(mark, on: context)
  }

  /// Text follows.
  func begin(_ text: String, on context: OpaquePointer) {
    guard pauses == 0 else { return }
    end(on: context)
    begin(Mark(layers: path, text: text), on: context)
  }

  /// What was begun ends.
  func end(on context: OpaquePointer) {
    guard pauses == 0, let open else { return }
    cairo.cairo_tag_end(context, Self.tag(of: open))
    self.open = nil
  }

  private func begin(_ mark: Mark, on context: OpaquePointer) {
    cairo.cairo_tag_begin(context, Self.tag(of: mark), "")
    marks.append(mark)
    open = mark
  }

  private static func tag(of mark: Mark) -> String { mark.text == nil ? "NonStruct" : "Span" }
}
