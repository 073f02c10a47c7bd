internal import DistrictPlan
internal import MapStyle
internal import Messages
internal import PlanFindings

/// What a sheet explains: groups of entries, made from the style and from what is drawn.
struct Legend {
  struct Entry {
    let layer: StyleLayer
    /// Layers that are drawn with the sample, such as casings; all in the order of the style.
    let layers: [StyleLayer]
    /// The feature whose look the sample shows.
    let sample: MapFeature?
    let text: String
    let detail: String
    /// What is left of the detail where there is little room: what the symbol does not say itself.
    var brief = ""
    /// The feature that the entry is about; `nil` for entries about a class.
    let feature: String?
    let isLocated: Bool

    /// The entry with nothing drawn beside its own layer.
    var alone: Entry {
      Entry(
        layer: layer, layers: [layer], sample: sample, text: text, detail: detail,
        feature: feature, isLocated: isLocated)
    }
  }

  /// Entries that stand together.
  struct Block {
    var entries: [Entry]
    var columns: Int
  }

  struct Group {
    let title: String
    var detail: String
    var order: Double
    var blocks: [Block]
  }

  var groups: [Group] = []
}

/// Makes a legend out of what a style says of its layers and out of what is drawn.
///
/// `gxq:legend` names a layer's entry, `gxq:legend-group` the heading above it, `gxq:legend-by` a
/// property whose values get an entry each. `gxq:legend-members` asks for an entry for every feature, in
/// that many columns; `gxq:legend-detail` names properties to print behind them, `gxq:legend-total` what
/// to add up in the heading (`count`, `km`, `km2`), `gxq:legend-with` the layers drawn with the sample.
/// `gxq:key-by` adds an entry for each value of a property under the heading `gxq:key-group`, which all
/// layers that ask for it share. `{layer}` stands for the title of that layer of the plan, in a heading for
/// the part of a slogan that its features fill, so that a style needs no word of any one plan.
struct LegendBuilder {
  let style: StyleDocument
  let language: Language
  let zoom: Double
  /// The plan whose layers the style names.
  let plan: Plan
  /// Whether to say how many and how much; a page of an atlas shows parts of what it would count.
  var hasTotals = true

  func legend(of drawn: [MapScene.DrawnLayer]) -> Legend {
    var legend = Legend()
    var totals: [String: Total] = [:]
    for drawnLayer in drawn {
      let layer = drawnLayer.layer
      addKey(of: drawnLayer, to: &legend)
      guard let text = word("gxq:legend", of: layer) else { continue }
      let title =
        word("gxq:legend-group", of: layer) ?? (language == .chinese ? "图例" : "Legend")
      let block = self.block(text, drawnLayer)
      guard !block.entries.isEmpty else { continue }
      if layer.metadata["gxq:legend-members"] != nil,
        let measure = measure(of: layer)
      {
        var total = totals[title] ?? Total(measure: measure)
        total.add(drawnLayer.features)
        totals[title] = total
      }
      if let index = legend.groups.firstIndex(where: { $0.title == title }) {
        legend.groups[index].add(block)
      } else {
        let order = Double(layer.metadata["gxq:legend-order"] ?? "") ?? 50
        legend.groups.append(Legend.Group(title: title, detail: "", order: order, blocks: [block]))
      }
    }
    for index in legend.groups.indices {
      if let total = totals[legend.groups[index].title] {
        legend.groups[index].detail = total.text(in: language)
      }
    }
    legend.groups = legend.groups.enumerated().sorted {
      ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
    }.map(\.element)
    return legend
  }

  private func addKey(of drawn: MapScene.DrawnLayer, to legend: inout Legend) {
    guard let key = drawn.layer.metadata["gxq:key-by"],
      let title = word("gxq:key-group", of: drawn.layer)
    else { return }
    var block = byValue(of: key, drawn, columns: 2)
    block.entries = block.entries.map(\.alone)
    let order = Double(drawn.layer.metadata["gxq:key-order"] ?? "") ?? 50
    if let index = legend.groups.firstIndex(where: { $0.title == title }) {
      let known = Set(legend.groups[index].blocks.flatMap { $0.entries.map(\.text) })
      let fresh = block.entries.filter { !known.contains($0.text) }
      legend.groups[index].add(Legend.Block(entries: fresh, columns: block.columns))
      legend.groups[index].sortEntries(
        by: SchemaWords.order(of: key).map { SchemaWords.text($0, in: language) })
    } else if !block.entries.isEmpty {
      legend.groups.append(Legend.Group(title: title, detail: "", order: order, blocks: [block]))
    }
  }

