/// Finds the known word that a mistyped one was meant to be.
public enum Suggestion {
  /// The nearest candidate, if it is near enough to be worth proposing.
  ///
  /// Near means at most one edit per three characters, three at most; one for shorter words. Ties go
  /// to the first in alphabetical order.
  public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let limit = max(1, min(3, word.count / 3))
    let wanted = Array(word.lowercased())
    var best: (distance: Int, candidate: String)?
    for candidate in candidates.sorted() {
      let letters = Array(candidate.lowercased())
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, letters)
      guard distance <= limit, distance < max(wanted.count, letters.count) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// A question for the end of a message: `; did you mean 'night'?`, or nothing.
  public static func question(
    for word: String, in candidates: some Sequence<String>
  ) -> Wording {
    guard let candidate = nearest(to: word, in: candidates) else { return Wording("", zh: "") }
    return Wording("; did you mean '\(candidate)'?", zh: "；是否为“\(candidate)”？")
  }

  /// Insertions, deletions, replacements and swaps of neighbours needed to turn one word into another.
  private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + Array(repeating: 0, count: b.count)
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
