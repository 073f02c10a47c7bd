#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Foundation
internal import Messages
internal import PlanFindings
internal import Workforce

/// A line on standard error that tells how far long work has come.
///
/// It shows on a terminal only, only once the work has taken a second, and is gone before anything else is
/// written.
enum ProgressBar {
  private struct Shown {
    /// When work began, in seconds.
    let began: Double
    /// When the first of these stages began.
    var start: Double
    /// When the line was last drawn.
    var drawn: Double
    var isVisible = false
  }

  /// How long work stays silent, and how long a line stands, in seconds.
  private static let (patience, pause) = (1.0, 0.1)

  private static let shown = Guarded<Shown?>(nil)

  /// Shows from now on how far the work is, where a person may be watching.
  static func show(_ language: Language) {
    guard isatty(STDERR_FILENO) == 1, ProcessInfo.processInfo.environment["TERM"] != "dumb" else {
      return
    }
    let began = seconds
    shown.withLock { $0 = Shown(began: began, start: began, drawn: began - pause) }
    Progress.tell { stage in draw(stage, at: seconds, language) }
  }

  /// Takes the line away.
  static func clear() {
    shown.withLock { shown in
      guard shown?.isVisible == true else { return }
      shown?.isVisible = false
      put("\r\u{1B}[K")
    }
  }

  private static func draw(_ stage: ProgressStage, at now: Double, _ language: Language) {
    shown.withLock { shown in
      guard var line = shown else { return }
      if stage.share == 0 { line.start = now }
      if now - line.began >= patience, now - line.drawn >= pause {
        line.drawn = now
        line.isVisible = true
        put("\r\(text(of: stage, after: now - line.start, columns: columns, language))\u{1B}[K")
      }
      shown = line
    }
  }

  /// The line: what is done, a bar, how much is behind, and how long the rest will take at this pace.
  ///
  /// - Parameter elapsed: How long the stages have taken so far, in seconds.
  static func text(
    of stage: ProgressStage, after elapsed: Double, columns: Int, _ language: Language
  ) -> String {
    let cells = 20
    let full = Int(Double(cells) * stage.share)
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
    var tail = " \(bar) \(Int(stage.share * 100)) %"
    if stage.share >= 0.05 {
      let rest = duration(elapsed * (1 - stage.share) / stage.share, language)
      tail += language == .chinese ? "，约剩 \(rest)" : ", about \(rest) left"
    }
    var title = Substring(PlainText.line(stage.title[language]))
    while !title.isEmpty, PlainText.width(of: title + tail) >= columns { title.removeLast() }
    return title + tail
  }

  private static func duration(_ seconds: Double, _ language: Language) -> String {
    let seconds = Int(seconds.rounded(.up))
    let (minutes, rest) = seconds.quotientAndRemainder(dividingBy: 60)
    switch language {
    case .chinese: return minutes > 0 ? "\(minutes) 分 \(rest) 秒" : "\(rest) 秒"
    case .english: return minutes > 0 ? "\(minutes) min \(rest) s" : "\(rest) s"
    }
  }

  private static var seconds: Double { Date().timeIntervalSinceReferenceDate }

  private static var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private static func put(_ text: String) {
    let bytes = Array(text.utf8)
    // A line that does not come through is no loss.
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
