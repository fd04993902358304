import Diagnostics
import TemplateEngine
import Testing

@Suite("Conformance with Jinja2")
struct ConformanceTests {
  /// Each case was produced by running Jinja2 3.1.6.
  @Test(arguments: ConformanceCase.load("template-cases.json", unless: "ETALASE_TEMPLATE_CASES"))
  func conformsToJinja2(_ test: ConformanceCase) {
    switch test.render(openSchema: true) {
    case .success(let text):
      #expect(test.error == nil, "printed \(text.debugDescription)")
      if let expected = test.expected {
        #expect(text.utf8.elementsEqual(expected.utf8), "printed \(text.debugDescription)")
      }
    case .failure(let failure):
      #expect(test.error.map { failure.kinds.contains($0) } ?? false, "\(failure.messages)")
    }
  }

  @Test(arguments: ConformanceCase.load("template-refusals.json", unless: "ETALASE_TEMPLATE_REFUSALS"))
  func refusesWithPlaceAndAlternative(_ test: ConformanceCase) {
    switch test.render(openSchema: false) {
    case .success(let text): Issue.record("was accepted and printed \(text.debugDescription)")
    case .failure(let failure):
      #expect(!failure.errors.isEmpty)
      for error in failure.errors {
        #expect(error.help != nil, "\(failure.messages)")
        #expect(!error.location.file.bytes.isEmpty)
        #expect(error.location.range.upper > 0)
      }
    }
  }
}

extension ConformanceCase.Failure {
  var messages: String { diagnostics.map { TextFormatter(language: .en).format($0) }.joined() }
}
