// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [.enableExperimentalFeature("Lifetimes")]

let package = Package(
  name: "isnad",
  products: [
    .library(name: "Isnad", targets: ["Isnad"]),
    .executable(name: "isnad", targets: ["isnad-tool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .target(name: "ICUShim", dependencies: ["CICU"]),
    .target(name: "ArabicText", dependencies: ["ICUShim"], swiftSettings: settings),
    .target(name: "CPrefetch"),
    .target(name: "Gazetteer", dependencies: ["CPrefetch", "ArabicText"], swiftSettings: settings),
    .target(name: "Rules", dependencies: ["ArabicText", "Gazetteer"], swiftSettings: settings),
    .target(name: "Blocks", dependencies: ["ArabicText", "Gazetteer", "Rules"]),
    .target(name: "Time"),
    .target(name: "Entities", dependencies: ["ArabicText", "Blocks", "Gazetteer", "Rules", "Time"]),
    .target(name: "Statements", dependencies: ["ArabicText", "Blocks", "Entities", "Rules"]),
    .target(name: "Formats", dependencies: ["ArabicText", "Blocks", "Entities", "Statements"]),
    .target(name: "Tagger", dependencies: ["ArabicText"], swiftSettings: settings),
    .target(name: "Training", dependencies: ["Formats", "Tagger"]),
    .executableTarget(name: "isnad-compile", dependencies: ["Gazetteer", "Rules"]),
    .plugin(name: "EmbedResources", capability: .buildTool(), dependencies: ["isnad-compile"]),
    .target(name: "Resources", plugins: ["EmbedResources"]),
    .target(
      name: "Isnad",
      dependencies: [
        "ArabicText", "Blocks", "Entities", "Formats", "Gazetteer", "Resources", "Rules", "Statements", "Tagger",
        "Time",
      ]),
    .executableTarget(
      name: "isnad-tool",
      dependencies: ["Isnad", "Training", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "ArabicTextTests", dependencies: ["ArabicText", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "TimeTests", dependencies: ["ICUShim", "TestSupport", "Time"]),
    .testTarget(
      name: "GazetteerTests", dependencies: ["ArabicText", "Gazetteer", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "RulesTests", dependencies: ["ArabicText", "Gazetteer", "Rules", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "FormatsTests", dependencies: ["ArabicText", "Blocks", "Entities", "Formats", "Statements", "TestSupport"]),
    .testTarget(
      name: "IsnadTests", dependencies: ["Isnad", "Resources", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "TaggerTests", dependencies: ["ArabicText", "Tagger", "Training"]),
    .testTarget(name: "CommandTests", dependencies: ["TestSupport", "isnad-tool"]),
  ]
)
