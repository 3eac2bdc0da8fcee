import ArgumentParser
import Isnad

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Run the examples of the rules.", subcommands: [Check.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run every rule's examples: those marked + must match, those marked - must not.")
    @Argument(help: "A folder with cascade.txt and rule files; ours where not given.") var folder: String?

    func run() throws {
      var options = try AnnotationOptions.parse([])
      options.rules = folder
      let isnad = try options.load(ruleExamples: true)
      let report = RuleExamples.check(isnad.cascade)
      for f in report.failures { Files.warn(f.description) }
      Files.write(
        Array("\(report.rules) rules, \(report.examples) examples, \(report.failures.count) failures\n".utf8), to: 1)
      if !report.failures.isEmpty { throw ExitCode(2) }
    }
  }
}
