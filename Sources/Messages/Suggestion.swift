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
      guard let distance = EditDistance.between(wanted, letters, atMost: limit),
        distance < max(wanted.count, letters.count)
      else { continue }
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
}
