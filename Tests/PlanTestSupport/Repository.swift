public import Foundation

/// Where things lie in the checkout that the tests were built from.
public enum Repository {
  /// The folder that holds `Package.swift`.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the shipped plan.
  public static let geodata = root.appendingPathComponent("geodata")

  /// The folder of the second, fictional plan.
  public static let secondPlan = root.appendingPathComponent("Tests/Fixtures/second-plan")

  /// The files below a folder of the checkout, ordered by path.
  ///
  /// - Parameter extension: How their names end, without the dot.
  public static func files(below folder: String, extension: String) -> [URL] {
    let start = root.appendingPathComponent(folder)
    let found = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
    return (found?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { $0.pathExtension == `extension` }.sorted { $0.path < $1.path }
  }
}
