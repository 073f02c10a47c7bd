import GeoJSONCoding
import Messages

/// A source while layers are checked against it.
struct ReadSource {
  let source: StyleSource
  let json: JSONValue
}

extension StyleReader {
  mutating func readSources(_ value: JSONValue) -> [ReadSource] {
    guard let members = value.object else {
      wrongKind(value, in: "sources", needed: .anObject)
      return []
    }
    return members.map { member in
      let path = "sources.\(member.key)"
      let type = member.value["type"]
      if member.value.object == nil {
        wrongKind(member.value, in: path, needed: .anObject)
      } else if let type {
        checkSource(member.value, type, in: path)
      } else {
        missing("type", of: member.value, in: path)
      }
      return ReadSource(
        source: StyleSource(
          id: member.key, type: type?.text ?? "", data: member.value["data"]?.text),
        json: member.value)
    }
  }

  private mutating func checkSource(_ value: JSONValue, _ type: JSONValue, in path: String) {
    if type.text == "canvas" {
      return fault(
        Wording("a canvas belongs to a program, not to a style", zh: "canvas 属于程序，不属于样式"),
        at: type.offset, in: path)
    }
    guard let word = choice(type, of: StyleSpecification.sourceTypes, in: path + ".type"),
      let shape = StyleSpecification.source(word)
    else { return }
    check(value, shape, in: path)
    if let filter = value["filter"], word == "geojson" {
      _ = self.filter(filter, in: path + ".filter")
    }
    if word == "geojson", value["cluster"]?.bool ?? false { checkClusters(value, in: path) }
    if word == "raster-dem", value["encoding"]?.text != "custom" {
      let custom: Set = ["redFactor", "greenFactor", "blueFactor", "baseShift"]
      for member in value.object ?? [] where custom.contains(member.key) {
        fault(
          Wording(
            "'\(member.key)' belongs to the encoding 'custom'",
            zh: "“\(member.key)”只用于编码“custom”"), at: member.keyOffset,
          in: "\(path).\(member.key)")
      }
    }
  }

  /// Checks what is counted when points are drawn together on a screen.
  private mutating func checkClusters(_ value: JSONValue, in path: String) {
    for property in value["clusterProperties"]?.object ?? [] {
      guard let parts = property.value.array, parts.count == 2 else {
        wrongKind(
          property.value, in: "\(path).\(property.key)", needed: Wording("a pair", zh: "一对值"))
        continue
      }
      let reduction =
        parts[0].text == nil
        ? parts[0]
        : JSONValue(
          .array([
            parts[0], JSONValue.array([.string("accumulated")]),
            JSONValue.array([.string("get"), .string(property.key)]),
          ]), offset: parts[0].offset)
      for (name, json) in [("map", parts[1]), ("reduce", reduction)] {
        let place = "\(path).\(property.key).\(name)"
        var parser = ExpressionParser()
        let expression = parser.parse(json)
        take(parser.faults, in: place)
        guard let dependencies = expression?.dependencies else { continue }
        if !dependencies.isDisjoint(with: [.zoom, .featureState]) {
          fault(
            Wording(
              "'zoom' or 'feature-state' in a cluster's property",
              zh: "聚类属性中有“zoom”或“feature-state”"), at: json.offset, in: place)
        }
      }
    }
  }
}
