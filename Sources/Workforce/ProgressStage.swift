public import Messages

/// One of several stages of work that take about as long, and how far it is.
public struct ProgressStage: Equatable, Sendable {
  /// The work at hand, such as a file or a rule.
  public let title: Wording
  /// Which of the stages it is, from 0.
  public let number: Int
  /// The share that is done of all stages together, 0 to 1; it never goes back.
  public private(set) var share: Double

  private let start: Double
  private let end: Double
  private let isMovedByPieces: Bool
  /// Where the pieces that are being handed out began.
  private var before: Double

  /// Describes stage `number` of `count`; the first is number 0.
  ///
  /// - Parameter movedByPieces: Whether what ``Workers`` does moves it along; else ``Progress/reach(_:)``
  ///   alone does.
  public init(_ title: Wording, _ number: Int, of count: Int, movedByPieces: Bool = true) {
    self.title = title
    self.number = number
    start = Double(number) / Double(count)
    end = Double(number + 1) / Double(count)
    isMovedByPieces = movedByPieces
    (share, before) = (start, start)
  }

  /// So much of the stage is done, 0 to 1.
  mutating func reach(_ part: Double) {
    share = max(share, start + (end - start) * part)
  }

  /// Some of the pieces that are handed out are done.
  ///
  /// Nobody knows what follows in the stage: each time, the pieces together are half of what is left of it.
  mutating func work(_ done: Int, of pieces: Int) {
    guard isMovedByPieces else { return }
    if done == 0 { before = share }
    share = max(share, before + (end - before) / 2 * Double(done) / Double(pieces))
  }
}