  private func word(_ key: String, of layer: StyleLayer) -> String? {
    if language == .english, let english = layer.metadata["\(key)_en"] { return english }
    guard let text = layer.metadata[key], text.utf8.contains(UInt8(ascii: "{")) else {
      return layer.metadata[key]
    }
    // A layer's id in braces stands for what the plan at hand calls it.
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...].dropFirst()
      guard let end = rest.firstIndex(where: { "{}".contains($0) }), rest[end] == "}",
        end > rest.startIndex
      else {
        result += "{"
        continue
      }
      let id = String(rest[..<end])
      let wording = key == "gxq:legend" ? plan.layer(id)?.wording : plan.heading(ofLayer: id)
      result += wording?[language] ?? id
      rest = rest[end...].dropFirst()
    }
    return result + rest
  }

  private func block(_ text: String, _ drawn: MapScene.DrawnLayer) -> Legend.Block {
    let layer = drawn.layer
    if let columns = layer.metadata["gxq:legend-members"].flatMap(Int.init) {
      let layers = layers(with: layer)
      return Legend.Block(
        entries: drawn.features.map { member($0, layer, layers) }, columns: max(1, columns))
    }
    let columns = max(1, layer.metadata["gxq:legend-columns"].flatMap(Int.init) ?? 1)
    let located = drawn.features.filter { $0.isLocated }
    guard let key = layer.metadata["gxq:legend-by"] else {
      return Legend.Block(
        entries: located.prefix(1).map {
          entry(layer, sample: $0, text: text, detail: amount(of: located, layer))
        }, columns: columns)
    }
    return byValue(of: key, drawn, columns: columns)
  }

  /// An entry for each value of a property, in the order of the schema.
  private func byValue(
    of key: String, _ drawn: MapScene.DrawnLayer, columns: Int
  ) -> Legend.Block {
    let layer = drawn.layer
    var seen: [String: MapFeature] = [:]
    for feature in drawn.features where feature.isLocated {
      guard let value = feature.text(key), seen[value] == nil else { continue }
      seen[value] = feature
    }
    let order = SchemaWords.order(of: key)
    let values = seen.keys.sorted {
      (order.firstIndex(of: $0) ?? 99, $0) < (order.firstIndex(of: $1) ?? 99, $1)
    }
    return Legend.Block(
      entries: values.map {
        entry(layer, sample: seen[$0], text: SchemaWords.text($0, in: language))
      }, columns: columns)
  }

  /// - Parameter layers: Those that are drawn with the sample.
  private func member(
    _ feature: MapFeature, _ layer: StyleLayer, _ layers: [StyleLayer]
  ) -> Legend.Entry {
    let keys = (layer.metadata["gxq:legend-detail"] ?? "").split(separator: ",")
    let explained = Set(
      feature.isLocated ? layers.compactMap { $0.metadata["gxq:key-by"] } : [])
    func details(_ keys: some Sequence<Substring>) -> String {
      var words = keys.compactMap { feature.text(String($0)) }.map {
        SchemaWords.text($0, in: language)
      }
      if !feature.isLocated { words.append(language == .chinese ? "选址未定" : "site open") }
      return words.joined(separator: " · ")
    }
    // A feature without a name bears its slot as label already.
    let slot = feature.text("slot_label")
    let label = feature.text("label")
    let name = [feature.text("number"), slot == label ? nil : slot, label].compactMap { $0 }
    return Legend.Entry(
      layer: layer, layers: layers, sample: feature, text: name.joined(separator: " "),
      detail: details(keys), brief: details(keys.filter { !explained.contains(String($0)) }),
      feature: feature.id, isLocated: feature.isLocated)
  }

  private func entry(
    _ layer: StyleLayer, sample: MapFeature?, text: String, detail: String = ""
  ) -> Legend.Entry {
    Legend.Entry(
      layer: layer, layers: layers(with: layer), sample: sample, text: text, detail: detail,
      brief: detail, feature: nil, isLocated: true)
  }

  private func measure(of layer: StyleLayer) -> String? {
    hasTotals ? layer.metadata["gxq:legend-total"] : nil
  }

  /// How many or how much an entry of a class stands for.
  private func amount(of features: [MapFeature], _ layer: StyleLayer) -> String {
    measure(of: layer).map {
      Total(measure: $0, features: features).amount(in: language)
    } ?? ""
  }

  private func layers(with layer: StyleLayer) -> [StyleLayer] {
    let names = (layer.metadata["gxq:legend-with"] ?? "").split(separator: ",").map(String.init)
    return style.layers.filter { $0.id == layer.id || names.contains($0.id) }
  }
}

extension Legend.Group {
  /// Puts the entries of the last block into the order of some texts.
  fileprivate mutating func sortEntries(by order: [String]) {
    guard !blocks.isEmpty else { return }
    blocks[blocks.count - 1].entries.sort {
      (order.firstIndex(of: $0.text) ?? 99, $0.text) < (
        order.firstIndex(of: $1.text) ?? 99, $1.text
      )
    }
  }

  /// Adds entries, to the last block where it has as many columns.
  fileprivate mutating func add(_ block: Legend.Block) {
    if let last = blocks.last, last.columns == block.columns {
      blocks[blocks.count - 1].entries += block.entries
    } else {
      blocks.append(block)
    }
  }
}
