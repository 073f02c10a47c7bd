internal import Synchronization

/// How far long work has come, for a program that shows it.
///
/// Work names its stages; the pieces that ``Workers`` hands out move a stage along. Where nobody watches,
/// nothing is counted.
public enum Progress {
  private static let stage = Guarded<ProgressStage?>(nil)
  private static let watcher = Guarded<(@Sendable (ProgressStage) -> Void)?>(nil)
  private static let isWatched = Atomic<Bool>(false)

  /// Tells `watcher` from now on, on whatever thread the work is.
  public static func tell(_ watcher: @escaping @Sendable (ProgressStage) -> Void) {
    self.watcher.withLock { $0 = watcher }
    isWatched.store(true, ordering: .relaxed)
  }

  /// Begins a stage.
  public static func enter(_ stage: @autoclosure () -> ProgressStage) {
    guard isWatched.load(ordering: .relaxed) else { return }
    let fresh = stage()
    change { $0 = fresh }
  }

  /// Says how much of the stage is done, 0 to 1.
  public static func reach(_ part: Double) {
    change { $0?.reach(part) }
  }

  /// Some of the pieces that a stage hands out are done.
  static func worked(_ done: Int, of pieces: Int) {
    change { $0?.work(done, of: pieces) }
  }

  private static func change(_ body: (inout ProgressStage?) -> Void) {
    guard isWatched.load(ordering: .relaxed) else { return }
    let now = stage.withLock { stage in
      body(&stage)
      return stage
    }
    if let now, let tell = watcher.withLock({ $0 }) { tell(now) }
  }
}
