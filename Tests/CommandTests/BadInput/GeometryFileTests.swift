import Foundation
import PlanTestSupport
import Testing

/// GeoJSON files that are not what they should be.
struct GeometryFileTests {
  static let closed = "the file is cut off; restore it"
  static let wellFormed: [BadInput] = [
    .finding(
      "an unknown key", "plan/roads.geojson:2:121", "D01",
      "unknown key 'clas'; did you mean 'class'?",
      help:
        "known keys: accuracy_m, aliases, basis, class, end, id, identity, island, kind, level, name, name_en, "
        + "note, source, start, why"
    ) { try $0.replace("\"class\"", with: "\"clas\"", in: "plan/roads.geojson") },
    .finding(
      "an unknown kind", "plan/roads.geojson:2:78", "D01",
      "unknown value 'raod'; did you mean 'road'?",
      help:
        "known values: zone, sub_district, core, new_town, corridor, corridor_axis, district, "
        + "water_area, water_corridor, watercourse, lake, road, road_work, innovation_site, "
        + "business_quarter, facility, project, park, industry_cluster, growth_block, "
        + "function_area, demonstration_area, railway, landmark, surrounding_area, feature"
    ) { try $0.replace("\"kind\":\"road\"", with: "\"kind\":\"raod\"", in: "plan/roads.geojson") },
    .finding(
      "an unknown class", "plan/roads.geojson:2:129", "D01",
      "unknown value '主干'; did you mean '主干路'?",
      help: "known values: 快速路, 主干路, 次干路, 支路, 慢行"
    ) { try $0.replace("主干路", with: "主干", in: "plan/roads.geojson") },
    .finding(
      "an id that stands twice", "plan/roads.geojson:3:1", "D02",
      "the id 'road.middle' stands twice",
      help: "give this one or that at plan/roads.geojson:2:1 another id"
    ) { try $0.replace("road.north", with: "road.middle", in: "plan/roads.geojson") },
    .finding(
      "a number too large", "plan/roads.geojson:3:267", "G01",
      "the number 1e999 is larger than a Double can hold",
      help: "a Double reaches to 1.8e308; write the number that was meant"
    ) { try $0.replace("[0.004,0]", with: "[1e999,0]", in: "plan/roads.geojson") },
    .finding(
      "a ring that is not closed", "plan/layout.geojson:2:264", "G01",
      "the ring ends at another position than it starts",
      help: "repeat the first position at the end"
    ) {
      try $0.replace(
        "[0,0.004],[0,-0.004]]]", with: "[0,0.004],[0.001,-0.004]]]", in: "plan/layout.geojson")
    },
    .finding(
      "longitude and latitude swapped", "plan/roads.geojson:3:266", "D08",
      "'road.north' has the position [35.4, 116.6], which is not on Earth",
      help: "latitude and longitude look swapped; GeoJSON writes longitude first"
    ) { try $0.replace("[0.004,0]", with: "[35.4,116.6]", in: "plan/roads.geojson") },
    .finding(
      "metres for degrees", "plan/roads.geojson:3:266", "D08",
      "'road.north' has the position [500000.5, 3900000], which is not on Earth",
      help: "these look like metres; GeoJSON takes degrees, so convert the file first"
    ) { try $0.replace("[0.004,0]", with: "[500000.5,3900000]", in: "plan/roads.geojson") },
  ]

