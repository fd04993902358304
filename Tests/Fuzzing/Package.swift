// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the project's is never built with a fuzzer in it. The engine is built from its sources
// through symbolic links: the fuzzer wants them instrumented.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// The program's `main` is libFuzzer's.
let fuzzer = strict + [.unsafeFlags(["-parse-as-library"])]

let package = Package(
  name: "template-fuzzers",
  targets: [
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "TemplateEngine", dependencies: ["Diagnostics"], swiftSettings: strict),
    .target(name: "FuzzInput", dependencies: ["Diagnostics", "TemplateEngine"], swiftSettings: strict),
    .executableTarget(
      name: "LoadFuzzer", dependencies: ["Diagnostics", "TemplateEngine", "FuzzInput"], swiftSettings: fuzzer),
    .executableTarget(
      name: "RenderFuzzer", dependencies: ["Diagnostics", "TemplateEngine", "FuzzInput"], swiftSettings: fuzzer),
  ]
)
