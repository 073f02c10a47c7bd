#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
// Sources of signals are made once and never touched again.
internal import ArgumentParser
@preconcurrency internal import Dispatch
internal import DistrictPlan
internal import Messages
internal import Workforce

/// What is cleared away when the program is interrupted: files that are not finished, and the progress line.
enum Interruption {
  private static let unfinished = Guarded<Set<String>>([])

  /// The signals by which people and systems end a program.
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  private static let sources: [any DispatchSourceSignal] = signals.compactMap { number in
    // A signal that the caller ignores, as `nohup` does, stays ignored.
    let before = signal(number, SIG_IGN)
    if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { return nil }
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler { end(by: number) }
    source.resume()
    return source
  }

  /// Does some work at the end of which a file is finished or gone; an interruption takes it away.
  static func removing<Failure: Error>(
    _ path: String, unless work: () throws(Failure) -> Void
  ) throws(Failure) {
    _ = sources
    _ = unfinished.withLock { $0.insert(path) }
    defer { _ = unfinished.withLock { $0.remove(path) } }
    try work()
  }

  /// Clears away and ends the program with a status, whatever it is at.
  static func end(with status: ExitCode, saying error: PlanError, _ language: Language) -> Never {
    clearAway()
    error.report(language)
    _exit(status.rawValue)
  }

  private static func clearAway() {
    unfinished.withLock { paths in
      for path in paths { unlink(path) }
    }
    ProgressBar.clear()
  }

  private static func end(by number: Int32) {
    clearAway()
    // The caller is told the truth: that a signal ended the program.
    signal(number, SIG_DFL)
    kill(getpid(), number)
  }
}
