internal import ArgumentParser
internal import Messages

/// What the argument parser says of wrong usage, in Chinese; in English it speaks for itself.
enum UsageMessage {
  /// The lines for wrong usage.
  static func chinese(_ error: any Error, of command: any ParsableCommand.Type) -> [String] {
    let full = command.fullMessage(for: error).split(separator: "\n").map(String.init)
    let usage = full.filter { $0.hasPrefix("Usage: ") }.map { "用法：" + $0.dropFirst(7) }
    let more = full.compactMap { line in
      line.wholeMatch(of: /\s+See '(.+)' for more information\./).map { "  详见 \($0.1)" }
    }
    return ["gxq-map: 错误: \(sentence(command.message(for: error)))"] + usage + more
  }

  /// The sentence for one of the parser's; one that is not known is quoted.
  static func sentence(_ message: String) -> String {
    if let m = message.wholeMatch(of: /Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/) {
      return "未知的选项“\(m.1)”" + (m.2.map { "；是否为“\($0)”？" } ?? "")
    }
    if let m = message.wholeMatch(of: /Missing value for '(.+)'/) { return "“\(m.1)”缺少值" }
    if let m = message.wholeMatch(of: /Missing expected argument '(.+)'/) {
      return "缺少参数“\(m.1)”"
    }
    if let m = message.wholeMatch(of: /(?:Unexpected argument|\d+ unexpected arguments:) '(.+)'/) {
      return "多余的参数“\(m.1.replacing("', '", with: "”“"))”"
    }
    if let m = message.wholeMatch(of: /The option '(.+)' does not take any value, but '(.+)' was.*/)
    {
      return "选项“\(m.1)”不带值，却写了“\(m.2)”"
    }
    // A long list of values stands one a line.
    if let m = message.wholeMatch(
      of: /The value '(.*)' is invalid for '(.+?)'\.[^\n]*\n((?:\s*- .+\n?)+)/)
    {
      let known = m.3.matches(of: /- (\S+)/).map { String($0.1) }
      return "“\(m.2)”不能取值“\(m.1)”；可用的值：" + known.joined(separator: "、")
    }
    let value = /The value '(.*)' is invalid for '(.+?)'(?:\. Please provide one of (.+)\.)?/
    if let m = message.wholeMatch(of: value) {
      let known = m.3.map { words in
        "；可用的值：" + words.matches(of: /'(.+?)'/).map { String($0.1) }.joined(separator: "、")
      }
      return "“\(m.2)”不能取值“\(m.1)”" + (known ?? "")
    }
    return "用法有误，解析器报告“\(message)”"
  }
}
