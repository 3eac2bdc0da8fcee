import TestSupport
import Testing

@Suite("Command line: gazetteer import and compile")
struct ImportCommandTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  static let paranames =
    "wikidata_id\teng\tlabel\tlanguage\ttype\nQ1\tX\tزبرقان الشلمغاني\tar\tPER\nQ2\tY\tY\ten\tPER\n"

  @Test("an imported list passes the check and names are found by it")
  func imports() throws {
    try folder.file("p.tsv", Self.paranames + "Q3\n")
    let run = try folder.isnad("gazetteer", "import", "paranames", "p.tsv", "-o", "mine.tsv")
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(run.errors.contains("p.tsv:4:1: 1 cells"))
    #expect(run.errors.contains("4 lines read, 1 rows with 0 variants, 1 broken rows"))
    #expect(run.errors.contains("left out 1: in another language"))
    #expect(try folder.isnad("gazetteer", "check", "mine.tsv").status == 0)
    try folder.file("a.txt", "وصل زبرقان الشلمغاني إلى المدينة.")
    let found = try folder.isnad("annotate", "--gazetteer", "mine.tsv", "a.txt")
    #expect(found.text.contains("per.wd-q1"))
    let piped = try folder.isnad("gazetteer", "import", "paranames", "-", input: Array(Self.paranames.utf8))
    #expect(piped.status == 0)
    #expect(try folder.read("mine.tsv") == piped.output)
  }

  @Test("a file of another format gives status 2, one without a usable name status 1")
  func refused() throws {
    try folder.file("a.txt", article)
    for format in ["geonames", "wikidata", "jrc-names", "paranames", "spacy-jsonl", "gate-lst", "tsv"] {
      let run = try folder.isnad("gazetteer", "import", format, "a.txt", "-o", "out.tsv")
      #expect(run.status == 2, "\(format): \(run.errors)")
      #expect(run.errors.hasPrefix("a.txt: "))
    }
    #expect(try folder.names().contains("out.tsv") == false)
    try folder.file("b.tsv", "Q2\tY\tY\ten\tPER\n")
    #expect(try folder.isnad("gazetteer", "import", "paranames", "b.tsv").status == 1)
    #expect(try folder.isnad("gazetteer", "import", "paranames", "none.tsv").status == 1)
    #expect(try folder.isnad("gazetteer", "import", "nonsense", "b.tsv").status == 64)
    #expect(try folder.isnad("gazetteer", "import", "tsv", "b.tsv", "--columns", "nom=1").status == 64)
  }

  @Test("only the first 20 mistakes are printed")
  func mistakes() throws {
    try folder.file("p.tsv", Self.paranames + String(repeating: "Q3\n", count: 50))
    let run = try folder.isnad("gazetteer", "import", "paranames", "p.tsv")
    #expect(run.errors.split(separator: "\n").count { $0.hasPrefix("p.tsv:") } == 20)
    #expect(run.errors.contains("… and 30 more broken rows"))
  }

  @Test("GATE: an index, a list beside it, a list alone")
  func gate() throws {
    try folder.file(
      "g/lists.def", "city.lst:location:city:arabic\nnone.lst:location\nmale.lst:person_first:male\n")
    try folder.file("g/city.lst", "بلدة الزنابق&country=SD\n")
    try folder.file("g/male.lst", "سالم\n")
    let all = try folder.isnad("gazetteer", "import", "gate-lst", "g/lists.def")
    #expect(all.status == 0 && all.text.contains("\tLOC\tcity\tبلدة الزنابق\t\t\t\t\tSD\n"))
    #expect(all.text.split(separator: "\n").count == 2)
    #expect(all.errors.contains("g/lists.def:2:1: g/none.lst: "))
    #expect(try folder.isnad("gazetteer", "import", "gate-lst", "g/city.lst").output == all.output)
    #expect(try folder.isnad("gazetteer", "import", "gate-lst", "g/male.lst").status == 2)
    #expect(try folder.isnad("gazetteer", "import", "gate-lst", "g/male.lst", "--type", "person").status == 0)
  }

  @Test("a compiled list annotates as its text does; a damaged one is refused")
  func compile() throws {
    try folder.file("mine.tsv", "id\ttype\tname\nper.x\tPER\tزبرقان الشلمغاني\n")
    try folder.file("a.txt", "وصل زبرقان الشلمغاني إلى المدينة.")
    let run = try folder.isnad("gazetteer", "compile", "mine.tsv", "-o", "mine.gz")
    #expect(run.status == 0 && run.errors.contains("1 entries with 1 forms"))
    let compiled = try folder.isnad("annotate", "--gazetteer", "mine.gz", "a.txt")
    let text = try folder.isnad("annotate", "--gazetteer", "mine.tsv", "a.txt")
    #expect(compiled.status == 0 && compiled.output == text.output && compiled.text.contains("per.x"))
    var bytes = try folder.read("mine.gz")
    bytes.removeLast(9)
    try folder.file("cut.gz", bytes)
    let cut = try folder.isnad("annotate", "--gazetteer", "cut.gz", "a.txt")
    #expect(cut.status == 2 && cut.errors.contains("cut.gz: the compiled gazetteer is damaged"))
    try folder.file("bad.tsv", "id\ttype\tname\nper.x\tPERS\tسالم\n")
    let bad = try folder.isnad("gazetteer", "compile", "bad.tsv", "-o", "bad.gz")
    #expect(bad.status == 2 && bad.errors.contains("bad.tsv:2:7: unknown type 'PERS'"))
    #expect(try folder.names().contains("bad.gz") == false)
  }
}
