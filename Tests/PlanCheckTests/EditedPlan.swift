import DistrictPlan
import Foundation
import PlanCheck
import PlanFindings

/// The shipped plan as texts in memory, to be edited one feature at a time.
struct EditedPlan {
  typealias LonLat = (longitude: Double, latitude: Double)

  /// A feature or text that an edit needs is not there.
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var files: [String: String]

  /// Reads every file of geodata.
  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("geodata")
    files = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".yaml") || name.hasSuffix(".geojson") {
      files[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
  }

  /// What a check of the plan finds.
  ///
  /// - Parameter rules: The only rules to run; empty runs all.
  func check(only rules: Set<String> = []) throws -> CheckResult {
    var options = CheckOptions()
    options.only = rules
    return try CheckRunner.check(PlanLoader.load(from: PlanTexts(files: files)), options: options)
  }

  /// The plan as read.
  func plan() throws -> Plan { try PlanLoader.load(from: PlanTexts(files: files)).plan }

  /// Replaces a text that stands once in a file.
  mutating func replace(_ old: String, with new: String, in file: String) throws {
    guard let text = files[file], text.components(separatedBy: old).count == 2 else {
      throw Missing(description: "'\(old)' does not stand once in \(file)")
    }
    files[file] = text.replacingOccurrences(of: old, with: new)
  }

  /// Replaces a text in the line of a feature.
  mutating func replace(_ old: String, with new: String, of id: String) throws {
    try edit(id) { line in
      guard line.contains(old) else { throw Missing(description: "'\(old)' of \(id)") }
      return line.replacingOccurrences(of: old, with: new)
    }
  }

  /// Takes a feature out.
  mutating func remove(_ id: String) throws { try edit(id) { _ in nil } }

  /// Takes a feature to another file as another kind.
  mutating func move(_ id: String, to file: String, as kind: String) throws {
    var moved = ""
    try edit(id) { line in
      moved = line.replacingOccurrences(
        of: #""kind":"[a-z_]+""#, with: #""kind":"\#(kind)""#, options: .regularExpression)
      return nil
    }
    var lines = features(in: file)
    lines.append(moved)
    write(lines, to: file)
  }

  /// Changes the positions of a line or of a polygon without holes.
  mutating func reshape(_ id: String, _ change: ([LonLat]) -> [LonLat]) throws {
    try edit(id) { line in
      let pair = #/\[(-?[0-9.]+),(-?[0-9.]+)\]/#
      let matches = line.matches(of: pair)
      guard let first = matches.first, let last = matches.last else {
        throw Missing(description: "positions of \(id)")
      }
      let positions = matches.compactMap { match -> LonLat? in
        guard let x = Double(match.1), let y = Double(match.2) else { return nil }
        return (x, y)
      }
      let text = change(positions).map { position in
        "[" + DecimalText.trimmed(position.longitude, decimals: 8) + ","
          + DecimalText.trimmed(position.latitude, decimals: 8) + "]"
      }
      return line[..<first.range.lowerBound] + text.joined(separator: ",")
        + line[last.range.upperBound...]
    }
  }

  private mutating func edit(_ id: String, _ change: (String) throws -> String?) throws {
    for file in files.keys.sorted() where file.hasSuffix(".geojson") {
      var lines = features(in: file)
      guard let index = lines.firstIndex(where: { $0.contains(#""Feature","id":"\#(id)""#) })
      else { continue }
      if let line = try change(lines[index]) {
        lines[index] = line
      } else {
        lines.remove(at: index)
      }
      write(lines, to: file)
      return
    }
    throw Missing(description: "feature \(id)")
  }

  /// The lines of the features, without the commas between them.
  private func features(in file: String) -> [String] {
    (files[file] ?? "").split(separator: "\n").filter { $0.hasPrefix(#"{"type":"Feature","#) }
      .map { String($0.hasSuffix(",") ? $0.dropLast() : $0) }
  }

  private mutating func write(_ features: [String], to file: String) {
    let body = features.joined(separator: ",\n")
    files[file] = "{\"type\":\"FeatureCollection\",\"features\":[\n\(body)\n]}\n"
  }
}

extension [EditedPlan.LonLat] {
  /// Moved by metres, near enough for an edit.
  func moved(east: Double = 0, north: Double = 0) -> Self {
    map { ($0.longitude + east / metresPerLongitude, $0.latitude + north / 111_000) }
  }

  /// Made larger or smaller about the middle, so that the area changes by a factor.
  func scaled(area factor: Double) -> Self {
    let middle = self.middle
    return map {
      (
        middle.longitude + ($0.longitude - middle.longitude) * factor.squareRoot(),
        middle.latitude + ($0.latitude - middle.latitude) * factor.squareRoot()
      )
    }
  }

  /// Turned a quarter about the middle.
  func turned() -> Self {
    let middle = self.middle
    let ratio = metresPerLongitude / 111_000
    return map {
      (
        middle.longitude - ($0.latitude - middle.latitude) / ratio,
        middle.latitude + ($0.longitude - middle.longitude) * ratio
      )
    }
  }

  /// Mirrored about the parallel of the first position.
  func mirrored() -> Self {
    map { ($0.longitude, 2 * (first?.latitude ?? 0) - $0.latitude) }
  }

  private var middle: EditedPlan.LonLat {
    (
      reduce(0) { $0 + $1.longitude } / Double(count),
      reduce(0) { $0 + $1.latitude } / Double(count)
    )
  }

  private var metresPerLongitude: Double { 111_000 * cos((first?.latitude ?? 0) * .pi / 180) }
}
