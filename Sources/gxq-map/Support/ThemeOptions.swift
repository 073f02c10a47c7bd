internal import ArgumentParser

/// The look that sheets take on.
struct ThemeOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The look of the sheets instead of their own: one that sheets.yaml lists.",
      valueName: "name"))
  var theme: String?
}
