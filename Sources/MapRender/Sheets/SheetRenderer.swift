public import DistrictPlan
internal import MapGeometry
internal import MapProjection
internal import MapStyle
internal import Messages

/// Renders the sheets of a catalogue for one plan.
///
/// The same plan, catalogue and options give the same bytes, also when several tasks render sheets with
/// one renderer at the same time.
public struct SheetRenderer: Sendable {
  let plan: Plan
  let catalog: SheetCatalog
  let options: RenderOptions
  private let shared: SharedPlan

  /// Creates a renderer.
  public init(plan: Plan, catalog: SheetCatalog, options: RenderOptions = RenderOptions()) {
    self.plan = plan
    self.catalog = catalog
    self.options = options
    shared = SharedPlan(plan)
  }

  /// Renders one sheet.
  ///
  /// - Throws: ``RenderError`` when the sheet asks for a layer or extent that the plan does not have, or
  ///   when the extent does not fit at the sheet's scale.
  public func render(_ sheet: Sheet) throws(RenderError) -> RenderedSheet {
    let first = Result { () throws(RenderError) in try drawn(sheet) }
    guard case .failure(let error) = first, error.isOverflow else { return try first.get() }
    // On other paper than its own a sheet's panel takes from the map what it needs.
    var wider = sheet.withLargerPanel
    while let sheet = wider {
      let next = Result { () throws(RenderError) in try drawn(sheet) }
      if case .success(let drawn) = next { return drawn }
      guard case .failure(let again) = next, again.isOverflow else { break }
      wider = sheet.withLargerPanel
    }
    throw error
  }

  private func drawn(_ sheet: Sheet) throws(RenderError) -> RenderedSheet {
    var composer = SheetComposer(plan: plan, sheet: sheet, options: options, shared: shared)
    do {
      return try composer.rendered()
    } catch let error as RenderError {
      throw error
    } catch {
      throw RenderError(
        location: sheet.location, message: Wording(of: error))
    }
  }
}
