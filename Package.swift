// swift-tools-version: 6.2
import PackageDescription

/// Whether Scripts/fuzz builds: all code then tells libFuzzer where it went.
let isFuzzing = Context.environment["GONGBAO_FUZZ"] != nil

/// The same rules for every target: Swift 6 mode, no warning let through, imports say who sees them.
let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ] + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

/// A library target of the house with the common settings.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A test target; every one may use the marked-text helpers.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

let package = Package(
  name: "gongbao",
  products: [
    .executable(name: "gongbao", targets: ["gongbao"]),
    .library(name: "GongbaoKit", targets: ["Pipeline", "Ingestion", "KnowledgeGraph", "DocumentModel"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    // What all stages share.
    room("DocumentModel"),

    // Text: ICU, and bytes to documents.
    .systemLibrary(name: "libicu", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .target(name: "CICU", dependencies: ["libicu"]),
    .systemLibrary(name: "libxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CHTML", dependencies: ["libxml2"]),
    .systemLibrary(name: "libarchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .target(name: "CArchive", dependencies: ["libarchive"]),
    room("Ingestion", ["DocumentModel", "CICU", "CHTML", "CArchive"]),
    room("Segmentation", ["DocumentModel", "CICU"]),

    // Tables that can lie in a mapped file, knowledge of the language in them, and the automaton that finds its terms.
    room("FlatTables"),
    room("AhoCorasick", ["FlatTables"]),
    room("Lexicons", ["DocumentModel", "FlatTables"]),

    // Understanding: mentions, names, patterns, relations, entities, in the order text passes them.
    room("LexiconTagging", ["DocumentModel", "FlatTables", "Lexicons", "AhoCorasick", "Segmentation", "RuleMatching"]),
    room("NameRecognition", ["DocumentModel", "FlatTables", "Lexicons"]),
    room("RuleMatching", ["DocumentModel"]),
    room("RelationExtraction", ["DocumentModel", "FlatTables", "Lexicons", "RuleMatching"]),
    room("EntityLinking", ["DocumentModel", "Lexicons", crypto]),

    // Output, and the program.
    room("KnowledgeGraph", ["DocumentModel"]),
    room(
      "Pipeline",
      [
        "DocumentModel", "FlatTables", "Ingestion", "Segmentation", "Lexicons", "LexiconTagging", "NameRecognition",
        "RuleMatching", "RelationExtraction", "EntityLinking", "KnowledgeGraph",
      ]),
    room(
      "LexiconValidation",
      [
        "DocumentModel", "Segmentation", "Lexicons", "NameRecognition", "RuleMatching", "KnowledgeGraph", "Pipeline",
        "AhoCorasick",
      ]),
    room("Explanation", ["DocumentModel", "RuleMatching", "RelationExtraction", "Pipeline"]),
    .executableTarget(
      name: "gongbao",
      dependencies: [
        "Pipeline", "Explanation", "RuleMatching", "Ingestion", "KnowledgeGraph", "DocumentModel", "Lexicons",
        "LexiconValidation", argumentParser,
      ],
      swiftSettings: settings),

    // Makes names/weights.tsv and names/contexts.tsv, run by Scripts/fit-names; no product.
    .executableTarget(
      name: "name-weights", dependencies: ["Pipeline", "NameRecognition", "DocumentModel"],
      path: "Scripts/name-weights", swiftSettings: settings),
    // Measures stages alone, for Scripts/bench.
    .executableTarget(
      name: "gongbao-stages",
      dependencies: ["Pipeline", "RuleMatching", "Ingestion", "KnowledgeGraph", "DocumentModel"],
      path: "Scripts/bench/Stages", swiftSettings: settings),

    // Tests: one target a module, and the shipped data.
    .target(name: "TestSupport", dependencies: ["DocumentModel"], path: "Tests/TestSupport", swiftSettings: settings),
    tests("DocumentModelTests", ["DocumentModel"]),
    tests("KnowledgeGraphTests", ["KnowledgeGraph", "DocumentModel"]),
    tests("ProgramTests", []),
    tests("FlatTablesTests", ["FlatTables"]),
    tests("AhoCorasickTests", ["AhoCorasick"]),
    tests("LexiconsTests", ["Lexicons", "DocumentModel"]),
    tests(
      "LexiconValidationTests", ["LexiconValidation", "ShippedPipeline", "Pipeline", "Lexicons", "DocumentModel"]),
    tests("SegmentationTests", ["Segmentation", "DocumentModel", "CICU"]),
    tests("RuleMatchingTests", ["RuleMatching", "DocumentModel"]),
    tests(
      "ExplanationTests",
      ["Explanation", "Pipeline", "RuleMatching", "RelationExtraction", "Ingestion", "DocumentModel"]),
    tests("IngestionTests", ["Ingestion", "DocumentModel"]),
    tests("NameRecognitionTests", ["DocumentModel", "NameRecognition"]),

    // Tests of the stages together, with the lexicons and rules that are shipped.
    .target(
      name: "ShippedPipeline", dependencies: ["Pipeline", "DocumentModel"], path: "Tests/ShippedPipeline",
      swiftSettings: settings),
    tests("GoldenTests", ["ShippedPipeline", "Pipeline", "Ingestion", "DocumentModel"]),
    tests("RulesTests", ["ShippedPipeline", "Pipeline", "RelationExtraction", "RuleMatching", "DocumentModel"]),
    tests(
      "LexiconTaggingTests",
      ["ShippedPipeline", "Pipeline", "LexiconTagging", "Lexicons", "Segmentation", "DocumentModel"]),
    tests("RelationExtractionTests", ["ShippedPipeline", "RelationExtraction", "Lexicons", "DocumentModel"]),
    tests("EntityLinkingTests", ["EntityLinking", "DocumentModel"]),
    tests("PipelineTests", ["ShippedPipeline", "Pipeline", "Ingestion", "KnowledgeGraph", "DocumentModel"]),
  ]
)

/// A fuzzer: a program that links libFuzzer, and is no part of any other build.
func fuzzer(
  _ name: String, _ folder: String, _ dependencies: [Target.Dependency], dictionaries: [String] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies + ["FuzzDriver", "DocumentModel"], path: "Tests/Fuzz/\(folder)",
    exclude: ["Seeds"] + dictionaries, swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
    linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
}

if isFuzzing {
  package.targets += [
    .target(name: "FuzzDriver", path: "Tests/Fuzz/Driver", swiftSettings: settings),
    fuzzer("IngestionFuzz", "Ingestion", ["Ingestion"]),
    fuzzer("LexiconFuzz", "Lexicons", ["Lexicons"]),
    fuzzer("RuleFuzz", "Rules", ["RuleMatching"], dictionaries: ["rules.dict"]),
    fuzzer("PipelineFuzz", "Pipeline", ["Pipeline", "Ingestion", "KnowledgeGraph"], dictionaries: ["news.dict"]),
  ]
}
