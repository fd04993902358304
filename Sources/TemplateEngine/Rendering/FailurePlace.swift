internal import Diagnostics

/// Where a fault happened, and how rendering came there.
extension Renderer {
  func failure(_ fault: Fault, at instruction: Int, in link: Int) -> RenderFailure {
    let place = program.places[instruction]
    let here = place.place
    let operands = program.operands[Int(place.firstOperand)...].prefix(Int(place.operandCount))
    func text(_ operand: Int) -> String {
      operand < operands.count ? program.files[here.file][operands[operands.startIndex + operand]] : ""
    }
    func diagnostic(_ problem: Problem, _ operand: Int?) -> Diagnostic {
      let range = operand.flatMap { $0 < operands.count ? operands[operands.startIndex + $0] : nil } ?? here.range
      return problem.diagnostic(
        at: SourceLocation(program.files[here.file], range), related: related(here.link, until: link))
    }
    return switch fault {
    case .problem(let problem, let operand): RenderFailure(diagnostic: diagnostic(problem, operand))
    case .undefined(let operand): RenderFailure(diagnostic: diagnostic(.undefinedValue(text(operand)), operand))
    case .wrongType(let found, let accepted, let context, let operand):
      RenderFailure(diagnostic: diagnostic(.wrongType(found, accepted, context, text(operand)), operand))
    case .inMacro(let inner): RenderFailure(diagnostic: called(inner, at: here, until: link))
    }
  }

  /// The chain up to the macro that is running; the call sites continue it.
  private func related(_ start: Int, until stop: Int) -> [Diagnostic.Related] {
    program.chain.related(from: start, until: stop, files: program.files)
  }

  private func called(_ inner: Diagnostic, at place: Place, until link: Int) -> Diagnostic {
    let call = Diagnostic.Related(.calledHere, at: SourceLocation(program.files[place.file], place.range))
    let outer = [call] + related(place.link, until: link)
    let isRepeated = inner.related.last.map { $0.location.range == call.location.range } ?? false
    let shown = isRepeated ? inner.related : inner.related + outer
    return Diagnostic(
      inner.severity, inner.code, inner.message, at: inner.location, related: shown, help: inner.help)
  }
}
