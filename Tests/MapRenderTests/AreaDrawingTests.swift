import Testing

@testable import MapRender

/// The areas of a layer are written as the items that they stand for.
struct AreaDrawingTests {
  /// More areas than are written in one stretch, and more colours than are kept at hand.
  private static let areas = (0..<1300).map { number in
    SmallScene.area(
      "a.\(number)", Double(number % 40) * 70 - 1400, Double(number / 40) * 55 - 900, 60, 45,
      v: "\(number % 200)")
  }

  private func svg(_ groups: [DrawItem]) -> String {
    let page = SheetPage(
      size: (60, 40), title: "areas", description: "many areas", languageTag: "en", maps: [],
      items: groups)
    return String(decoding: SVGWriter.svg(of: page), as: UTF8.self)
  }

  @Test(arguments: [
    #""fill-color":["rgb",["get","v"],80,120]"#,
    ##""fill-color":["rgb",["get","v"],80,120],"fill-outline-color":"#333","fill-opacity":0.5"##,
    ##""fill-color":"#8dd3c7","fill-outline-color":["rgb",["get","v"],80,120]"##,
    #""fill-color":["rgb",["get","v"],80,120],"fill-translate":[4,8]"#,
  ])
  func areasAreWrittenAsTheirItems(paint: String) throws {
    let scene = try SmallScene(
      layers: ["\"type\":\"fill\",\"paint\":{\(paint)}"], features: Self.areas
    ).scene()
    guard case .group(var group) = try #require(scene.groups.first) else {
      Issue.record("the layer is no group")
      return
    }
    #expect(group.items.areas?.features.count == Self.areas.count)
    let items = Array(group.items)
    #expect(items.count == Self.areas.count)
    let text = svg(scene.groups)
    group.items = DrawItems(items)
    #expect(group.items.areas == nil)
    #expect(text == svg([.group(group)]))
    #expect(text.split(separator: "\n").count(where: { $0.hasPrefix("<path id=") }) == items.count)
  }

  /// Of very many areas no shapes are kept; they are drawn as few are, those at the frame's edge too.
  @Test func manyAreasAreDrawnAsFewAre() throws {
    let areas = (0..<8400).map { number in
      SmallScene.area(
        "a.\(number + 10000)", Double(number % 120) * 27 - 1620, Double(number / 120) * 31 - 1085,
        24, 26, v: "\"\(number % 9)\"")
    }
    func lines(_ areas: [String]) throws -> [Substring] {
      let paint = ##""fill-color":["match",["get","v"],"1","#111111","#222222"]"##
      let scene = try SmallScene(
        layers: ["\"type\":\"fill\",\"paint\":{\(paint)}"], features: areas
      ).scene()
      return svg(scene.groups).split(separator: "\n").filter { $0.hasPrefix("<path id=") }
    }
    let many = try lines(areas)
    let few = try lines(Array(areas.prefix(4000))) + lines(Array(areas.dropFirst(4000)))
    #expect(many.count > 8192)
    #expect(many == few)
  }

  @Test func numbersAreFoundInATableThatGrows() {
    // Three numbers each have the same key, and many more the same region.
    func key(_ number: Int32) -> NumberTable.Key {
      NumberTable.Key(region: (UInt64(number) / 300, 1), own: (UInt64(number) / 3, 7))
    }
    var table = NumberTable(capacity: 8)
    for number in Int32(0)..<5000 {
      if !table.hasRoom(for: 1) { table = table.enlarged(key: key) }
      #expect(table.number(key(number), orPut: number) { $0 == number } == number)
    }
    for number in Int32(0)..<5000 {
      #expect(table.number(key(number), orPut: -1) { $0 == number } == number)
    }
    #expect(table.number(key(5001), orPut: -1) { $0 == 5001 } == -1)
  }
}
