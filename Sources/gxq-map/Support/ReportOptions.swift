internal import ArgumentParser
internal import DistrictPlan
internal import Messages

/// A report to write: in which form, and where to.
struct ReportTarget: Hashable {
  let format: ReportFormat
  /// A file, or `-` for standard output.
  let path: String
}

/// In which formats to report, and where to.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("How to report, text by default: \(ReportFormat.words); may repeat."))
  var format: [ReportFormat] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      """
      Write the report there, or as FORMAT=FILE the one in that format; - is standard output; may \
      repeat.
      """, valueName: "file"))
  var output: [String] = []

  /// The reports to write.
  ///
  /// `FORMAT=FILE` asks for a format and says where it goes; a plain file is for the one format that
  /// has none yet, and standard output is where that goes otherwise.
  func targets() throws(UsageError) -> [ReportTarget] {
    var targets: [ReportTarget] = []
    var files: [String] = []
    for value in output {
      if let target = try Self.target(value) { targets.append(target) } else { files.append(value) }
    }
    var homeless = format.filter { format in !targets.contains { $0.format == format } }
    homeless = homeless.enumerated().filter { homeless.firstIndex(of: $0.element) == $0.offset }
      .map(\.element)
    if homeless.isEmpty, targets.isEmpty { homeless = [.text] }
    guard files.count <= 1, files.isEmpty || homeless.count == 1 else { throw unclear(files) }
    guard homeless.count <= 1 else { throw crowded(homeless) }
    targets += homeless.map { ReportTarget(format: $0, path: files.first ?? "-") }
    for (index, target) in targets.enumerated() {
      guard let other = targets[..<index].first(where: { $0.path == target.path }) else { continue }
      if target.path == "-" { throw crowded([other.format, target.format]) }
      throw UsageError(
        Wording(
          "'\(target.path)' is named for \(other.format.rawValue) and \(target.format.rawValue)",
          zh: "“\(target.path)”同时用于 \(other.format.rawValue) 和 \(target.format.rawValue)"),
        help: Wording("name a file for each", zh: "为每种格式各指定一个文件"))
    }
    return targets
  }

  /// The one plain file of the options, for output that is no report.
  ///
  /// - Parameter flag: What asks for that output.
  func file(for flag: String) throws(UsageError) -> String {
    guard format.isEmpty, output.count <= 1, !output.contains(where: Self.hasFormat)
    else {
      throw UsageError(
        Wording("\(flag) prints no report and takes no format", zh: "\(flag) 不输出报告，不带格式"),
        help: Wording("leave --format out, and name one file at most", zh: "去掉 --format，最多指定一个文件"))
    }
    return output.first ?? "-"
  }

  private static func hasFormat(_ value: String) -> Bool {
    ReportFormat.allCases.contains { value.hasPrefix($0.rawValue + "=") }
  }

  /// Reads `FORMAT=FILE`; `nil` for a plain file.
  private static func target(_ value: String) throws(UsageError) -> ReportTarget? {
    guard let sign = value.firstIndex(of: "=") else { return nil }
    let word = String(value[..<sign])
    let path = String(value[value.index(after: sign)...])
    if let format = ReportFormat(rawValue: word), !path.isEmpty {
      return ReportTarget(format: format, path: path)
    }
    // What is no word can only be a file; what is one was meant as a format.
    guard !word.isEmpty, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    let known = ReportFormat.allCases.map(\.rawValue)
    guard !known.contains(word) else {
      throw UsageError(
        Wording("'\(value)' names no file", zh: "“\(value)”没有写明文件"),
        help: Wording("write '\(word)=FILE'", zh: "写作 \(word)=文件"))
    }
    let question = Suggestion.question(for: word, in: known)
    throw UsageError(
      Wording(
        "unknown format '\(word)'\(question.english)", zh: "没有格式“\(word)”\(question.chinese)"),
      help: Wording(
        "formats: \(ReportFormat.words); a file of that name is './\(value)'",
        zh: "格式：\(ReportFormat.words)；若确为文件名，请写 ./\(value)"))
  }

  private func unclear(_ files: [String]) -> UsageError {
    let list = files.map { "'\($0)'" }.joined(separator: ", ")
    return UsageError(
      Wording("which format goes to \(list) is not said", zh: "没有写明 \(list) 用于哪种格式"),
      help: Wording("write '-o FORMAT=FILE' for each", zh: "逐一写作 -o 格式=文件"))
  }

  private func crowded(_ formats: [ReportFormat]) -> UsageError {
    let list = formats.map(\.rawValue).joined(separator: ", ")
    let example = formats.last?.rawValue ?? ""
    return UsageError(
      Wording(
        "standard output takes one format, asked for \(formats.count): \(list)",
        zh: "标准输出只能写一种格式，要求了 \(formats.count) 种：\(list)"),
      help: Wording(
        "name a file for each but one, such as '-o \(example)=FILE'",
        zh: "除一种外各指定一个文件，例如 -o \(example)=文件"))
  }
}
