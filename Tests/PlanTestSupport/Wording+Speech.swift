internal import Foundation
public import Messages

extension Wording {
  /// What keeps the wording from being good in both languages, in a sentence; `nil` for nothing.
  public var flaw: String? {
    if english.isEmpty { return "there is no English for '\(chinese)'" }
    return Speech.flaw(inChinese: chinese).map { "\($0) (of '\(english)')" }
  }
}

/// Looks at text the way a reader of Chinese does.
public enum Speech {
  /// What keeps a text from being whole Chinese, in a sentence; `nil` for nothing.
  ///
  /// It must have Chinese in it, and no two English words in a row but in quotes, where names and the
  /// words of other programs stand.
  public static func flaw(inChinese text: String) -> String? {
    guard text.unicodeScalars.contains(where: isHanzi) else { return "no Chinese in '\(text)'" }
    let plain = text.replacing(/“[^”]*”/, with: "“”").replacing(/gxq-map [a-z]+/, with: "")
    return plain.firstMatch(of: /[A-Za-z]{2,} [a-z]{2,}/).map { "'\($0.0)' in '\(text)'" }
  }

  private static func isHanzi(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }
}
