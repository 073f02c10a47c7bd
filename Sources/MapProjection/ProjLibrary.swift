import CPROJ

/// PROJ's functions, all of them `nil` where PROJ is not installed.
///
/// Loading PROJ with all that it needs takes longer than most of what the program does without it, so it is opened
/// with the first call. Written once before anyone reads it, so every thread may.
let proj = ProjLibrary.calls

enum ProjLibrary {
  /// Why PROJ could not be opened, in the system's words; `nil` when it could.
  static var failure: String? { opened.failure }

  fileprivate static var calls: ProjCalls { opened.calls }

  private static let opened: (calls: ProjCalls, failure: String?) = {
    var calls = ProjCalls()
    let failure = ProjCalls_open(&calls).map { String(cString: $0) }
    return (calls, failure)
  }()
}
