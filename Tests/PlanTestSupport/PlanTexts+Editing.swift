public import DistrictPlan
public import Foundation

/// An edit of a plan's text that does not fit the text.
public struct EditError: Error, CustomStringConvertible {
  /// What is.
  public let description: String
}

extension PlanTexts {
  /// The files of a plan folder as texts.
  public init(folder: URL) throws {
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".yaml") || name.hasSuffix(".geojson") {
      files[name] = try String(
        contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    self.init(files: files)
  }

  /// The same texts with one passage of one file replaced; the passage must stand there exactly once.
  public func replacing(_ old: String, with new: String, in file: String) throws -> PlanTexts {
    guard let text = files[file] else { throw EditError(description: "no file '\(file)'") }
    let count = text.components(separatedBy: old).count - 1
    guard count == 1 else {
      throw EditError(description: "'\(old)' stands \(count) times in '\(file)'")
    }
    return replacing(file, with: text.replacingOccurrences(of: old, with: new))
  }

  /// The same texts with one file replaced or added.
  public func replacing(_ file: String, with text: String) -> PlanTexts {
    var files = files
    files[file] = text
    return PlanTexts(files: files)
  }

  /// The same texts with the line of one feature changed.
  public func changing(
    _ id: String, in file: String, _ change: (String) throws -> String
  ) throws -> PlanTexts {
    var lines = (files[file] ?? "").components(separatedBy: "\n")
    guard let index = lines.firstIndex(where: { $0.contains("\"id\":\"\(id)\",\"properties\"") })
    else { throw EditError(description: "no feature '\(id)' in '\(file)'") }
    lines[index] = try change(lines[index])
    return replacing(file, with: lines.joined(separator: "\n"))
  }

  /// The same texts without a feature.
  public func removing(_ id: String, from file: String) throws -> PlanTexts {
    let text = files[file] ?? ""
    let lines = text.components(separatedBy: "\n")
    var features = lines.dropFirst().filter { $0.hasPrefix("{\"type\":\"Feature\"") }
      .map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
    let count = features.count
    features.removeAll { $0.contains("\"id\":\"\(id)\",\"properties\"") }
    guard features.count == count - 1, let head = lines.first else {
      throw EditError(description: "no feature '\(id)' in '\(file)'")
    }
    return replacing(
      file, with: "\(head)\n\(features.joined(separator: ",\n"))\n]}\n")
  }

  /// Writes the texts into a folder, making it.
  public func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
  }
}
