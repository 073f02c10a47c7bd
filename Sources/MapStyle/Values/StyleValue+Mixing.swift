extension StyleValue {
  /// The value a share of the way to another; `nil` where there is none between them.
  func mixed(with other: StyleValue, share: Double, in space: StyleColor.Space) -> StyleValue? {
    switch (self, other) {
    case (.number(let a), .number(let b)):
      return .number(a + (b - a) * share)
    case (.color(let a), .color(let b)):
      return .color(a.mixed(with: b, share: share, in: space))
    case (.array(let a), .array(let b)) where a.count == b.count:
      if isProjection, other.isProjection { return transition(to: other, share) }
      var result: [StyleValue] = []
      for (from, to) in zip(a, b) {
        if case .string = from {
          // The anchors of an anchor and offset list stay what they are.
          guard from == to else { return nil }
          result.append(from)
        } else {
          guard let mixed = from.mixed(with: to, share: share, in: space) else { return nil }
          result.append(mixed)
        }
      }
      return .array(result)
    case (.string, .string), (.string, .array), (.array, .string):
      return transition(to: other, share)
    default:
      return nil
    }
  }

  private var isProjection: Bool {
    guard let parts = array, parts.count == 3 else { return false }
    return parts[0].string != nil && parts[1].string != nil && parts[2].number != nil
  }

  /// A map projection on the way to another one.
  private func transition(to other: StyleValue, _ share: Double) -> StyleValue {
    .array([self, other, .number(share)])
  }
}

/// Lists of anchors and offsets, as `text-variable-anchor-offset` takes them.
enum AnchorOffsets {
  static let anchors = [
    "center", "left", "right", "top", "bottom", "top-left", "top-right", "bottom-left",
    "bottom-right",
  ]

  /// Whether a value is anchors and offsets in turn, at least one of each.
  static func areValid(_ value: StyleValue) -> Bool {
    guard let elements = value.array, !elements.isEmpty, elements.count % 2 == 0 else {
      return false
    }
    return elements.indices.allSatisfy { index in
      if index % 2 == 0 { return elements[index].string.map(anchors.contains) ?? false }
      guard let offset = elements[index].array, offset.count == 2 else { return false }
      return offset.allSatisfy { $0.number != nil }
    }
  }
}
