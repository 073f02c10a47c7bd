internal import ArgumentParser
internal import DistrictPlan
internal import Messages
internal import PlanExchange

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a GeoJSON file anew, on the plane of a CRS where one is named.",
    discussion: """
      Features keep their order, properties their text. With --crs the coordinates are metres and a \
      'crs' member names the CRS: programs that know only RFC 7946 take them for degrees. The memory \
      it takes does not grow with the file.
      Example: gxq-map convert parcels.geojson --crs EPSG:4547 -o plane.geojson
      """)

  @Argument(help: "A GeoJSON file.")
  var file: String

  @Option(name: .long, help: ArgumentHelp("The projected CRS to write in.", valueName: "crs"))
  var crs: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The most decimals: 7 of a degree, 3 of a metre unless said.", valueName: "n"))
  var decimals: Int?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write; - is standard output.", valueName: "file"))
  var output = "-"

  @Option(name: .long, help: "Language of messages: zh or en; else from the locale.")
  var lang: Language?

  @OptionGroup var work: JobOptions

  func run() throws {
    try reporting(Terminal.language(lang)) {
      try work.apply()
      if let decimals, !(0...15).contains(decimals) {
        throw UsageError(
          Wording(
            "'--decimals' is \(decimals); expected 0 to 15",
            zh: "“--decimals”为 \(decimals)，应为 0 至 15"))
      }
      // Data on the way to a terminal leaves no room for a line of ours.
      if output != "-" { ProgressBar.show(Terminal.language(lang)) }
      let conversion = try GeoJSONConversion(crs: crs, decimals: decimals)
      if output == "-" {
        try conversion.convert(file) { bytes throws(PlanError) in Terminal.output(bytes) }
      } else {
        try OutputFile.write(to: output) { (sink) throws(PlanError) in
          try conversion.convert(file) { bytes throws(PlanError) in try sink.put(bytes) }
        }
      }
    }
  }
}
