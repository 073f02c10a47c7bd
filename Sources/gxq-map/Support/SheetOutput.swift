internal import ArgumentParser
internal import Foundation
internal import MapRender
internal import Messages

/// The forms in which sheets are written.
enum SheetFormat: String, CaseIterable {
  case svg, pdf, png
}

/// In which formats sheets are written, and where to.
struct SheetOutput {
  enum Place: Equatable {
    case folder(String)
    case file(String)
    case standardOutput
  }

  let formats: [SheetFormat]
  let place: Place

  /// - Parameters:
  ///   - words: The formats as the user wrote them; none where the file's name says it.
  ///   - output: A folder, a file whose name ends with a format, or `-`.
  init(formats words: [String], output: String) throws(UsageError) {
    var formats: [SheetFormat] = []
    for word in words {
      let format: SheetFormat = try WordArgument.value(
        word, Wording("format", zh: "格式"), Wording("formats", zh: "可用的格式"))
      if !formats.contains(format) { formats.append(format) }
    }
    guard output != "-" else {
      self.init(formats.isEmpty ? [.svg] : formats, .standardOutput)
      guard self.formats.count == 1 else { throw Self.crowded(self.formats) }
      return
    }
    let ending = URL(fileURLWithPath: output).pathExtension.lowercased()
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: output, isDirectory: &isFolder)
    if output.hasSuffix("/") || ending.isEmpty || exists && isFolder.boolValue {
      self.init(formats.isEmpty ? [.svg] : formats, .folder(output))
    } else if let format = SheetFormat(rawValue: ending) {
      guard formats.isEmpty || formats == [format] else { throw Self.other(formats, output) }
      self.init([format], .file(output))
    } else if Self.foreign.contains(ending) {
      throw UsageError(
        Wording("no format for '\(output)'", zh: "“\(output)”没有对应的格式"),
        help: Wording(
          "name it .svg, .pdf or .png; a folder ends with /",
          zh: "文件名用 .svg、.pdf 或 .png 结尾；文件夹以 / 结尾"))
    } else {
      self.init(formats.isEmpty ? [.svg] : formats, .folder(output))
    }
  }

  private init(_ formats: [SheetFormat], _ place: Place) {
    (self.formats, self.place) = (formats, place)
  }

  /// The formats, for messages.
  var words: String { formats.map(\.rawValue).joined(separator: ", ") }

  /// Holds that so many sheets can be written there.
  func take(_ count: Int) throws(UsageError) {
    guard count != 1, formats != [.pdf] else { return }
    switch place {
    case .folder: return
    case .standardOutput:
      throw UsageError(
        Wording(
          "standard output takes one sheet, asked for \(count)", zh: "标准输出只能写一张图，要求了 \(count) 张"),
        help: Wording(
          "name it with --sheet, or a folder with -o; a PDF takes them all",
          zh: "用 --sheet 指定一张，或用 -o 指定文件夹；PDF 可含全部图纸"))
    case .file(let path):
      throw UsageError(
        Wording(
          "'\(path)' takes one sheet, asked for \(count)", zh: "“\(path)”只能写一张图，要求了 \(count) 张"),
        help: Wording(
          "name it with --sheet, or a folder with -o; a PDF takes them all",
          zh: "用 --sheet 指定一张，或用 -o 指定文件夹；PDF 可含全部图纸"))
    }
  }

  /// Endings of what people may expect and this program does not write.
  private static let foreign: Set<String> = [
    "jpg", "jpeg", "gif", "webp", "tif", "tiff", "bmp", "eps", "ps", "ai", "dxf", "emf", "svgz",
    "html", "htm", "json", "geojson", "txt",
  ]

  private static func crowded(_ formats: [SheetFormat]) -> UsageError {
    let list = formats.map(\.rawValue).joined(separator: ", ")
    return UsageError(
      Wording(
        "standard output takes one format, asked for \(formats.count): \(list)",
        zh: "标准输出只能写一种格式，要求了 \(formats.count) 种：\(list)"),
      help: Wording("name a folder with -o", zh: "用 -o 指定文件夹"))
  }

  private static func other(_ formats: [SheetFormat], _ output: String) -> UsageError {
    let list = formats.map(\.rawValue).joined(separator: ", ")
    return UsageError(
      Wording("'\(output)' is no file for \(list)", zh: "“\(output)”不是 \(list) 的文件名"),
      help: Wording("name a folder, or leave --format out", zh: "指定文件夹，或去掉 --format"))
  }
}

/// A word of a short list, asked back when it is mistyped.
enum WordArgument {
  static func value<Value: RawRepresentable<String> & CaseIterable>(
    _ word: String, _ kind: Wording, _ all: Wording
  ) throws(UsageError) -> Value {
    if let value = Value(rawValue: word) { return value }
    let words = Value.allCases.map(\.rawValue)
    let question = Suggestion.question(for: word, in: words)
    let list = words.joined(separator: ", ")
    throw UsageError(
      Wording(
        "unknown \(kind.english) '\(word)'\(question.english)",
        zh: "未知的\(kind.chinese)“\(word)”\(question.chinese)"),
      help: Wording("\(all.english): \(list)", zh: "\(all.chinese)：\(list)"))
  }
}
