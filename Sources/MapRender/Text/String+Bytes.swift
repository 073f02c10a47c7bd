extension String {
  /// Whether a text stands in this one byte for byte, which is told far sooner than what the two mean as characters.
  func holdsBytes(of text: String) -> Bool {
    let (own, wanted) = (Array(utf8), Array(text.utf8))
    guard own.count >= wanted.count else { return false }
    return (0...own.count - wanted.count).contains { own[$0...].starts(with: wanted) }
  }
}
