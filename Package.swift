// swift-tools-version: 6.2
import PackageDescription

/// Flags every target of ours is built with.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target and its tests; the order below is the order in which data flows.
func module(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a library; goldens are read where they lie in the checkout.
func tests(
  of name: String, uses dependencies: [Target.Dependency] = [], resources: [Resource] = [],
  goldens: Bool = false
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.init(stringLiteral: name)] + dependencies,
    exclude: goldens ? ["Goldens"] : [],
    resources: resources,
    swiftSettings: strict
  )
}

/// Libraries that the program opens when it needs them (Sources/COpening), so that it starts without them: on Linux
/// they are not linked, and their headers lie where all headers do.
#if os(Linux)
  func opened(_ package: String) -> String? { nil }
#else
  func opened(_ package: String) -> String? { package }
#endif

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "gxq-map",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "gxq-map", targets: ["gxq-map"]),
    .library(name: "GeoJSONCoding", targets: ["GeoJSONCoding"]),
    .library(name: "DistrictPlan", targets: ["DistrictPlan"]),
    .library(name: "PlanCheck", targets: ["PlanCheck"]),
    .library(name: "MapRender", targets: ["MapRender"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries: each is seen by exactly one target of ours.
    .systemLibrary(
      name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
    .systemLibrary(
      name: "CPROJ", pkgConfig: opened("proj"), providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
    .systemLibrary(
      name: "CCairo", pkgConfig: opened("cairo-ft"),
      providers: [
        .apt(["libcairo2-dev", "libfontconfig-dev", "libfreetype-dev"]),
        .brew(["cairo", "fontconfig", "freetype"]),
      ]),
    .systemLibrary(
      name: "CRSVG", pkgConfig: opened("librsvg-2.0"),
      providers: [.apt(["librsvg2-dev"]), .brew(["librsvg"])]),
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: opened("harfbuzz-subset"),
      providers: [.apt(["libharfbuzz-dev"]), .brew(["harfbuzz"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Words, geometry and files.
    module("Messages"),
    module("Workforce", uses: ["Messages"]),
    module("MapGeometry", uses: ["Messages"]),
    module("MapTopology", uses: ["Messages", "Workforce", "MapGeometry", "CGEOS"]),
    module("MapProjection", uses: ["Messages", "Workforce", "MapGeometry", "CPROJ"]),
    module("GeoJSONCoding", uses: ["Messages", "Workforce", "MapGeometry"]),
    module("FileShapes", uses: ["Messages", "GeoJSONCoding"]),
    module("PlanFindings", uses: ["Messages", "MapGeometry", "GeoJSONCoding", "FileShapes"]),

    // The plan, and what is asked of it.
    module(
      "DistrictPlan",
      uses: [
        "Messages", "Workforce", "MapGeometry", "MapProjection", "GeoJSONCoding", "FileShapes",
        "PlanFindings", yams,
      ]),
    module("PlanNetwork", uses: ["MapGeometry", "MapTopology", "DistrictPlan"]),
    module(
      "PlanCheck",
      uses: [
        "Messages", "Workforce", "MapGeometry", "MapTopology", "MapProjection", "GeoJSONCoding",
        "FileShapes", "DistrictPlan", "PlanNetwork", "PlanFindings",
      ]),
    module(
      "PlanReport",
      uses: [
        "Messages", "MapGeometry", "MapProjection", "GeoJSONCoding", "DistrictPlan", "PlanFindings",
        "PlanCheck",
      ]),
    module("MapStyle", uses: ["Messages", "MapGeometry", "GeoJSONCoding"]),
    module(
      "MapRender",
      uses: [
        "Messages", "Workforce", "MapGeometry", "MapTopology", "MapProjection", "GeoJSONCoding",
        "FileShapes", "DistrictPlan", "PlanNetwork", "PlanFindings", "MapStyle", "CCairo",
        "CHarfBuzz", "CRSVG",
        "CZlib",
      ]),
    module(
      "PlanExchange",
      uses: [
        "Messages", "Workforce", "MapGeometry", "MapProjection", "GeoJSONCoding", "DistrictPlan",
      ]),
    .executableTarget(
      name: "gxq-map",
      dependencies: [
        "Messages", "Workforce", "MapGeometry", "GeoJSONCoding", "FileShapes", "DistrictPlan",
        "PlanCheck", "PlanFindings", "PlanReport", "MapStyle", "MapRender", "PlanExchange",
        arguments,
      ],
      swiftSettings: strict
    ),

    // What holds.
    .target(
      name: "PlanTestSupport", dependencies: ["Messages", "DistrictPlan"],
      path: "Tests/PlanTestSupport",
      swiftSettings: strict
    ),
    tests(of: "Messages"),
    tests(of: "Workforce", uses: ["Messages"]),
    tests(of: "MapGeometry", uses: ["PlanTestSupport"]),
    tests(of: "MapTopology", uses: ["MapGeometry", "PlanTestSupport"]),
    tests(of: "MapProjection", uses: ["MapGeometry", "PlanTestSupport"]),
    tests(of: "GeoJSONCoding", uses: ["MapGeometry", "PlanTestSupport"]),
    .testTarget(
      name: "GeodataTests",
      dependencies: ["DistrictPlan", "MapGeometry", "MapProjection", "Messages", "PlanFindings"],
      swiftSettings: strict),
    tests(
      of: "PlanFindings", uses: ["Messages", "GeoJSONCoding", "MapGeometry", "PlanTestSupport"],
      goldens: true),
    tests(
      of: "DistrictPlan",
      uses: ["GeoJSONCoding", "MapGeometry", "Messages", "PlanFindings", "PlanTestSupport"]),
    tests(of: "PlanNetwork", uses: ["DistrictPlan", "MapGeometry", "PlanTestSupport"]),
    tests(
      of: "PlanCheck",
      uses: [
        "DistrictPlan", "GeoJSONCoding", "MapGeometry", "Messages", "PlanFindings", "PlanExchange",
        "MapRender", "PlanTestSupport", "Workforce",
      ]),
    tests(
      of: "PlanReport",
      uses: [
        "DistrictPlan", "GeoJSONCoding", "PlanCheck", "Messages", "PlanFindings", "PlanTestSupport",
      ],
      goldens: true),
    tests(
      of: "MapStyle", uses: ["GeoJSONCoding", "MapGeometry", "Messages", "PlanTestSupport"],
      resources: [.copy("Fixtures")]),
    .systemLibrary(
      name: "CFreeType", path: "Tests/CFreeType", pkgConfig: "freetype2",
      providers: [.apt(["libfreetype-dev"]), .brew(["freetype"])]),
    tests(
      of: "MapRender",
      uses: [
        "CFreeType", "DistrictPlan", "GeoJSONCoding", "MapGeometry", "MapProjection",
        "MapStyle", "MapTopology", "Messages", "PlanFindings", "PlanTestSupport",
      ], goldens: true),
    tests(
      of: "PlanExchange",
      uses: ["DistrictPlan", "GeoJSONCoding", "Messages", "PlanFindings", "PlanTestSupport"],
      goldens: true),

    // The program as people run it; depending on it makes sure that it is built.
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "gxq-map", "GeoJSONCoding", "Messages", "DistrictPlan", "PlanCheck", "PlanFindings",
        "PlanExchange", "MapRender", "PlanTestSupport",
      ],
      swiftSettings: strict
    ),
  ]
)
