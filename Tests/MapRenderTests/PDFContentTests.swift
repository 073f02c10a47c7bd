import DistrictPlan
import Testing

@testable import MapRender

/// What is written into cairo's PDF afterwards.
struct PDFContentTests {
  @Test func everyStretchIsNamedAndNothingElseChanges() throws {
    let content = """
      q /NonStruct << /MCID 0 >> BDC
      0 0 m f EMC
      /Span << /MCID 1 >> BDC BT (a \\) EMC ( BDC)) Tj
      /Span << /ActualText <FEFF0041> >> BDC <0001>Tj EMC
      ET EMC Q
      """
    let marks = [
      PDFMarker.Mark(layers: [0], text: nil), PDFMarker.Mark(layers: [0, 3], text: "蓼河"),
    ]
    let named = try PDFContent.named(Array(content.utf8), marks) { "oc\($0)" }
    #expect(
      String(decoding: named, as: UTF8.self) == """
        q /OC /oc0 BDC /NonStruct << /MCID 0 >> BDC
        0 0 m f EMC EMC
        /OC /oc0 BDC /OC /oc3 BDC /Span << /MCID 1 /ActualText <FEFF84FC6CB3> >> BDC BT (a \\) EMC ( BDC)) Tj
        /Span << /ActualText <FEFF0041> >> BDC <0001>Tj EMC
        ET EMC EMC EMC Q
        """)
  }

  @Test func marksThatAreMissingAreAnError() {
    let marks = [PDFMarker.Mark(layers: [], text: "a"), PDFMarker.Mark(layers: [], text: "b")]
    #expect(throws: RenderError.self) {
      try PDFContent.named(Array("/Span << /MCID 0 >> BDC EMC".utf8), marks) { "\($0)" }
    }
  }

  @Test func textIsWrittenInUTF16() {
    #expect(PDFText.string("A蓼😀") == "<FEFF004184FCD83DDE00>")
    #expect(PDFText.string("") == "<FEFF>")
  }

  @Test func whatIsPackedComesBack() throws {
    for bytes: [UInt8] in [[], [7], Array(repeating: 0, count: 2_000_000)] {
      let packed = try #require(Deflate.packed(bytes))
      #expect(Deflate.unpacked(packed[...]) == bytes)
    }
    #expect(Deflate.unpacked([1, 2, 3]) == nil)
  }

  @Test(arguments: [
    (0, "D:19700101000000Z"), (951_782_399, "D:20000228235959Z"),
    (951_782_400, "D:20000229000000Z"), (1_582_934_400, "D:20200229000000Z"),
    (4_107_542_400, "D:21000301000000Z"), (253_402_300_799, "D:99991231235959Z"),
  ])
  func secondsBecomeDates(epoch: Int, date: String) {
    #expect(DocumentDate(epoch: epoch)?.pdf == date)
  }

  @Test func noDateBeforeTheFirstOrAfterTheLast() throws {
    #expect(DocumentDate(epoch: -1) == nil)
    #expect(DocumentDate(epoch: 253_402_300_800) == nil)
    let day = try #require(CalendarDay("2019-06-13"))
    #expect(DocumentDate(day).pdf == "D:20190613000000Z")
  }
}
