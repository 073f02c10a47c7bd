// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "gxq-map", path: "..")],
  targets: [
    .executableTarget(
      name: "geojson-speed",
      dependencies: [.product(name: "GeoJSONCoding", package: "gxq-map")])
  ]
)
