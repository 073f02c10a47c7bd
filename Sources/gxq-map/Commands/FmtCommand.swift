internal import ArgumentParser
internal import DistrictPlan
internal import GeoJSONCoding
internal import PlanExchange
internal import Messages
internal import PlanFindings

struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Bring GeoJSON files into canonical form: one feature a line, ordered by id.",
    discussion: "Example: gxq-map fmt --check")

  @Argument(help: "GeoJSON files; those of the plan without.")
  var files: [String] = []

  @OptionGroup var options: PlanOptions

  @Flag(name: .long, help: "Write nothing; exit 1 when a file is not in canonical form.")
  var check = false

  func run() throws {
    let language = options.language
    try reporting(language) {
      var decimals = GeoJSONWriter.dataDecimals
      var paths = files
      if paths.isEmpty {
        let directory = try options.directory()
        let loaded = try PlanLoader.load(directory)
        let plan = loaded.plan
        // What a file says wrongly is put right by people, before its form.
        let names = Set(plan.files.values.map(\.source.file))
        if let fault = loaded.refused.first(where: { names.contains($0.location.file) }) {
          throw PlanError(fault)
        }
        decimals = plan.manifest.precision
        paths = plan.files.keys.sorted().map { "\(directory)/\($0)" }
      }
      let results = try paths.map { try (path: $0, bytes: canonical($0, decimals: decimals)) }
      let changed = results.filter { $0.bytes != nil }
      for (path, bytes) in changed {
        if check {
          Terminal.note(
            language == .chinese ? "\(path)：不是规范格式" : "\(path): not in canonical form")
        } else if let bytes {
          try OutputFile.write(bytes, to: path)
          Terminal.note(language == .chinese ? "\(path)：已改写" : "\(path): rewritten")
        }
      }
      if check, !changed.isEmpty { throw Status.findings }
    }
  }

  /// The canonical bytes of a file; `nil` when it has them already.
  private func canonical(_ path: String, decimals: Int) throws(PlanError) -> [UInt8]? {
    let collection: GeoJSONCollection
    do {
      let source = try SourceFile.read(path)
      collection = try GeoJSONReader.read(source)
    } catch let error as JSONError {
      throw PlanError(location: error.location, message: error.message, help: error.help)
    } catch {
      throw PlanError(message: Wording(of: error))
    }
    if let fault = collection.faults.first(where: { !$0.kind.isTolerable }) {
      throw PlanError(
        location: collection.location(of: fault),
        message: fault.message, help: fault.help)
    }
    let bytes = CanonicalForm.bytes(of: collection, decimals: decimals)
    return bytes == collection.source.bytes ? nil : bytes
  }
}
