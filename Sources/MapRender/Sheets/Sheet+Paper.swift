internal import Messages

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a user asks of paper and scale instead of what the sheets say.
public struct PaperChange: Sendable {
  /// A format such as `A1`, or a size such as `600x900 mm`; `nil` for the sheets' own.
  public var paper: String?
  /// How the paper lies; `nil` for the way it does.
  public var orientation: PaperSize.Orientation?
  /// `fit`, or a scale such as `1:25000`; `nil` for the sheets' own.
  public var scale: String?
  /// How far the ground reaches over the edge, such as `3 mm`.
  public var bleed: String?
  /// Whether to show where to cut.
  public var hasCropMarks: Bool

  /// Creates a change.
  public init(
    paper: String? = nil, orientation: PaperSize.Orientation? = nil, scale: String? = nil,
    bleed: String? = nil, hasCropMarks: Bool = false
  ) {
    self.paper = paper
    self.orientation = orientation
    self.scale = scale
    self.bleed = bleed
    self.hasCropMarks = hasCropMarks
  }
}

extension Sheet {
  /// How much larger than designed everything is drawn, so that a larger paper looks like the designed one.
  ///
  /// The root of the papers' areas: √2 for each step of the A series. Smaller paper makes type and lines
  /// smaller by a tenth at most, so that type of 2 mm stays legible.
  var enlargement: Double {
    guard paper != design else { return 1 }
    let ratio = (paper.width * paper.height / (design.width * design.height)).squareRoot()
    // The A series is rounded to millimetres; its steps are meant to be those of √2.
    let steps = (2 * log2(ratio)).rounded()
    let exact = pow(2, steps / 2)
    return max(0.9, abs(ratio / exact - 1) < 0.005 ? exact : ratio)
  }

  /// The paper in millimetres of the design.
  var designedPaper: PaperSize {
    enlargement == 1
      ? paper
      : PaperSize(width: paper.width / enlargement, height: paper.height / enlargement)
  }

  /// The sheet on other paper or at another scale.
  ///
  /// Where the paper changes and no scale is asked for, a declared scale is enlarged with the paper, to the
  /// next round one that is not larger. A panel at the right of a sheet that is turned upright goes below
  /// the map. The index of an atlas keeps its scale.
  ///
  /// - Throws: ``RenderError`` for a paper, scale or bleed that cannot be read.
  public func on(_ change: PaperChange) throws(RenderError) -> Sheet {
    var sheet = self
    if let text = change.paper {
      guard let paper = PaperSize(text, lyingAs: paper) else { throw Self.unknownPaper(text) }
      sheet.paper = paper
    }
    if let orientation = change.orientation { sheet.paper = sheet.paper.turned(orientation) }
    sheet.isOnOtherPaper = isOnOtherPaper || sheet.paper != paper
    if sheet.paper.orientation != paper.orientation { sheet.turn() }
    if sheet.paper != paper, case .exactly(let own) = scale {
      sheet.scale = .about(own * enlargement / sheet.enlargement)
    }
    if let text = change.scale, page?.number != 0 {
      guard let scale = SheetScale(text) else { throw Self.strange(scale: text) }
      sheet.scale = scale
    }
    if let text = change.bleed {
      guard let bleed = SheetMeasure.number(text, unit: "mm"), SheetShapes.bleeds.contains(bleed)
      else { throw Self.strange(bleed: text) }
      sheet.bleed = bleed
    }
    if change.hasCropMarks { sheet.hasCropMarks = true }
    return sheet
  }

  /// Sets the panel where a paper that lies the other way has room for it.
  private mutating func turn() {
    if paper.orientation == .portrait, panel.side == .right {
      panel = SheetPanel(
        side: .bottom, size: (designedPaper.height * (table == nil ? 0.26 : 0.45)).rounded(),
        columns: max(panel.columns, 2))
    }
  }

  /// The sheet with a panel that takes 4 % more of the paper; `nil` on its own paper, and where the panel takes half.
  var withLargerPanel: Sheet? {
    guard isOnOtherPaper else { return nil }
    var sheet = self
    let whole = panel.side == .bottom ? designedPaper.height : designedPaper.width
    sheet.panel.size = (panel.size + whole * 0.04).rounded()
    return sheet.panel.size <= whole * 0.5 ? sheet : nil
  }

  private static func unknownPaper(_ text: String) -> RenderError {
    let known = PaperSize.names + ["A0", "A1", "A2", "A3", "A4"]
    let question = Suggestion.question(for: text, in: known)
    return RenderError(
      message: Wording(
        "unknown paper '\(text)'\(question.english)", zh: "未知的纸张“\(text)”\(question.chinese)"),
      help: Wording(
        "name A0 to A4, 'A1 portrait', or sides of 100 to 3000 mm such as '600x900 mm'",
        zh: "写 A0 至 A4、“A1 portrait”，或边长 100 至 3000 毫米的尺寸，例如“600x900 mm”"))
  }

  private static func strange(scale text: String) -> RenderError {
    RenderError(
      message: Wording("the scale '\(text)' cannot be read", zh: "无法识别比例尺“\(text)”"),
      help: Wording(
        "write 'fit', or a scale from 1:100 such as '1:25000'",
        zh: "写“fit”，或不大于 1:100 的比例尺，例如“1:25000”"))
  }

  private static func strange(bleed text: String) -> RenderError {
    let (low, high) = (SheetShapes.bleeds.lowerBound, SheetShapes.bleeds.upperBound)
    return RenderError(
      message: Wording("the bleed '\(text)' cannot be read", zh: "无法识别出血“\(text)”"),
      help: Wording(
        "write \(Int(low)) to \(Int(high)) mm, such as '3 mm'",
        zh: "写 \(Int(low)) 至 \(Int(high)) 毫米，例如“3 mm”"))
  }
}

extension SheetScale {
  /// Reads `fit` or `1:25000`.
  init?(_ text: String) {
    if text == "fit" {
      self = .fit
    } else if let denominator = SheetMeasure.denominator(text) {
      self = .exactly(denominator)
    } else {
      return nil
    }
  }
}
