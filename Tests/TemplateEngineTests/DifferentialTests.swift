import Foundation
import TemplateEngine
import Testing

@Suite("Differential")
struct DifferentialTests {
  /// Answers the cases that `Differential/fuzz.py` wrote. Does nothing without them.
  @Test func answersDifferentialCases() throws {
    let environment = ProcessInfo.processInfo.environment
    guard environment["ETALASE_DIFFERENTIAL_CASES"] != nil, let target = environment["ETALASE_DIFFERENTIAL_ANSWERS"]
    else { return }
    let cases = ConformanceCase.load("", unless: "ETALASE_DIFFERENTIAL_CASES")
    let answers = cases.map { ["open": answer(to: $0, openSchema: true), "closed": answer(to: $0, openSchema: false)] }
    try JSONEncoder().encode(answers).write(to: URL(fileURLWithPath: target))
  }

  private func answer(to test: ConformanceCase, openSchema: Bool) -> [String: String] {
    switch test.render(openSchema: openSchema) {
    case .success(let text): return ["text": text]
    case .failure(let failure):
      let error = failure.errors[0]
      let place = "\(error.location.start.line):\(error.location.start.column)"
      let stage = failure.isFromRendering ? "render" : "load"
      return ["code": error.code, "message": "\(place) \(error.message.en)", "stage": stage]
    }
  }
}
