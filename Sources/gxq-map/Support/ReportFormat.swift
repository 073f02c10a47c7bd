internal import ArgumentParser
internal import Foundation
internal import Messages
internal import PlanFindings

/// The forms in which `check` reports.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, ndjson, sarif, junit, github, gitlab, markdown, geojson, html

  /// The words of the formats, for messages.
  static let words = allCases.map(\.rawValue).joined(separator: ", ")

  /// Writes a report in this format.
  ///
  /// - Parameter style: What a person or a CI asked of it.
  func text(of report: CheckReport, _ style: ReportStyle) -> String {
    reporter(style).text(of: report)
  }

  private func reporter(_ style: ReportStyle) -> any Reporter {
    let language = style.language
    return switch self {
    case .text:
      TextReporter(
        language: language, isColored: style.isColored, showsAll: style.showsAll)
    case .json: JSONReporter(language: language)
    case .ndjson: NDJSONReporter(language: language)
    case .sarif:
      SARIFReporter(
        language: language, homePage: HomePage.address, exitStatus: style.exitStatus)
    case .junit: JUnitReporter(language: language, threshold: style.threshold)
    case .github: GitHubReporter(language: language)
    case .gitlab: GitLabReporter(language: language)
    case .markdown: MarkdownReporter(language: language, linkBase: GitHubJob.linkBase)
    case .geojson: GeoJSONReporter(language: language)
    case .html: HTMLReporter(language: language)
    }
  }
}

/// What a person or a CI asked of reports.
struct ReportStyle {
  let language: Language
  /// Whether the report goes to a terminal that knows colours.
  var isColored = false
  /// Whether findings are shown that are accepted or known.
  let showsAll: Bool
  /// The least severity that is a failure.
  let threshold: Severity
  /// The status that the check leaves with.
  let exitStatus: Int
}

/// Where people read about the program: SARIF names it, and only who serves the page knows it.
enum HomePage {
  /// The web address in `GXQ_HOME_PAGE`; `nil` when there is none.
  static var address: String? {
    ProcessInfo.processInfo.environment["GXQ_HOME_PAGE"].flatMap { text in
      guard ["https", "http"].contains(URL(string: text)?.scheme ?? "") else { return nil }
      return text
    }
  }
}

/// What GitHub tells the steps of a job.
enum GitHubJob {
  /// The file that a step's summary is appended to; `nil` outside of a job.
  static var summaryPath: String? { variable("GITHUB_STEP_SUMMARY") }

  /// Where the files of the commit are shown; empty outside of a job.
  static var linkBase: String {
    guard let server = variable("GITHUB_SERVER_URL"), let name = variable("GITHUB_REPOSITORY"),
      let commit = variable("GITHUB_SHA")
    else { return "" }
    return "\(server)/\(name)/blob/\(commit)/"
  }

  private static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
