import Foundation
import GeoJSONCoding
import Testing

@Suite struct SourceFileTests {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("gxq-source-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func failure(_ path: String, limit: Int = SourceFile.limit) -> String {
    do {
      _ = try SourceFile.read(path, limit: limit)
      return "read"
    } catch {
      return "\(error)".replacingOccurrences(of: folder.path + "/", with: "")
    }
  }

  @Test func aFileIsReadWholeUnderTheNameGiven() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a.txt").path
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let text = try SourceFile.read(path, as: "shown.txt")
    #expect(text.bytes == bytes)
    #expect(text.file == "shown.txt")
    #expect(try SourceFile.read(path).file == path)
  }

  @Test func whatCannotBeReadIsSaid() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a.txt").path
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
    #expect(failure(folder.appendingPathComponent("none").path) == "file 'none' does not exist")
    #expect(failure(path + "/b") == "file 'a.txt/b' does not exist")
    #expect(failure(folder.path + "/.") == "'.' is a directory")
    #expect(failure("/dev/null") == "'/dev/null' is neither a file nor a pipe")
    #expect(failure(path, limit: 2) == "file 'a.txt' is larger than 2 bytes")
    #expect(failure(path, limit: 3) == "read")
  }
}
