public import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry
internal import MapProjection
internal import MapStyle
internal import Messages

/// Makes a web map of a sheet's map: the same style with the same features.
///
/// Names of colours are folded into their values, markers and hatching go into a sprite, and places that
/// sheets compute, such as the ends of lines, become features of their own. Furniture stays behind.
public struct WebMapExport: Sendable {
  private let plan: Plan
  private let options: RenderOptions

  /// Creates an export.
  public init(plan: Plan, options: RenderOptions = RenderOptions()) {
    (self.plan, self.options) = (plan, options)
  }

  /// The web map of a sheet; of a sheet with two maps the later one, or the earlier where no work is done.
  public func map(of sheet: Sheet) throws(RenderError) -> WebMap {
    do {
      let composer = SheetComposer(plan: plan, sheet: sheet, options: options)
      let views = try composer.views()
      let isBefore = options.works == .some(WorksSelection.none)
      guard let view = isBefore ? views.first : views.last else {
        throw RenderError(
          location: sheet.location, message: Wording("the sheet has no map", zh: "图纸没有地图"))
      }
      let source = MapFeatureSource(
        plan: plan, language: options.language, statuses: composer.statuses,
        numbers: composer.numbers(on: [view]))
      var data = WebMapData(plan: plan, source: source, view: view)
      let glyphs = GlyphFiles.files(of: sheet.style, zoom: view.zoom) {
        data.features(of: $0) ?? []
      }
      var style = WebMapStyle(
        sheet: sheet, view: view, language: options.language, hasGlyphs: glyphs != nil)
      try style.convert(using: &data)
      let center = try plan.transformer.unproject([view.placement.center]).first
      var files = [
        WebMap.File(
          path: "style.json", bytes: style.document(center: center, sources: data.sources))
      ]
      files += data.files
      if !style.sprite.pictures.isEmpty {
        files += style.sprite.files(named: "sprite").map {
          WebMap.File(path: $0.name, bytes: $0.bytes)
        }
      }
      files += glyphs ?? []
      let page = WebMapPage(
        title: sheet.title[options.language], language: options.language,
        omissions: style.omissions, hasGlyphs: glyphs != nil)
      return WebMap(
        files: files + page.files,
        omissions: style.omissions)
    } catch let error as RenderError {
      throw error
    } catch {
      throw RenderError(location: sheet.location, message: Wording(of: error))
    }
  }
}
