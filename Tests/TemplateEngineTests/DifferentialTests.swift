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
    let answers = cases.map { test -> [String: String] in
      switch test.render(openSchema: true) {
      case .success(let text): return ["text": text]
      case .failure(let failure):
        let error = failure.errors[0]
        return ["code": error.code, "message": "\(error.location.start.line):\(error.location.start.column) \(error.message.en)"]
      }
    }
    try JSONEncoder().encode(answers).write(to: URL(fileURLWithPath: target))
  }
}
