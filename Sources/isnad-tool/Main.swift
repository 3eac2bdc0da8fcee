import ArgumentParser
import Isnad

@main
struct IsnadTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "isnad",
    abstract:
      "Finds people, organizations, places, dates and statements in Arabic news: who said what, when, through which agency.",
    discussion: """
      Examples:
        isnad annotate article.txt > article.json
        isnad statements --format table article.txt
        isnad annotate --input jsonl articles.jsonl --output annotated/
        isnad explain article.txt | less
        isnad gazetteer lookup ترامب
      """,
    version: "isnad \(Isnad.version), data \(Isnad.dataVersion)",
    subcommands: [
      Annotate.self, Statements.self, Explain.self, NumbersCommand.self, GazetteerCommand.self, RulesCommand.self,
      Train.self,
    ],
    defaultSubcommand: Annotate.self)
}
