import TestSupport
import Testing

@Suite("Command line: subcommands and usage")
struct CommandTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  @Test(
    "wrong usage is status 64 with a message on standard error only",
    arguments: [
      ["--bogus"], ["annotate", "--offsets", "bytes"], ["annotate", "--date", "2025-13-01"],
      ["annotate", "--date", "أمس"], ["annotate", "--jobs", "0"], ["annotate", "--jobs", "many"],
      ["annotate", "--encoding", "latin-9"], ["annotate", "--types", "PER,CAT"], ["annotate", "--min-confidence", "2"],
      ["annotate", "--timex", "some"], ["annotate", "--format", "xml"],
      ["annotate", "--input", "csv"], ["annotate", "--output"], ["gazetteer", "bogus"], ["gazetteer", "check"],
    ])
  func usage(_ arguments: [String]) throws {
    let run = try folder.isnad(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("Error: "))
  }

  @Test("--version tells the version and that of the data")
  func version() throws {
    let run = try folder.isnad("--version")
    #expect(run.status == 0)
    #expect(run.text.wholeMatch(of: /isnad \d+\.\d+\.\d+, data [0-9a-f.]+\n/) != nil)
  }

  @Test("help names every subcommand", arguments: ["annotate", "statements", "explain", "gazetteer", "rules"])
  func help(_ name: String) throws {
    let run = try folder.isnad("--help")
    #expect(run.status == 0)
    #expect(run.text.contains("  " + name))
    #expect(try folder.isnad(name, "--help").status == 0)
  }

  @Test("shell completion", arguments: ["bash", "zsh", "fish"])
  func completion(_ shell: String) throws {
    let run = try folder.isnad("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.text.contains("annotate") && run.text.contains("min-confidence"))
  }

  @Test("statements, one a line, and as a table")
  func statements() throws {
    try folder.file("a.txt", article)
    let run = try folder.isnad("statements", "--date", "2025-03-05", "a.txt")
    #expect(run.status == 0)
    let lines = try JSONNode.lines(run.output)
    #expect(lines.map { $0["cue"]?["text"]?.string } == ["قال", "أضاف"])
    #expect(lines.allSatisfy { $0["document"] == .string("a") && $0["source"]?["name"] == .string("سالم المرزوقي") })
    let table = try folder.isnad("statements", "--format", "table", "--date", "2025-03-05", "a.txt")
    #expect(table.status == 0)
    #expect(table.text.contains("2025-03-04") && table.text.contains("العمل استغرق عامين"))
    let missing = try folder.isnad("statements", "none.txt", "a.txt")
    let alone = try folder.isnad("statements", "a.txt")
    #expect(missing.status == 1 && missing.output == alone.output)
  }

  @Test("explain prints the value of every stage")
  func explain() throws {
    try folder.file("a.txt", article)
    let run = try folder.isnad("explain", "--tokens", "a.txt")
    #expect(run.status == 0)
    for heading in ["# text", "# blocks", "# records", "# entities", "# statements"] {
      #expect(run.text.contains(heading))
    }
    #expect(run.text.contains("person.title-name") && run.text.contains("20-names.rules:"))
    #expect(try folder.isnad("explain", "none.txt").status == 1)
  }

  @Test("gazetteer check names the mistakes, and lookup finds names with proclitics")
  func gazetteer() throws {
    try folder.file("good.tsv", "id\ttype\tname\nloc.a\tLOC\tسنديان\n")
    try folder.file("bad.tsv", "id\ttype\tname\nloc.a\tLOC\tسنـديان\n")
    #expect(try folder.isnad("gazetteer", "check", "good.tsv").status == 0)
    let bad = try folder.isnad("gazetteer", "check", "good.tsv", "bad.tsv")
    #expect(bad.status == 2)
    #expect(bad.errors.contains("bad.tsv:2:") && bad.errors.contains("tatweel"))
    #expect(try folder.isnad("gazetteer", "check", "none.tsv").status == 2)
    let own = try folder.isnad("gazetteer", "lookup", "--gazetteer", "good.tsv", "وبسنديان")
    #expect(own.status == 0 && own.text.contains("loc.a"))
    let capital = try folder.isnad("gazetteer", "lookup", "للقاهرة")
    #expect(capital.text.contains("LOC") && capital.text.contains("القاهرة"))
    #expect(try folder.isnad("gazetteer", "lookup", "زبرقيطة").status == 0)
  }

  @Test("the project's own lists and rules are right")
  func own() throws {
    let rules = try folder.isnad("rules", "check")
    #expect(rules.status == 0, "\(rules.errors)")
  }

  @Test("rules check names the examples that fail")
  func rules() throws {
    try folder.file("rules/cascade.txt", "a.rules longest\n")
    try folder.file(
      "rules/a.rules", "list town\n  سنديان\nrule place.own\n  match town\n  make LOC\n  + إلى [لبنان]\n  - من سنديان\n"
    )
    let run = try folder.isnad("rules", "check", "rules")
    #expect(run.status == 2)
    #expect(run.errors.contains("a.rules:6:3: place.own: finds nothing"))
    #expect(run.errors.contains("a.rules:7:3: place.own: must not match"))
  }
}
