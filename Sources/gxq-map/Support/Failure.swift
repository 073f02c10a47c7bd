internal import ArgumentParser
internal import DistrictPlan
internal import MapRender
internal import Messages
internal import PlanFindings

/// The exit statuses beside 0.
enum Status {
  /// Findings at or above the level asked for.
  static let findings = ExitCode(1)
  /// Input that cannot be read.
  static let unreadable = ExitCode(2)
  /// Wrong usage.
  static let usage = ExitCode(64)
}

extension PlanError {
  /// Says what is wrong on standard error.
  func report(_ language: Language) {
    let place = location.map { "\($0): " } ?? "gxq-map: "
    let word = language == .chinese ? "错误" : "error"
    Terminal.note(PlainText.line("\(place)\(word): \(message[language])"))
    if let help {
      Terminal.note(PlainText.line((language == .chinese ? "  建议：" : "  help: ") + help[language]))
    }
  }
}

/// Something on the command line that stands for nothing: wrong usage, not bad input.
struct UsageError: Error {
  let cause: PlanError

  init(_ cause: PlanError) { self.cause = cause }

  init(_ message: Wording, help: Wording? = nil) {
    cause = PlanError(message: message, help: help)
  }
}

/// Does some work, and turns what stops it into a message and an exit status.
func reporting<Result>(_ language: Language, _ work: () throws -> Result) throws -> Result {
  defer { ProgressBar.clear() }
  do {
    return try work()
  } catch let error as PlanError {
    error.report(language)
    throw Status.unreadable
  } catch let error as RenderError {
    PlanError(location: error.location, message: error.message, help: error.help).report(language)
    throw Status.unreadable
  } catch let error as UsageError {
    error.cause.report(language)
    throw Status.usage
  }
}

/// Does some work with words of the command line; what it refuses is wrong usage.
func usage<Result>(_ work: () throws(PlanError) -> Result) throws(UsageError) -> Result {
  do {
    return try work()
  } catch {
    throw UsageError(error)
  }
}
