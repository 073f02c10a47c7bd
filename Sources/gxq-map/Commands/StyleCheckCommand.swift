internal import ArgumentParser
internal import GeoJSONCoding
internal import MapStyle
internal import Messages

struct StyleCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find every fault of style documents, with line, column and path.",
    discussion: """
      Example: gxq-map style check styles/works.json --format json

      Exit status: 0 no error (warnings or none), 1 errors, 2 a file cannot be read or is no JSON.
      """)

  @Argument(help: "Style documents; '-' reads standard input.")
  var files: [String]

  @Option(name: .long, help: "text or json.")
  var format = StyleFormat.text

  @Option(name: .long, help: "Language of messages: zh or en; else from the locale.")
  var lang: Language?

  func run() throws {
    let language = Terminal.language(lang)
    var checks: [StyleCheck] = []
    var isWhole = true
    for file in files {
      do throws(StyleCheck.Failure) {
        checks.append(try StyleCheck(file))
      } catch {
        Terminal.note(error.text(language))
        isWhole = false
      }
    }
    let report = StyleCheckReport(checks: checks, language: language)
    Terminal.output(format == .json ? report.json : report.text)
    if !isWhole { throw Status.unreadable }
    if checks.contains(where: { $0.errors > 0 }) { throw Status.findings }
  }
}
