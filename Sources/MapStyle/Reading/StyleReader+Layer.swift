import GeoJSONCoding
import Messages

extension StyleReader {
  private static let members = [
    "id", "type", "ref", "metadata", "source", "source-layer", "minzoom", "maxzoom", "filter",
    "layout", "paint",
  ]

  /// Reads one layer; `nil` when it cannot be read, or no printed map draws such layers.
  mutating func layer(
    _ json: JSONValue, among layers: [JSONValue], _ sources: [ReadSource],
    _ state: [String: StyleValue], in path: String
  ) -> StyleLayer? {
    let before = faults.count
    let parent = parent(of: json, among: layers, in: path)
    let shared = parent ?? json
    let type = shared["type"]?.text
    if json["ref"] == nil {
      if json["type"] == nil { missing("type", of: json, in: path) }
      if type != "background" { checkSource(of: json, type, sources, in: path) }
    }
    if json["id"] == nil { missing("id", of: json, in: path) }
    var values: [String: PropertyValue] = [:]
    var filter: StyleExpression?
    for member in json.object ?? [] {
      let place = "\(path).\(member.key)"
      switch member.key {
      case "type": _ = choice(member.value, of: StyleSpecification.layerTypes, in: place)
      case "id", "source", "source-layer": check(member.value, .string, in: place)
      case "minzoom", "maxzoom": check(member.value, .number(min: 0, max: 24), in: place)
      case "filter": filter = self.filter(member.value, in: place)
      case "layout", "paint": read(member, of: type, into: &values, in: place)
      case "metadata", "ref": break
      default:
        if Suggestion.nearest(to: member.key, in: Self.members) != nil {
          unknown(member, in: path, known: Self.members, isWarning: true)
        }
      }
    }
    checkResampling(json, type, in: path)
    if let parent { inherit(from: parent, type, &values, &filter) }
    guard faults[before...].allSatisfy(\.error.isWarning), let id = json["id"]?.text else {
      return nil
    }
    guard let kind = type.flatMap({ LayerType(rawValue: $0) }) else {
      fault(
        Wording(
          "layer '\(id)' of type '\(type ?? "")' is not drawn on a printed map",
          zh: "类型为“\(type ?? "")”的图层“\(id)”不在纸图上绘制"), at: json.offset, in: path,
        isWarning: true)
      return nil
    }
    var context = EvaluationContext()
    context.globalState = state
    let visibility = values["visibility"]?.evaluate(in: &context)
    return StyleLayer(
      id: id, type: kind, source: shared["source"]?.text,
      minZoom: (json["minzoom"] ?? shared["minzoom"])?.number,
      maxZoom: (json["maxzoom"] ?? shared["maxzoom"])?.number,
      isVisible: visibility?.string != "none", metadata: Self.facts(json["metadata"]),
      location: source.location(at: json.offset), globalState: state, filter: filter,
      values: values.mapValues { $0.settled(in: state) })
  }

  /// Reads the properties under `layout` or `paint`.
  private mutating func read(
    _ group: JSONMember, of type: String?, into values: inout [String: PropertyValue],
    in path: String
  ) {
    guard let members = group.value.object else {
      return wrongKind(group.value, in: path, needed: .anObject)
    }
    guard let specification = type.flatMap({ StyleSpecification.layer($0) }) else { return }
    let isLayout = group.key == "layout"
    let known = isLayout ? specification.layout : specification.paint
    for member in members {
      let place = "\(path).\(member.key)"
      if let property = known.first(where: { $0.name == member.key }) {
        let value = read(member.value, property, in: place, isLayout: isLayout)
        if let value { values[member.key] = value }
      } else if !isLayout, member.key.hasSuffix("-transition"),
        let property = known.first(where: { $0.name + "-transition" == member.key }),
        property.traits.contains(.transition)
      {
        check(member.value, StyleSpecification.transition, in: place)
      } else {
        unknownProperty(member, specification, isLayout: isLayout, in: place)
      }
    }
  }

  private mutating func unknownProperty(
    _ member: JSONMember, _ specification: LayerSpecification, isLayout: Bool, in path: String
  ) {
    let others = isLayout ? specification.paint : specification.layout
    guard !others.contains(where: { $0.name == member.key }) else {
      return fault(
        Wording(
          "'\(member.key)' does not belong under '\(isLayout ? "layout" : "paint")'",
          zh: "“\(member.key)”不属于“\(isLayout ? "layout" : "paint")”"), at: member.keyOffset,
        in: path,
        help: Wording(
          "put it under '\(isLayout ? "paint" : "layout")'",
          zh: "放到“\(isLayout ? "paint" : "layout")”之下"))
    }
    let known = isLayout ? specification.layout : specification.paint
    unknown(member, in: path, known: known.map(\.name))
  }

  private mutating func checkResampling(_ json: JSONValue, _ type: String?, in path: String) {
    guard type == "raster", let paint = json["paint"], paint["resampling"] != nil,
      paint["raster-resampling"] != nil
    else { return }
    fault(
      Wording(
        "both 'resampling' and 'raster-resampling'", zh: "同时有“resampling”和“raster-resampling”"),
      at: paint.offset, in: path)
  }

  /// Takes what a layer has from the layer it refers to; faults there are reported there.
  private func inherit(
    from parent: JSONValue, _ type: String?, _ values: inout [String: PropertyValue],
    _ filter: inout StyleExpression?
  ) {
    var reader = StyleReader(source)
    if let json = parent["filter"] { filter = reader.filter(json, in: "") }
    for member in parent.object ?? [] where member.key == "layout" {
      reader.read(member, of: type, into: &values, in: "")
    }
  }
}
