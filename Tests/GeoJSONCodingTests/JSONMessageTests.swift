import GeoJSONCoding
import Testing

@Suite struct JSONMessageTests {
  @Test(arguments: [
    ("", "1:1: the file is empty"),
    (" \n", "2:1: the file holds no value"),
    ("[1,]", "1:3: there is a ',' before ']'"),
    ("{\"a\":1,}", "1:7: there is a ',' before '}'"),
    ("[1 2]", "1:4: '2' where ',' or ']' is needed"),
    ("[1", "1:3: the file ends inside an array"),
    ("{\"a\":1", "1:7: the file ends inside an object"),
    ("{\"a\" 1}", "1:6: '1' where ':' is needed after the key"),
    ("{a:1}", "1:2: 'a' where a key is needed"),
    ("{\"a\":}", "1:6: '}' where a value is needed"),
    ("[NaN]", "1:2: 'NaN' is no value of JSON"),
    ("[-Infinity]", "1:2: '-Infinity' is no value of JSON"),
    ("[None]", "1:2: 'None' is no value of JSON"),
    ("[True]", "1:2: 'True' is no value of JSON"),
    ("[tru]", "1:2: 'tru' where a value is needed"),
    ("['a']", "1:2: a string in single quotes"),
    ("[1] // x", "1:5: '/' after the end of the JSON value"),
    ("// x", "1:1: a comment; JSON has none"),
    ("[01]", "1:2: a number starts with '0'"),
    ("[.5]", "1:2: a number starts with '.'"),
    ("[+5]", "1:2: a number starts with '+'"),
    ("[5.]", "1:4: ']' after the decimal point of a number"),
    ("[5e]", "1:4: ']' after the exponent sign of a number"),
    ("[\"a", "1:2: the file ends inside a string"),
    ("[\"a\nb\"]", "1:4: the line ends inside a string"),
    ("[\"a\tb\"]", "1:4: a tab inside a string"),
    ("[\"\\x\"]", "1:3: 'x' after '\\' is no escape of JSON"),
    ("[\"\\u12g4\"]", "1:3: '\\u' is not followed by 4 hexadecimal digits"),
    ("[\"\\ud800\"]", "1:3: half of a surrogate pair stands alone"),
    ("[1]\u{2060}", "1:4: the invisible character U+2060 after the end of the JSON value"),
    ("[1,\n  济]", "2:3: '济' where a value is needed"),
  ])
  func errorsSayWhatIsWhere(text: String, message: String) {
    #expect(complaint(text) == message)
  }

  @Test(
    arguments: [
      ([0x22, 0xFF, 0x22], "1:2: byte 0xFF is not UTF-8"),
      ([0x22, 0xE5, 0xAE, 0x22], "1:2: byte 0xE5 is not UTF-8"),
      ([0x22, 0xC0, 0x80, 0x22], "1:2: byte 0xC0 is not UTF-8"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], "1:2: byte 0xED is not UTF-8"),
      ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], "1:2: byte 0xF4 is not UTF-8"),
      ([0x22, 0x5C, 0x6E, 0x80, 0x22], "1:4: byte 0x80 is not UTF-8"),
      ([0x5B, 0xFE, 0x5D], "1:2: byte 0xFE where a value is needed"),
    ] as [([UInt8], String)])
  func bytesThatAreNotUTF8AreNamed(bytes: [UInt8], message: String) {
    #expect(complaint(bytes) == message)
  }

  @Test func anErrorReadsAsFileLineColumnAndHelp() throws {
    let error = #expect(throws: JSONError.self) { try parse("{\n \"a\": [1,\n  2\n") }
    #expect(
      error.map(String.init(describing:))
        == "t.json:4:1: the file ends inside an array\n  help: close the '[' of line 2, column 7")
  }
}
