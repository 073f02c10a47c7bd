import GeoJSONCoding

extension StyleReader {
  /// Reads the layers; only those that a printed map draws are returned.
  mutating func layers(
    _ value: JSONValue, _ sources: [ReadSource], _ state: [String: StyleValue]
  ) -> [StyleLayer] {
    guard let items = value.array else {
      wrongKind(value, in: "layers", needed: "an array")
      return []
    }
    var firstUse: [String: JSONValue] = [:]
    var result: [StyleLayer] = []
    for (index, item) in items.enumerated() {
      let path = "layers[\(index)]"
      guard item.object != nil else {
        wrongKind(item, in: path, needed: "an object")
        continue
      }
      if let id = item["id"], let name = id.text {
        if let first = firstUse[name] {
          fault(
            "layer id '\(name)' stands twice; first on line "
              + "\(source.location(at: first.offset).line)", at: id.offset, in: path)
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
      fault("'\(name)' in a layer with 'ref'", at: value.offset, in: path)
    }
    guard let parent = layers.last(where: { $0["id"]?.text == ref.text && ref.text != nil })
    else {
      let ids = layers.compactMap { $0["id"]?.text }
      let question = Suggesting.question(for: ref.text ?? "", in: ids)
      fault("layer \(ref.quoted) does not exist\(question)", at: ref.offset, in: path)
      return nil
    }
    guard parent["ref"] == nil else {
      fault("'ref' names a layer that has a 'ref' itself", at: ref.offset, in: path)
      return nil
    }
    return parent
  }

  /// Checks that a layer can draw what its source holds.
  mutating func checkSource(
    of layer: JSONValue, _ type: String?, _ sources: [ReadSource], in path: String
  ) {
    guard let name = layer["source"], name.text != "" else {
      return fault("missing property 'source'", at: layer.offset, in: path)
    }
    guard let source = sources.first(where: { $0.source.id == name.text }) else {
      let question = Suggesting.question(for: name.text ?? "", in: sources.map(\.source.id))
      return fault("source \(name.quoted) does not exist\(question)", at: name.offset, in: path)
    }
    let kind = source.source.type
    func refuse(_ message: String) { fault(message, at: name.offset, in: path) }
    switch (kind, type) {
    case ("vector", "raster"): refuse("a layer of type 'raster' needs a raster source")
    case (_, "hillshade") where kind != "raster-dem",
      (_, "color-relief") where kind != "raster-dem":
      refuse("a layer of type '\(type ?? "")' needs a raster-dem source")
    case ("raster", _) where type != "raster":
      refuse("a raster source draws layers of type 'raster' only")
    case ("vector", _) where layer["source-layer"] == nil:
      fault("missing property 'source-layer'", at: layer.offset, in: path)
    case ("raster-dem", _) where type != "hillshade" && type != "color-relief":
      refuse("a raster-dem source draws layers of type 'hillshade' or 'color-relief' only")
    case (_, "line")
    where layer["paint"]?["line-gradient"] != nil
      && !(kind == "geojson" && source.json["lineMetrics"]?.bool ?? false):
      fault(
        "'line-gradient' needs a geojson source with 'lineMetrics'", at: layer.offset, in: path)
    default: return
    }
  }
}
