internal import DistrictPlan
internal import Messages
internal import PlanFindings

extension SheetReader {
  mutating func locator(_ entry: ShapedObject) throws(RenderError) -> SheetLocator? {
    guard let node = entry["locator"] else { return nil }
    let values = try object(node, as: SheetShapes.locator)
    return SheetLocator(layers: reference("layers", of: values))
  }

  mutating func wind(_ entry: ShapedObject) throws(RenderError) -> WindTable? {
    guard let node = entry["wind"] else { return nil }
    let values = try object(node, as: SheetShapes.wind)
    let frequency = try winds("frequency", of: values)
    let calm = values.text("calm").flatMap { Double($0) }
    let sum = frequency.reduce(calm ?? 0, +)
    // Each of the values may be rounded.
    guard sum <= 102, frequency.contains(where: { $0 > 0 }) else {
      throw RenderError(
        location: values["frequency"]?.location ?? node.location,
        message: Wording(
          "the wind blows \(DecimalText.short(sum)) % of the year",
          zh: "各风向与静风频率合计 \(DecimalText.short(sum)) %"),
        help: Wording(
          "the sixteen values and 'calm' are percent and make up 100 together",
          zh: "16 个风向与 calm 均为百分比，合计应为 100"))
    }
    return WindTable(
      frequency: frequency,
      pollution: values["pollution"] == nil ? [] : try winds("pollution", of: values), calm: calm,
      source: values.text("source").map { Wording(values.text("source_en") ?? $0, zh: $0) })
  }

  private func winds(_ key: String, of values: ShapedObject) throws(RenderError) -> [Double] {
    let node = values[key]
    let numbers = (node?.items ?? []).compactMap { $0.text.flatMap { Double($0) } }
    guard numbers.count == WindTable.directions else {
      throw RenderError(
        location: node?.location ?? values.location,
        message: Wording(
          "'\(key)' has \(numbers.count) values, a wind rose 16 directions",
          zh: "“\(key)”有 \(numbers.count) 个值，风玫瑰有 16 个方位"),
        help: Wording(
          "give one for each of N, NNE, NE, ENE, E … NNW, from north clockwise",
          zh: "自北起顺时针，各方位一个值"))
    }
    return numbers
  }

  mutating func table(_ entry: ShapedObject) throws(RenderError) -> SheetTable? {
    guard let node = entry["table"] else { return nil }
    let values = try object(node, as: SheetShapes.table)
    return SheetTable(
      title: values.text("title").map { Wording(values.text("title_en") ?? $0, zh: $0) },
      layers: reference("layers", of: values),
      columns: values.texts("columns")?.compactMap { SheetTable.Column(rawValue: $0) }
        ?? SheetTable.Column.allCases,
      reported: values.texts("reported") ?? [])
  }

  mutating func atlas(_ entry: ShapedObject) throws(RenderError) -> SheetAtlas? {
    guard let node = entry["atlas"] else { return nil }
    let values = try object(node, as: SheetShapes.atlas)
    return SheetAtlas(
      layer: reference("by", of: values),
      margin: values.text("margin").flatMap(SheetMeasure.share) ?? SheetAtlas.defaultMargin,
      scale: values.text("scale").flatMap { SheetScale($0) } ?? .fit)
  }

  func marks(_ entry: ShapedObject) -> SheetMarks {
    SheetMarks(
      classification: entry.text("classification").map {
        Wording(entry.text("classification_en") ?? $0, zh: $0)
      }, approval: entry.text("approval"), date: entry.text("date"))
  }

  private func reference(_ key: String, of values: ShapedObject) -> Reference {
    Reference(
      names: values.texts(key) ?? [], location: values[key]?.location ?? values.location)
  }
}
