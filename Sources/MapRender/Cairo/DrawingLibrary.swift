internal import CCairo
internal import CHarfBuzz
internal import CRSVG
internal import Messages

/// The functions of the libraries that draw, all of them `nil` where a library is not installed.
///
/// SVG needs none of them, and loading them takes longer than starting the program, so each is opened with the first call.
/// Written once before anyone reads them, so every thread may.
let cairo = DrawingLibrary.openedCairo.calls
let harfBuzz = DrawingLibrary.openedHarfBuzz.calls
let rsvg = DrawingLibrary.openedRSVG.calls

/// A library that draws.
enum DrawingLibrary: CaseIterable {
  case cairo, harfBuzz, rsvg

  /// Holds that the machine has some libraries.
  static func demand(_ libraries: DrawingLibrary...) throws(RenderError) {
    for library in libraries {
      if let failure = library.failure { throw library.missing(failure) }
    }
  }

  /// That the library is not there, and what to do about it.
  ///
  /// - Parameter failure: What the system says.
  func missing(_ failure: String) -> RenderError {
    RenderError(
      message: Wording("\(name) cannot be loaded: \(failure)", zh: "无法加载 \(name)：\(failure)"),
      help: Wording(
        "install the Debian package \(package), or Homebrew's \(formula); SVG with --text glyphs or path needs no library",
        zh: "安装 Debian 软件包 \(package)，或 Homebrew 的 \(formula)；文字方式为 glyphs 或 path 的 SVG 不需要任何库"))
  }

  private var name: String {
    switch self {
    case .cairo: "cairo"
    case .harfBuzz: "HarfBuzz"
    case .rsvg: "librsvg"
    }
  }

  private var package: String {
    switch self {
    case .cairo: "libcairo2"
    case .harfBuzz: "libharfbuzz-subset0"
    case .rsvg: "librsvg2-2"
    }
  }

  private var formula: String {
    switch self {
    case .cairo: "cairo"
    case .harfBuzz: "harfbuzz"
    case .rsvg: "librsvg"
    }
  }

  private var failure: String? {
    switch self {
    case .cairo: Self.openedCairo.failure
    case .harfBuzz: Self.openedHarfBuzz.failure
    case .rsvg: Self.openedRSVG.failure
    }
  }

  fileprivate static let openedCairo = opened(CairoCalls()) {
    CairoCalls_open(&$0)
  }
  fileprivate static let openedHarfBuzz = opened(HarfBuzzCalls()) {
    HarfBuzzCalls_open(&$0)
  }
  fileprivate static let openedRSVG = opened(RSVGCalls()) {
    RSVGCalls_open(&$0)
  }

  private static func opened<Calls>(
    _ empty: Calls, _ open: (inout Calls) -> UnsafePointer<CChar>?
  ) -> (calls: Calls, failure: String?) {
    var calls = empty
    let failure = open(&calls).map { String(cString: $0) }
    return (calls, failure)
  }
}
