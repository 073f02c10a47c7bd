internal import ArgumentParser
internal import MapRender
internal import Messages

/// On which paper sheets are drawn.
struct PaperOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Draw on this paper instead of the sheets' own: A0 to A4, or '600x900 mm'; all is enlarged alike.",
      valueName: "size"))
  var paper: String?

  @Flag(name: .long, help: "Draw on paper that lies wide.")
  var landscape = false

  @Flag(name: .long, help: "Draw on paper that stands upright.")
  var portrait = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The scale, such as 1:25000; or fit, the largest round one at which all fits.",
      valueName: "scale"))
  var scale: String?

  @Option(
    name: .long,
    help: ArgumentHelp("What to draw over the paper's edge, such as 3mm.", valueName: "mm"))
  var bleed: String?

  @Flag(name: .long, help: "Show where to cut the paper.")
  var cropMarks = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Draw an atlas: an index, and a page for every feature of this layer.", valueName: "layer"))
  var atlas: String?

  /// What is asked for.
  func change() throws(UsageError) -> PaperChange {
    guard !landscape || !portrait else {
      throw UsageError(
        Wording("--landscape and --portrait stand together", zh: "--landscape 与 --portrait 同时出现"),
        help: Wording("keep one of them", zh: "只保留其一"))
    }
    return PaperChange(
      paper: paper, orientation: landscape ? .landscape : portrait ? .portrait : nil, scale: scale,
      bleed: bleed, hasCropMarks: cropMarks)
  }
}
