/// The difference of two texts as `diff -u` and `git apply` write it.
enum UnifiedDiff {
  /// How many equal lines stand around a change.
  private static let context = 3

  /// The patch from one text to another; empty when they are equal.
  static func text(from before: [UInt8], to after: [UInt8], path: String) -> [UInt8] {
    guard before != after else { return [] }
    let old = lines(before)
    let new = lines(after)
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map { place(of: $0) })
    let inserted = Set(difference.insertions.map { place(of: $0) })
    let name = path.hasPrefix("/") ? path : "/\(path)"
    var output = Array("--- a\(name)\n+++ b\(name)\n".utf8)
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      guard removed.contains(i) || inserted.contains(j) else {
        (i, j) = (i + 1, j + 1)
        continue
      }
      let lead = min(context, i)
      var hunk = Hunk(oldStart: i - lead, newStart: j - lead)
      for line in old[(i - lead)..<i] { hunk.add(" ", line, old: true, new: true) }
      var quiet = 0
      while i < old.count || j < new.count {
        if i < old.count, removed.contains(i) {
          hunk.add("-", old[i], old: true, new: false)
          (i, quiet) = (i + 1, 0)
        } else if j < new.count, inserted.contains(j) {
          hunk.add("+", new[j], old: false, new: true)
          (j, quiet) = (j + 1, 0)
        } else {
          guard quiet < context, i < old.count else { break }
          hunk.add(" ", old[i], old: true, new: true)
          (i, j, quiet) = (i + 1, j + 1, quiet + 1)
        }
      }
      output += hunk.bytes
    }
    return output
  }

  private static func place(of change: CollectionDifference<ArraySlice<UInt8>>.Change) -> Int {
    switch change {
    case .remove(let offset, _, _), .insert(let offset, _, _): offset
    }
  }

  private struct Hunk {
    let oldStart: Int
    let newStart: Int
    private var oldCount = 0
    private var newCount = 0
    private var body: [UInt8] = []

    init(oldStart: Int, newStart: Int) {
      self.oldStart = oldStart
      self.newStart = newStart
    }

    mutating func add(_ mark: String, _ line: ArraySlice<UInt8>, old: Bool, new: Bool) {
      body += Array(mark.utf8) + line
      if line.last != UInt8(ascii: "\n") { body += Array("\n\\ No newline at end of file\n".utf8) }
      oldCount += old ? 1 : 0
      newCount += new ? 1 : 0
    }

    var bytes: [UInt8] {
      let (a, b) = (
        oldCount == 0 ? oldStart : oldStart + 1, newCount == 0 ? newStart : newStart + 1
      )
      return Array("@@ -\(a),\(oldCount) +\(b),\(newCount) @@\n".utf8) + body
    }
  }

  /// The lines with their line breaks.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      result.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { result.append(bytes[start...]) }
    return result
  }
}
