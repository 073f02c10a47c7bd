import GeoJSONCoding
import Messages

extension StyleReader {
  /// Reads the layers; only those that a printed map draws are returned.
  mutating func layers(
    _ value: JSONValue, _ sources: [ReadSource], _ state: [String: StyleValue]
  ) -> [StyleLayer] {
    guard let items = value.array else {
      wrongKind(value, in: "layers", needed: .anArray)
      return []
    }
    var firstUse: [String: JSONValue] = [:]
    var result: [StyleLayer] = []
    for (index, item) in items.enumerated() {
      let path = "layers[\(index)]"
      guard item.object != nil else {
        wrongKind(item, in: path, needed: .anObject)
        continue
      }
      if let id = item["id"], let name = id.text {
        if let first = firstUse[name] {
          let line = source.location(at: first.offset).line
          fault(
            Wording(
              "layer id '\(name)' stands twice; first on line \(line)",
              zh: "图层标识“\(name)”重复，首次出现在第 \(line) 行"), at: id.offset, in: path)
        } else {
          firstUse[name] = id
        }
      }
      if let layer = layer(item, among: items, sources, state, in: path) { result.append(layer) }
    }
    return result
  }

  /// Checks the `ref` of a layer; the layer it names, if that can be.
  mutating func parent(of layer: JSONValue, among layers: [JSONValue], in path: String)
    -> JSONValue?
  {
    guard let ref = layer["ref"] else { return nil }
    for name in ["type", "source", "source-layer", "filter", "layout"] {
      guard let value = layer[name] else { continue }
      fault(
        Wording("'\(name)' in a layer with 'ref'", zh: "带“ref”的图层中有“\(name)”"),
        at: value.offset, in: path)
    }
    guard let parent = layers.last(where: { $0["id"]?.text == ref.text && ref.text != nil })
    else {
      let ids = layers.compactMap { $0["id"]?.text }
      let (name, question) = (ref.quoted, Suggestion.question(for: ref.text ?? "", in: ids))
      fault(
        Wording(
          "layer \(name.english) does not exist\(question.english)",
          zh: "图层\(name.chinese)不存在\(question.chinese)"), at: ref.offset, in: path)
      return nil
    }
    guard parent["ref"] == nil else {
      fault(Self.chain(from: layer, among: layers), at: ref.offset, in: path)
      return nil
    }
    fault(
      Wording("'ref' is deprecated", zh: "“ref”已弃用"), at: ref.offset, in: path,
      help: Wording(
        "give the layer a type, a source and a layout of its own",
        zh: "为该图层写明自己的 type、source 和 layout"), isWarning: true)
    return parent
  }

  /// What is wrong with a layer whose `ref` leads to another `ref`.
  private static func chain(from layer: JSONValue, among layers: [JSONValue]) -> Wording {
    var names = [layer["id"]?.text ?? ""]
    while let name = layers.last(where: { $0["id"]?.text == names.last })?["ref"]?.text {
      let isCircle = names.contains(name)
      names.append(name)
      let way = names.joined(separator: " → ")
      if isCircle { return Wording("'ref' leads in a circle: \(way)", zh: "“ref”形成循环：\(way)") }
    }
    return Wording("'ref' names a layer that has a 'ref' itself", zh: "“ref”所指的图层本身也有“ref”")
  }

  /// Checks that a layer can draw what its source holds.
  mutating func checkSource(
    of layer: JSONValue, _ type: String?, _ sources: [ReadSource], in path: String
  ) {
    guard let name = layer["source"], name.text != "" else {
      return missing("source", of: layer, in: path)
    }
    guard let source = sources.first(where: { $0.source.id == name.text }) else {
      let question = Suggestion.question(for: name.text ?? "", in: sources.map(\.source.id))
      let quoted = name.quoted
      return fault(
        Wording(
          "source \(quoted.english) does not exist\(question.english)",
          zh: "数据源\(quoted.chinese)不存在\(question.chinese)"), at: name.offset, in: path)
    }
    let kind = source.source.type
    func refuse(_ message: Wording) { fault(message, at: name.offset, in: path) }
    switch (kind, type) {
    case ("vector", "raster"):
      refuse(
        Wording("a layer of type 'raster' needs a raster source", zh: "类型为“raster”的图层需要 raster 数据源")
      )
    case (_, "hillshade") where kind != "raster-dem",
      (_, "color-relief") where kind != "raster-dem":
      refuse(
        Wording(
          "a layer of type '\(type ?? "")' needs a raster-dem source",
          zh: "类型为“\(type ?? "")”的图层需要 raster-dem 数据源"))
    case ("raster", _) where type != "raster":
      refuse(
        Wording(
          "a raster source draws layers of type 'raster' only", zh: "raster 数据源只能用于类型为“raster”的图层"))
    case ("vector", _) where layer["source-layer"] == nil:
      missing("source-layer", of: layer, in: path)
    case ("raster-dem", _) where type != "hillshade" && type != "color-relief":
      refuse(
        Wording(
          "a raster-dem source draws layers of type 'hillshade' or 'color-relief' only",
          zh: "raster-dem 数据源只能用于类型为“hillshade”或“color-relief”的图层"))
    case (_, "line")
    where layer["paint"]?["line-gradient"] != nil
      && !(kind == "geojson" && source.json["lineMetrics"]?.bool ?? false):
      fault(
        Wording(
          "'line-gradient' needs a geojson source with 'lineMetrics'",
          zh: "“line-gradient”需要带“lineMetrics”的 geojson 数据源"), at: layer.offset, in: path)
    default: return
    }
  }
}
