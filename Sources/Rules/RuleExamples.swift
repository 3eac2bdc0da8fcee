import ArabicText
import Gazetteer

/// Runs the examples that stand beside the rules.
public enum RuleExamples {
  /// What a run found.
  public struct Report: Sendable {
    /// The number of rules.
    public var rules = 0
    /// The number of examples.
    public var examples = 0
    /// The examples that fail, and the rules that lack a positive or a negative one.
    public var failures: [DataError] = []
  }

  /// Runs all examples: the earlier phases as ever, and of the rule's own phase the rule alone.
  public static func check(_ cascade: Cascade) -> Report {
    var report = Report()
    var runner = cascade.makeRunner()
    for (p, program) in cascade.programs.enumerated() {
      for (n, rule) in program.phase.rules.enumerated() {
        report.rules += 1
        for positive in [true, false] where !rule.examples.contains(where: { $0.isPositive == positive }) {
          report.failures.append(
            DataError(
              file: rule.file, line: rule.line, column: 1,
              "rule '\(rule.id)' has no \(positive ? "positive" : "negative") example"))
        }
        for example in rule.examples {
          report.examples += 1
          if let message = failure(example, n, p, cascade, &runner) {
            report.failures.append(DataError(file: rule.file, line: example.line, column: 3, "\(rule.id): \(message)"))
          }
        }
      }
    }
    return report
  }

  private static func failure(
    _ example: Rule.Example, _ rule: Int, _ phase: Int, _ cascade: Cascade, _ runner: inout CascadeRunner
  ) -> String? {
    let bytes = Array(example.text.utf8)
    var lattice = cascade.annotator.lattice(bytes, Tokenizer.tokenize(bytes))
    for t in lattice.tokens.indices { lattice.set(.inBody, t) }
    _ = runner.run(&lattice, phases: 0..<phase)
    let own = runner.run(lattice, rule: rule, phase: phase).map { lattice.span($0.extent) }
    let expected = example.spans.map { ByteSpan($0.lowerBound, $0.upperBound) }
    if !example.isPositive { return own.isEmpty ? nil : "must not match, but finds «\(lattice.text(own[0]))»" }
    if own == expected { return nil }
    return own.isEmpty ? "finds nothing" : "finds " + own.map { "«\(lattice.text($0))»" }.joined(separator: ", ")
  }
}
