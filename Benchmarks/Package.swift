// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "isnad-benchmarks",
  dependencies: [.package(name: "isnad", path: "..")],
  targets: [
    .executableTarget(name: "isnad-bench", dependencies: [.product(name: "Isnad", package: "isnad")])
  ]
)
