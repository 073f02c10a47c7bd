internal import Messages
internal import MapGeometry

extension Finding {
  /// The order of a report: heaviest first, then rule, parties and place; never the order of work.
  public static func isReportedBefore(_ a: Finding, _ b: Finding) -> Bool {
    if a.severity != b.severity { return a.severity > b.severity }
    if a.code != b.code { return a.code < b.code }
    for party in 0..<min(a.parties.count, b.parties.count)
    where a.parties[party].id != b.parties[party].id {
      return a.parties[party].id < b.parties[party].id
    }
    if a.parties.count != b.parties.count { return a.parties.count < b.parties.count }
    if a.anchor != b.anchor {
      guard let own = a.anchor, let other = b.anchor else { return a.anchor == nil }
      return (own.longitude, own.latitude) < (other.longitude, other.latitude)
    }
    if a.location != b.location {
      guard let second = b.location else { return false }
      return a.location.map { $0 < second } ?? true
    }
    return a.message.english < b.message.english
  }

  /// A short text that stays the same when unrelated lines of the plan change.
  ///
  /// Made by 64-bit FNV-1a from the rule, the parties and the anchor rounded to about a metre; from the
  /// message where there is no anchor, because one party may then offend a rule in several ways.
  public var fingerprint: String {
    var hash = StableHash()
    hash.add(code)
    for id in parties.count == 1 ? [parties[0].id] : parties.map(\.id).sorted() { hash.add(id) }
    if let anchor {
      hash.add(DecimalText.fixed(anchor.longitude, decimals: 5))
      hash.add(DecimalText.fixed(anchor.latitude, decimals: 5))
    } else {
      hash.add(message.english)
    }
    return hash.text
  }
}

/// Texts as one number, which is the same in every run: 64-bit FNV-1a of them with strokes between.
private struct StableHash {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  private var isEmpty = true

  mutating func add(_ text: String) {
    if !isEmpty { add(UInt8(ascii: "|")) }
    isEmpty = false
    for byte in text.utf8 { add(byte) }
  }

  private mutating func add(_ byte: UInt8) {
    hash ^= UInt64(byte)
    hash = hash &* 0x100_0000_01b3
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