  static let broken: [BadInput] = [
    .unreadable(
      "NaN", "plan/roads.geojson:3:267", "'NaN' is no value of JSON",
      help: "write null, or leave the member out"
    ) { try $0.replace("[0.004,0]", with: "[NaN,0]", in: "plan/roads.geojson") },
    .unreadable(
      "a comma too many", "plan/roads.geojson:3:278", "there is a ',' before ']'",
      help: "remove the comma"
    ) { try $0.replace("}\n]}", with: "},\n]}", in: "plan/roads.geojson") },
    .unreadable(
      "an empty file", "plan/roads.geojson:1:1", "the file is empty",
      help: "write a feature collection, be it one without features"
    ) { try $0.write("", to: "plan/roads.geojson") },
    .unreadable(
      "a file cut off after 1 byte", "plan/roads.geojson:1:2",
      "the file ends where a value is needed", help: closed
    ) { try cut($0, to: 1) },
    .unreadable(
      "a file cut off after 10 bytes", "plan/roads.geojson:1:9", "the file ends inside a string",
      help: "close the string with '\"'"
    ) { try cut($0, to: 10) },
    .unreadable(
      "a file cut off after 300 bytes", "plan/roads.geojson:2:237",
      "the file ends inside a string", help: "close the string with '\"'"
    ) { try cut($0, to: 300) },
    .unreadable(
      "a file without its last bracket", "plan/roads.geojson:5:1", "the file ends inside an object",
      help: "close the '{' of line 1, column 1"
    ) { try $0.replace("]}\n", with: "]\n", in: "plan/roads.geojson") },
    .unreadable(
      "bytes that are not UTF-8", "plan/roads.geojson:2:93", "byte 0xFF is not UTF-8",
      help: "save the file as UTF-8"
    ) { workspace in
      var data = try workspace.data("plan/roads.geojson")
      let place = try #require(data.range(of: Data("中路".utf8)))
      data.replaceSubrange(place, with: [0xFF, 0xFE])
      try workspace.write(data, to: "plan/roads.geojson")
    },
    .unreadable(
      "an array 100 000 deep", "plan/roads.geojson:1:513",
      "arrays and objects are nested more than 512 deep",
      help: "coordinates nest 4 deep at most; remove the brackets too many"
    ) { try $0.write(String(repeating: "[", count: 100_000), to: "plan/roads.geojson") },
    .unreadable(
      "coordinates 100 000 deep", "plan/roads.geojson:3:756",
      "arrays and objects are nested more than 512 deep",
      help: "coordinates nest 4 deep at most; remove the brackets too many"
    ) {
      let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
      try $0.replace("[[-0.004,0],[0,0],[0.004,0]]", with: deep, in: "plan/roads.geojson")
    },
    .unreadable(
      "a property 100 000 deep", "plan/roads.geojson:2:600",
      "arrays and objects are nested more than 512 deep",
      help: "coordinates nest 4 deep at most; remove the brackets too many"
    ) {
      let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
      try $0.replace("\"中路\"", with: deep, in: "plan/roads.geojson")
    },
    .unreadable(
      "UTF-16", "plan/roads.geojson:1:1", "the file is UTF-16", help: "save it as UTF-8"
    ) { try $0.write(Data([0xFF, 0xFE, 0x7B, 0]), to: "plan/roads.geojson") },
  ]

  @Test(arguments: wellFormed)
  func faultIsAFinding(_ input: BadInput) throws { try BadInputExpectation.check(input) }

  @Test(arguments: broken)
  func brokenFileIsRefused(_ input: BadInput) throws { try BadInputExpectation.check(input) }

  @Test(arguments: Thoroughness.chosen(of: wellFormed + broken, oneIn: 5))
  func nothingIsWritten(_ input: BadInput) throws { try BadInputExpectation.writing(input) }

  @Test func faultHidesNoOtherFinding() throws {
    let workspace = try Workspace.withStarter()
    try workspace.replace("主干路", with: "主干", in: "plan/roads.geojson")
    try workspace.replace("[0.004,0]", with: "[35.4,116.6]", in: "plan/roads.geojson")
    try workspace.replace("\"kind\":\"zone\"", with: "\"kind\":\"zon\"", in: "plan/layout.geojson")
    let outcome = try workspace.run("check", "plan")
    #expect(outcome.status == 1)
    for words in ["unknown value '主干'", "not on Earth", "unknown value 'zon'"] {
      #expect(outcome.output.contains(words), "\(outcome)")
    }
  }

  private static func cut(_ workspace: Workspace, to count: Int) throws {
    try workspace.write(
      workspace.data("plan/roads.geojson").prefix(count), to: "plan/roads.geojson")
  }
}
