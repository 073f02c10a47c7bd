internal import DistrictPlan
internal import Foundation

/// What is installed beside the program: the plan and styles it comes with.
enum Bundled {
  /// The folder that holds `geodata` and `styles`: `share/gxq-map` of an installation, or the
  /// checkout that the program was built in.
  static let directory: String? = {
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    let bin = program.deletingLastPathComponent()
    var candidates = [bin.deletingLastPathComponent().appendingPathComponent("share/gxq-map")]
    var folder = bin
    for _ in 0..<4 {
      folder.deleteLastPathComponent()
      candidates.append(folder)
    }
    return candidates.first {
      FileManager.default.fileExists(atPath: $0.appendingPathComponent("styles/sheets.yaml").path)
    }?.path
  }()

  /// The plan that the program comes with.
  static var plan: String? { directory.map { $0 + "/geodata" } }
  /// The styles that the program comes with.
  static var styles: String? { directory.map { $0 + "/styles" } }

  /// The styles for a plan: its own, in the folder or beside it, else those the program comes with.
  static func styles(forPlan folder: String) -> String? { ownStyles(ofPlan: folder) ?? styles }

  /// The styles that a plan has itself, in its folder or beside it.
  static func ownStyles(ofPlan folder: String) -> String? {
    let own = ["\(folder)/styles", "\(folder)/../styles"].first {
      FileManager.default.fileExists(atPath: $0 + "/sheets.yaml")
    }
    return own.map(PlanFolder.displayPath)
  }
}
