public import GeoJSONCoding
public import Messages

/// A list of classes with their colours, which every style can call by name.
///
/// A class of the palette `landuse` with the code `1401` and the name 公园绿地 is found as
/// `landuse-1401` and as 公园绿地; anything else that stands in its entry, such as `width`, as
/// `landuse-1401-width`. `landuse` itself is a table of all colours by code and by name.
public struct StylePalette: Sendable {
  /// One class.
  public struct Entry: Hashable, Sendable {
    /// The code, unique in the palette.
    public let code: String
    /// The name in both languages.
    public let name: Wording
    /// The colour as it is written.
    public let color: String
    /// What else is said of it, such as `width`.
    let others: [String: StyleValue]
  }

  /// What the names of the palette begin with.
  public let id: String
  /// The title in both languages.
  public let title: Wording
  /// Where the colours are from.
  public let source: String
  /// The classes in the order of the file.
  public let entries: [Entry]

  /// Reads a palette.
  public static func parse(_ source: SourceText) throws(StyleError) -> StylePalette {
    let file = try NamedFile(
      source, version: "gxq_palette",
      known: ["id", "title", "title_en", "source", "date", "note", "classes"])
    let list = try file.required("classes", of: file.root)
    guard let items = list.array else {
      throw file.fault(.mistyped(list, needed: .anArray), at: list.offset)
    }
    var entries: [Entry] = []
    var seen: Set<String> = []
    for item in items {
      guard let members = item.object else {
        throw file.fault(.mistyped(item, needed: .anObject), at: item.offset)
      }
      let code = try file.text("code", of: item)
      let name = try file.text("name", of: item)
      for word in [code, name] where !seen.insert(word).inserted {
        throw file.fault(
          Wording("the class '\(word)' stands twice", zh: "类别“\(word)”重复"), at: item.offset)
      }
      let color = try file.required("color", of: item)
      _ = try file.color(color)
      let known: Set<String> = ["code", "name", "name_en", "color"]
      entries.append(
        Entry(
          code: code, name: Wording(item["name_en"]?.text ?? name, zh: name),
          color: color.text ?? "",
          others: members.reduce(into: [:]) { others, member in
            if !known.contains(member.key) { others[member.key] = StyleValue(member.value) }
          }))
    }
    return StylePalette(
      id: try file.text("id", of: file.root), title: try file.wording("title"),
      source: try file.text("source", of: file.root), entries: entries)
  }

  /// The values by name, as a theme has them.
  ///
  /// A class that the theme gives another colour has it under its code and its name.
  public func values(under theme: [String: StyleValue] = [:]) -> [String: StyleValue] {
    var result: [String: StyleValue] = [:]
    var table: [String: StyleValue] = [:]
    for entry in entries {
      let key = "\(id)-\(entry.code)"
      let color = theme[key] ?? theme[entry.name.chinese] ?? .string(entry.color)
      for word in [entry.code, entry.name.chinese] { table[word] = color }
      for word in [key, entry.name.chinese] { result[word] = color }
      for (name, value) in entry.others {
        result["\(key)-\(name)"] = theme["\(key)-\(name)"] ?? value
      }
    }
    result[id] = .object(table)
    return result
  }
}
