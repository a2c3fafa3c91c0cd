// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// The accessor that SwiftPM writes for resources imports Foundation. Nothing calls it, the linker
// drops it, and without this the command would still load Foundation at every start.
let withoutFoundation: [SwiftSetting] = [
  .unsafeFlags(["-Xfrontend", "-disable-all-autolinking"], .when(configuration: .release))
]

let package = Package(
  name: "shiji",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "shiji", targets: ["ShijiCommand"]),
    .executable(name: "shiji-bench", targets: ["ShijiBench"]),
    .library(name: "Shiji", targets: ["Shiji"]),
    .library(name: "ChineseText", targets: ["ChineseText"]),
    .library(name: "KnowledgeGraph", targets: ["KnowledgeGraph"]),
  ],
  targets: [
    .target(name: "ChineseText", swiftSettings: settings),
    .target(name: "EventRules", dependencies: ["ChineseText"], swiftSettings: settings),
    .target(name: "KnowledgeGraph", swiftSettings: settings),
    .target(
      name: "Shiji", dependencies: ["ChineseText", "EventRules", "KnowledgeGraph"],
      swiftSettings: settings),
    .executableTarget(name: "lexc", dependencies: ["ChineseText"], swiftSettings: settings),
    .plugin(
      name: "LexiconPlugin", capability: .buildTool(), dependencies: ["lexc"],
      path: "Sources/LexiconPlugin"),
    .target(
      name: "Lexicons", path: "Lexicons",
      exclude: ["README.md", "SOURCES.md", "words", "names", "quantities"],
      sources: ["Lexicons.swift"], resources: [.copy("events")],
      swiftSettings: settings + withoutFoundation, plugins: ["LexiconPlugin"]),
    .executableTarget(
      name: "ShijiCommand", dependencies: ["Shiji", "Lexicons"], swiftSettings: settings),
    .executableTarget(
      name: "ShijiBench", dependencies: ["ChineseText", "Shiji", "Lexicons"],
      swiftSettings: settings),
    .target(
      name: "TextChecks", dependencies: ["ChineseText", "EventRules"], path: "Tests/TextChecks",
      swiftSettings: settings),
    .testTarget(
      name: "ChineseTextTests", dependencies: ["ChineseText", "Lexicons", "TextChecks"],
      resources: [.copy("Cases")], swiftSettings: settings),
    .testTarget(
      name: "EventRulesTests", dependencies: ["EventRules", "Lexicons"], swiftSettings: settings),
    .testTarget(
      name: "KnowledgeGraphTests", dependencies: ["KnowledgeGraph"], swiftSettings: settings),
    .testTarget(
      name: "ShijiTests", dependencies: ["Shiji", "Lexicons", "TextChecks"], exclude: ["Stories"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandLineTests", dependencies: ["ShijiCommand", "ShijiBench"], exclude: ["Golden"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)

// A fuzzer brings a main function of its own, which rules out targets with another one (the
// plugin's tool among them): so there is a package for it alone, see .ci/fuzz.
if Context.environment["SHIJI_FUZZER"] != nil {
  let below = ["ChineseText", "EventRules", "KnowledgeGraph", "Shiji", "TextChecks"]
  package.products = []
  package.targets.removeAll { !below.contains($0.name) }
  package.targets.append(
    .executableTarget(
      name: "FuzzDocuments", dependencies: ["Shiji", "TextChecks"], path: "Tests/Fuzz",
      exclude: ["Seeds", "words.txt"], swiftSettings: settings))
}
