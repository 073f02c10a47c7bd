#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
// Sources of signals are made once and never touched again.
@preconcurrency internal import Dispatch
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

  private static func end(by number: Int32) {
    unfinished.withLock { paths in
      for path in paths { unlink(path) }
    }
    ProgressBar.clear()
    // The caller is told the truth: that a signal ended the program.
    signal(number, SIG_DFL)
    kill(getpid(), number)
  }
}
