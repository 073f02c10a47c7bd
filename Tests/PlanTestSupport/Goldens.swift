public import Foundation

/// Texts kept in a `Goldens` folder beside the tests, compared whole.
///
/// `GXQ_RECORD=1` writes what a test produces and still fails, so that no recording passes unread.
public struct Goldens: Sendable {
  private let folder: URL
  private let names: [String]

  /// Creates the goldens of a test target.
  ///
  /// - Parameter names: Every golden that the tests use; the folder may hold no other.
  public init(_ names: [String], beside file: String = #filePath) {
    self.init(
      names,
      in: URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Goldens"))
  }

  /// Creates the goldens that lie in a folder of the checkout.
  public init(_ names: [String], in folder: URL) {
    self.folder = folder
    self.names = names
  }

  /// How a text differs from its golden, in a sentence; `nil` when it does not.
  public func difference(of text: String, from name: String) -> String? {
    guard names.contains(name) else { return "the golden '\(name)' is not declared" }
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["GXQ_RECORD"] == "1" {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      } catch {
        return "the golden '\(name)' cannot be written: \(error)"
      }
      return "recorded '\(name)'; read it, then run without GXQ_RECORD"
    }
    guard let data = try? Data(contentsOf: file) else {
      return "there is no golden '\(name)'; GXQ_RECORD=1 records it"
    }
    let golden = String(decoding: data, as: UTF8.self)
    guard golden != text else { return nil }
    let pairs = zip(lines(golden), lines(text)).enumerated()
    if let (index, pair) = pairs.first(where: { $0.element.0 != $0.element.1 }) {
      return "'\(name)' differs at line \(index + 1): expected '\(pair.0)', found '\(pair.1)'"
    }
    return "'\(name)' has \(lines(golden).count) lines, found \(lines(text).count)"
  }

  /// Files in the folder that no test uses.
  public var strays: [String] {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return found.filter { !names.contains($0) }.sorted()
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
