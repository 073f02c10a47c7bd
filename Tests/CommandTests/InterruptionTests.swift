import Foundation
import Testing

/// Long work: how far it is, and what is left of it when it is ended.
struct InterruptionTests {
  /// A pipe takes the place of a large file: the test decides when its content comes.
  private let feature = #"""
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
    "geometry":{"type":"Polygon","coordinates":[[[116.5,35.4],[116.6,35.4],[116.6,35.5],[116.5,35.4]]]}}]}
    """#

  @Test(arguments: ["INT", "TERM", "HUP"])
  func interruptedWorkLeavesNothingHalfWritten(signal: String) throws {
    let workspace = try Workspace()
    let outcome = try Program.shell(
      """
      mkfifo in.geojson; echo old >out.geojson
      (for i in $(seq 500); do ls -A | grep '^[.]out.geojson' >seen && break; sleep 0.02; done
      kill -\(signal) $(cat child)) &
      sh -c 'echo $$ >child; exec "$GXQ" convert in.geojson -o out.geojson'; echo $?
      grep -c . seen; rm seen child; ls -A; cat out.geojson
      """, in: workspace.root)
    let ended = ["INT": "130", "TERM": "143", "HUP": "129"]
    #expect(
      outcome.lines == [ended[signal], "1", "in.geojson", "out.geojson", "old"], "\(outcome)")
  }

  @Test
  func aTerminalShowsHowFarLongWorkIs() throws {
    let workspace = try Workspace()
    try workspace.write(feature, to: "feature")
    let outcome = try Program.shell(
      """
      mkfifo parcels.geojson; (sleep 1.2; cat feature >parcels.geojson) &
      script -qefc "\\"$GXQ\\" check parcels.geojson" /dev/null
      """, in: workspace.root, environment: ["TERM": "xterm"])
    #expect(outcome.status == 0, "\(outcome)")
    let bars = outcome.output.split(separator: "\r").filter { $0.contains("█") || $0.contains("░") }
    #expect(bars.contains { $0.hasPrefix("reading 'parcels.geojson' ░") }, "\(outcome)")
    // The line is taken away before the report.
    #expect(outcome.output.contains("\r\u{1B}[K0 errors"), "\(outcome)")
  }

  @Test
  func aFileIsNeverToldHowFarWorkIs() throws {
    let workspace = try Workspace()
    try workspace.write(feature, to: "feature")
    let outcome = try Program.shell(
      """
      mkfifo parcels.geojson; (sleep 1.2; cat feature >parcels.geojson) &
      "$GXQ" check parcels.geojson
      """, in: workspace.root)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(!outcome.output.contains("\u{1B}"))
  }
}
