import GeoJSONCoding
import Testing

@testable import MapStyle

/// The tables agree with the specification as data.
@Suite struct StyleSpecificationTests {
  @Test func everyNameStandsOnce() {
    for type in StyleSpecification.layerTypes {
      let layer = StyleSpecification.layer(type)
      let names = ((layer?.layout ?? []) + (layer?.paint ?? [])).map(\.name)
      #expect(Set(names).count == names.count && !names.isEmpty)
    }
  }

  @Test(.enabled(if: Conformance.folder != nil, "GXQ_CONFORMANCE is not set"))
  func propertiesAreThoseOfTheReference() throws {
    let (_, reference) = try Conformance.read("v8.json")
    for type in StyleSpecification.layerTypes {
      let layer = StyleSpecification.layer(type)
      for (group, properties) in [("layout", layer?.layout), ("paint", layer?.paint)] {
        let members = reference["\(group)_\(type)"]?.object ?? []
        #expect(Set(members.map(\.key)) == Set((properties ?? []).map(\.name)))
        for member in members {
          guard let ours = properties?.first(where: { $0.name == member.key }) else { continue }
          let theirs = PropertySpecification(member.value)
          #expect(ours.expressionType == theirs.expressionType, "\(member.key)")
          #expect(ours.minimum == member.value["minimum"]?.number, "\(member.key)")
          #expect(ours.maximum == member.value["maximum"]?.number, "\(member.key)")
          let wanted = member.value["default"].map { StyleValue($0) } ?? .null
          #expect(Self.isSame(ours, wanted), "\(member.key): \(ours.defaultValue)")
        }
      }
    }
  }

  /// Whether a default is the reference's; a default that is itself a ramp is left to the map.
  private static func isSame(_ ours: PropertySpecification, _ theirs: StyleValue) -> Bool {
    switch ours.kind {
    case .color: theirs.array != nil || ours.defaultValue.color == StyleColor(theirs)
    case .boolean: (ours.defaultValue.bool ?? false) == (theirs.bool ?? false)
    case .padding, .numberArray, .formatted: ours.defaultValue.text != "" || theirs.text == ""
    case .colorArray: true
    default: ours.defaultValue == theirs
    }
  }

  @Test(.enabled(if: Conformance.folder != nil, "GXQ_CONFORMANCE is not set"))
  func everyExpressionOfTheReferenceIsKnown() throws {
    let (_, reference) = try Conformance.read("v8.json")
    let names = reference["expression_name"]?["values"]?.object?.map(\.key) ?? []
    let unknown = names.filter { ExpressionLanguage.forms[$0] == nil }
    #expect(unknown == [])
  }
}
