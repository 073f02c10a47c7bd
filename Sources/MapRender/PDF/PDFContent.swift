/// Says in a page's content what each numbered stretch is.
struct PDFContent {
  private let bytes: [UInt8]
  private let marks: [PDFMarker.Mark]
  private let layerName: (Int) -> String
  private var out: [UInt8] = []
  private var copied = 0
  private var place = 0
  /// How many stretches each open one closes besides itself.
  private var open: [Int] = []
  /// How many of cairo's numbers were met.
  private var met = 0

  private init(_ bytes: [UInt8], _ marks: [PDFMarker.Mark], layerName: @escaping (Int) -> String) {
    (self.bytes, self.marks, self.layerName) = (bytes, marks, layerName)
    out.reserveCapacity(bytes.count + marks.count * 64)
  }

  /// The content with the layers and the text of each stretch.
  ///
  /// - Parameter layerName: The name of a layer among the page's properties.
  static func named(
    _ content: [UInt8], _ marks: [PDFMarker.Mark], layerName: @escaping (Int) -> String
  ) throws(RenderError) -> [UInt8] {
    var content = PDFContent(content, marks, layerName: layerName)
    content.scan()
    guard content.met == marks.count, content.open.isEmpty else {
      throw PDFFile.strange("\(content.met) marks of \(marks.count)")
    }
    return content.out
  }

  private mutating func scan() {
    var lastName = 0
    var owner = 0
    var number: Int?
    while place < bytes.count {
      let start = place
      switch bytes[place] {
      case UInt8(ascii: "("): skipText()
      case UInt8(ascii: "<"):
        place += 1
        if place < bytes.count, bytes[place] == UInt8(ascii: "<") {
          place += 1
          owner = lastName
        } else {
          while place < bytes.count, bytes[place] != UInt8(ascii: ">") { place += 1 }
          place += 1
        }
      case UInt8(ascii: "/"):
        place += 1
        skipWord()
        lastName = start
        if bytes[start..<place].elementsEqual("/MCID".utf8) {
          number = PDFFile.integers(in: bytes[place...].prefix(12), count: 1).first
        }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        skipWord()
        let word = bytes[start..<place]
        if word.elementsEqual("BDC".utf8) || word.elementsEqual("BMC".utf8) {
          begin(number, from: owner)
          number = nil
        } else if word.elementsEqual("EMC".utf8), let extra = open.popLast(), extra > 0 {
          copy(until: place)
          for _ in 0..<extra { out += Array(" EMC".utf8) }
        }
      default: place += 1
      }
    }
    copy(until: bytes.count)
  }

  private mutating func begin(_ number: Int?, from start: Int) {
    guard let number, marks.indices.contains(number) else { return open.append(0) }
    let mark = marks[number]
    copy(until: start)
    copied = place
    for layer in mark.layers { out += Array("/OC /\(layerName(layer)) BDC ".utf8) }
    let text = mark.text.map { " /ActualText \(PDFText.string($0))" } ?? ""
    let kind = mark.text == nil ? "NonStruct" : "Span"
    out += Array("/\(kind) << /MCID \(number)\(text) >> BDC".utf8)
    open.append(mark.layers.count)
    met += 1
  }

  private mutating func copy(until end: Int) {
    out += bytes[copied..<end]
    copied = end
  }

  /// Passes over letters and digits up to the next sign or space.
  private mutating func skipWord() {
    while place < bytes.count {
      switch bytes[place] {
      case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"):
        return
      default: place += 1
      }
    }
  }

  private mutating func skipText() {
    var depth = 0
    repeat {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      place += 1
    } while depth > 0 && place < bytes.count
  }
}
