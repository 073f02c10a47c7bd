internal import DistrictPlan
internal import Foundation
internal import Messages

/// Ends the program with a message when memory is about to run out, before the system ends it without one.
enum MemoryWatch {
  /// How often it looks, in seconds: often enough for what all cores can take meanwhile.
  private static let pause = 0.1

  static func start(_ language: Language) {
    Thread.detachNewThread {
      while true {
        Thread.sleep(forTimeInterval: pause)
        if let error = MemoryNeed.shortage(free: SystemMemory.free, held: SystemMemory.held) {
          Interruption.end(with: Status.unreadable, saying: error, language)
        }
      }
    }
  }
}
