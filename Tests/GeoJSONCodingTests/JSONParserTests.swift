import GeoJSONCoding
import Testing

@Suite struct JSONParserTests {
  @Test func everyKindIsReadWithItsOffset() throws {
    let value = try parse(#" {"a": [1, -2.5e3, "x"], "b": {"c": true}, "d": false, "e": null}"#)
    #expect(value.offset == 1)
    #expect(value["a"]?.array?.map(\.offset) == [8, 11, 19])
    #expect(value["a"]?.array?[1].number == -2500)
    #expect(value["a"]?.array?[2].text == "x")
    #expect(value["b"]?["c"]?.bool == true)
    #expect(value["d"]?.bool == false)
    #expect(value["e"]?.isNull == true)
    #expect(value.object?.map(\.key) == ["a", "b", "d", "e"])
    #expect(value.object?[1].keyOffset == 25)
  }

  @Test func numbersKeepTheirText() throws {
    let value = try parse("[1.50,-0,1E400,123456789012345678901234567890]")
    #expect(value.description == "[1.50,-0,1E400,123456789012345678901234567890]")
    #expect(value.array?[2].number == .infinity)
    #expect(value.array?[3].number == 1.2345678901234568e29)
    #expect(value.array?[0] == JSONValue(.number(1.5, literal: "1.50")))
    #expect(value.array?[0] != .number(1.5))
    #expect(try parse("3.0").integer == 3)
    #expect(try parse("3.5").integer == nil)
  }

  @Test func escapesAreResolved() throws {
    #expect(
      try parse(#""\"\\\/\b\f\n\r\t\u6d4e\ud83d\ude00\u0000""#).text == "\"\\/\u{8}\u{C}\n\r\t济😀\0")
    #expect(try parse(#"{"\u0061":1}"#)["a"]?.integer == 1)
    #expect(try parse("\"济宁\"").text == "济宁")
  }

  @Test func repeatedKeysAreKeptAndFound() throws {
    let value = try parse(#"{"a":1,"b":[{"c":1,"c":2}],"a":3}"#)
    #expect(value.object?.count == 3)
    #expect(value["a"]?.integer == 3)
    #expect(value.duplicateMembers.map(\.key) == ["a", "c"])
    #expect(value.duplicateMembers.map(\.keyOffset) == [27, 19])
  }

  @Test func manyKeysAreComparedByTheirBytes() throws {
    let keys = (0..<40).map { "key \($0)" } + ["key 7", "\u{E9}", "e\u{301}"]
    let value = try parse("{" + keys.map { "\"\($0)\":0" }.joined(separator: ",") + "}")
    #expect(value.duplicateMembers.map(\.key) == ["key 7"])
    let few = try parse("{\"\u{E9}\":0,\"e\u{301}\":0}")
    #expect(few.duplicateMembers == [])
  }

  @Test func nestingEndsAtTheLimit() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try parse(nested(512)).array?.count == 1)
    #expect(complaint(nested(513)) == "1:513: arrays and objects are nested more than 512 deep")
    #expect(complaint(nested(100_000)).hasPrefix("1:513: "))
    let objects = String(repeating: #"{"a":"#, count: 100_000)
    #expect(complaint(objects).contains("nested more than 512 deep"))
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    #expect(try parse("\u{FEFF}[1]").array?.count == 1)
    #expect(complaint([0xFF, 0xFE, 0x7B, 0]) == "1:1: the file is UTF-16")
  }

  @Test func valuesMadeInCodeAreWritten() {
    let value = JSONValue.object([
      JSONMember("a\"\u{1}\n", .string("济\u{7F}")), JSONMember("b", .array([.bool(true), .null])),
      JSONMember("c", .number(12)), JSONMember("d", .number(-0.1)), JSONMember("e", .number(1e21)),
      JSONMember("f", .number(2.5e-7)), JSONMember("g", .number(1.23456, decimals: 2)),
      JSONMember("h", .number(.nan)), JSONMember("i", .number(-0.0)),
    ])
    #expect(
      value.description == #"{"a\"\u0001\n":"济"# + "\u{7F}"
        + #"","b":[true,null],"c":12,"d":-0.1,"e":1000000000000000000000,"f":0.00000025,"#
        + #""g":1.23,"h":null,"i":0}"#)
  }
}
