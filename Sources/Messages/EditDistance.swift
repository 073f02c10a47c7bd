/// How far two words are apart: insertions, deletions, replacements and swaps of neighbours.
public enum EditDistance {
  /// The number of edits that turn one word into another; `nil` when it is more than `limit`.
  ///
  /// Only the band of the table that can stay within the limit is worked out, so long texts cost their
  /// length and not its square.
  public static func between<C: Equatable>(_ a: [C], _ b: [C], atMost limit: Int) -> Int? {
    guard limit >= 0, abs(a.count - b.count) <= limit else { return nil }
    let (width, beyond) = (2 * limit + 1, limit + 1)
    // Place k of the row of i stands for the first i letters of a and the first i - limit + k of b.
    var beforeLast: [Int] = []
    var last = (0..<width).map { $0 < limit || $0 - limit > b.count ? beyond : $0 - limit }
    for i in a.indices.map({ $0 + 1 }) {
      var row = Array(repeating: beyond, count: width)
      for k in 0..<width {
        let j = i - limit + k
        guard j > 0, j <= b.count else {
          if j == 0 { row[k] = min(i, beyond) }
          continue
        }
        var best = last[k] + (a[i - 1] == b[j - 1] ? 0 : 1)
        if k + 1 < width { best = min(best, last[k + 1] + 1) }
        if k > 0 { best = min(best, row[k - 1] + 1) }
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforeLast[k] + 1)
        }
        row[k] = min(best, beyond)
      }
      guard row.contains(where: { $0 <= limit }) else { return nil }
      (beforeLast, last) = (last, row)
    }
    let distance = last[b.count - a.count + limit]
    return distance <= limit ? distance : nil
  }
}
