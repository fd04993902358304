// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6, imports private unless said otherwise, and no warning left standing.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "etalase",
  products: [.executable(name: "etalase", targets: ["etalase"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "CMarkArena", dependencies: ["CCmarkGFM"]),
    .target(name: "Markdown", dependencies: ["Diagnostics", "CCmarkGFM", "CMarkArena"], swiftSettings: strict),
    .target(name: "TemplateEngine", dependencies: ["Diagnostics"], swiftSettings: strict),
    // Loads libvips itself, when there is a photo to decode.
    .target(name: "CVips"),
    .target(name: "Imaging", dependencies: ["Diagnostics", "CVips"], swiftSettings: strict),
    .target(name: "ProductCatalog", dependencies: ["Diagnostics", "CYAML"], swiftSettings: strict),
    .target(
      name: "SiteBuilder",
      dependencies: [
        "Diagnostics", "Imaging", "Markdown", "TemplateEngine", "ProductCatalog", "CBrotli", "CDeflate", "CQREncode",
      ],
      swiftSettings: strict),
    .target(name: "Preview", dependencies: ["Diagnostics", "SiteBuilder"], swiftSettings: strict),
    .executableTarget(
      name: "etalase",
      dependencies: [
        "Diagnostics", "Imaging", "SiteBuilder", "Preview", "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
    .testTarget(name: "MarkdownTests", dependencies: ["Diagnostics", "Markdown"], swiftSettings: strict),
    .testTarget(
      name: "TemplateEngineTests", dependencies: ["Diagnostics", "TemplateEngine"],
      exclude: ["Fixtures", "Differential"], swiftSettings: strict),
    .testTarget(name: "ImagingTests", dependencies: ["Diagnostics", "Imaging"], swiftSettings: strict),
    .testTarget(
      name: "ProductCatalogTests", dependencies: ["Diagnostics", "ProductCatalog"], swiftSettings: strict),
    .testTarget(
      name: "PreviewTests", dependencies: ["Diagnostics", "SiteBuilder", "Preview"], swiftSettings: strict),
    .testTarget(
      name: "SiteBuilderTests",
      dependencies: ["Diagnostics", "Markdown", "TemplateEngine", "ProductCatalog", "SiteBuilder"],
      swiftSettings: strict),
  ]
)
