// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the project doesn't depend on the engines it is compared with. Our engine is built from
// its sources through symbolic links, with the project's settings.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "template-benchmarks",
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/stencilproject/Stencil", exact: "0.15.1"),
  ],
  targets: [
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "TemplateEngine", dependencies: ["Diagnostics"], swiftSettings: strict),
    .executableTarget(
      name: "TemplateBenchmarks",
      dependencies: [
        "Diagnostics", "TemplateEngine", .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Stencil", package: "Stencil"),
      ],
      swiftSettings: strict),
  ]
)
