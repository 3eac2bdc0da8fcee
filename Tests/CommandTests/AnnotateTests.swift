import TestSupport
import Testing

/// A short article.
let article =
  "قال وزير النقل المصري سالم المرزوقي، أمس الثلاثاء، إن الجسر الجديد سيخدم مليون مسافر. وأضاف أن العمل استغرق عامين.\n"

/// A JSONL line.
func line(_ members: (String, String)...) -> String {
  "{" + members.map { "\"\($0.0)\":\"\($0.1)\"" }.joined(separator: ",") + "}\n"
}

@Suite("Command line: annotate")
struct AnnotateTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  static let schema = Result { try JSONSchema(try Repository.text("Models/schema/document.schema.json")) }

  /// The documents that a run printed, each checked against the schema.
  func documents(_ run: Run, _ place: SourceLocation = #_sourceLocation) throws -> [JSONNode] {
    let nodes = run.text.hasPrefix("{\n") ? [try JSONNode(utf8: run.output)] : try JSONNode.lines(run.output)
    for n in nodes { #expect(try Self.schema.get().mistakes(n).isEmpty, sourceLocation: place) }
    return nodes
  }

  @Test("one text file gives one JSON document; annotate is the default")
  func single() throws {
    try folder.file("خبر.txt", article)
    let run = try folder.isnad("annotate", "--date", "2025-03-05", "--publisher", "صدى", "خبر.txt")
    #expect(run.status == 0 && run.errors.isEmpty)
    let d = try #require(try documents(run).first)
    #expect(d["id"] == .string("خبر"))
    #expect(d["text"] == .string(article))
    #expect(d["publisher"] == .string("صدى"))
    #expect(d["date"] == .object(["value": .string("2025-03-05"), "basis": .string("option")]))
    #expect(
      d["entities"]?.elements.contains { $0["text"] == .string("سالم المرزوقي") && $0["type"] == .string("PER") }
        == true)
    #expect(d["statements"]?.elements.count == 2)
    #expect(d["statements"]?.elements.first?["date"]?["value"] == .string("2025-03-04"))
    #expect(run.text.hasSuffix("}\n"))
    #expect(try folder.isnad("--date", "2025-03-05", "--publisher", "صدى", "خبر.txt").output == run.output)
    let piped = try documents(try folder.isnad("annotate", "-", input: Array(article.utf8))).first
    #expect(piped?["text"] == d["text"])
    #expect(try folder.isnad("annotate", input: Array(article.utf8)).status == 0)
  }

  @Test("several files give one document a line, in order")
  func several() throws {
    for n in 0..<5 { try folder.file("f\(n).txt", "الخبر رقم \(n): " + article) }
    let run = try folder.isnad(["annotate"] + (0..<5).reversed().map { "f\($0).txt" })
    #expect(run.status == 0)
    #expect(try documents(run).map { $0["id"]?.string } == ["f4", "f3", "f2", "f1", "f0"])
  }

  @Test("JSONL: a line's own fields win over options, and ids may be missing")
  func jsonl() throws {
    let text =
      line(("id", "أ"), ("text", "وصل الوفد أمس"), ("date", "2025-01-02"), ("publisher", "الرائد"), ("title", "لبنان"))
      + "\n" + line(("text", "وصل الوفد أمس")) + #"{"id":7,"text":"قال \"نعم\" \ud83d\ude00"}"# + "\r\n"
    let run = try folder.isnad(
      "annotate", "--input", "jsonl", "--date", "2025-03-05", "--publisher", "صدى", "-", input: Array(text.utf8))
    #expect(run.status == 0)
    let d = try documents(run)
    #expect(d.map { $0["id"]?.string } == ["أ", "3", "7"])
    #expect(d.map { $0["date"]?["value"]?.string } == ["2025-01-02", "2025-03-05", "2025-03-05"])
    #expect(d.map { $0["date"]?["basis"]?.string } == ["metadata", "option", "option"])
    #expect(d.map { $0["publisher"]?.string } == ["الرائد", "صدى", "صدى"])
    #expect(d.first?["title"] == .string("لبنان"))
    #expect(d.first?["entities"]?.elements.contains { $0["value"] == .string("2025-01-01") } == true)
    #expect(d.last?["text"] == .string("قال \"نعم\" 😀"))
  }

  @Test("JSON files, one object or a list, and renamed fields")
  func json() throws {
    try folder.file(
      "one.json", "{\"body\":\"وصل الوفد إلى لبنان\",\"key\":\"k\",\"day\":\"2025-01-02\",\"outlet\":\"الرائد\"}")
    let names = ["--text-field", "body", "--id-field", "key", "--date-field", "day", "--publisher-field", "outlet"]
    let one = try documents(try folder.isnad(["annotate"] + names + ["one.json"]))
    #expect(one.first?["id"] == .string("k"))
    #expect(one.first?["date"]?["value"] == .string("2025-01-02"))
    #expect(one.first?["publisher"] == .string("الرائد"))
    try folder.file("list.json", "[{\"text\":\"لبنان\"},\n {\"text\":\"القاهرة\"}]")
    let run = try folder.isnad("annotate", "--format", "jsonl", "list.json")
    #expect(try documents(run).map { $0["text"]?.string } == ["لبنان", "القاهرة"])
  }

  @Test("offsets in three units, and documents without text")
  func options() throws {
    try folder.file("a.txt", "😀 وصل الوفد إلى لبنان")
    for (unit, start) in [("codepoint", 16), ("utf16", 17), ("utf8", 30)] {
      let d = try documents(try folder.isnad("annotate", "--offsets", unit, "a.txt")).first
      #expect(d?["offsets"] == .string(unit))
      #expect(d?["entities"]?.elements.map { $0["start"]?.integer } == [start])
    }
    let bare = try folder.isnad("annotate", "--no-text", "a.txt")
    #expect(try documents(bare).first?["text"] == nil)
    #expect(!bare.text.contains("وصل"))
    let places = try documents(try folder.isnad("annotate", "--types", "PER,DATE", "a.txt")).first
    #expect(places?["entities"] == .array([]))
  }

  @Test("--output: ids as safe file names, equal ids numbered, nothing outside")
  func output() throws {
    let ids = [
      "a", "a", "../x", "../x", "/etc/passwd", "..", ".", "", "a/b\\\\c", "خبر", "a-2",
      String(repeating: "ط", count: 300), "x\\u0000y", "-", "a:b*?",
    ]
    let text = ids.map { line(("id", $0), ("text", "وصل الوفد إلى لبنان")) }.joined()
    let run = try folder.isnad("annotate", "--input", "jsonl", "--output", "out", "-", input: Array(text.utf8))
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let names = try folder.names("out")
    #expect(names.count == ids.count)
    #expect(names.allSatisfy { $0.hasSuffix(".json") && !$0.hasPrefix(".") && $0.utf8.count < 140 })
    #expect(Set(names).isSuperset(of: ["a.json", "a-2.json", "خبر.json"]))
    #expect(try folder.names().filter { !$0.hasPrefix(".") } == ["out"])
    #expect(run.errors.contains("'a'") && run.errors.contains("'../x'"))
    var seen: [String] = []
    for n in names {
      let d = try JSONNode(utf8: try folder.read("out/" + n))
      #expect(try Self.schema.get().mistakes(d).isEmpty)
      seen.append(d["id"]?.string ?? "")
    }
    #expect(seen.filter { $0 == "../x" }.count == 2 && seen.filter { $0 == "a" }.count == 2)
  }

  @Test("a folder for the output that can't be made is status 2")
  func noFolder() throws {
    try folder.file("a.txt", article)
    let run = try folder.isnad("annotate", "--output", "a.txt/out", "a.txt")
    #expect(run.status == 2)
    #expect(run.errors.contains("a.txt/out"))
    #expect(try folder.isnad("annotate", "--output", "a.txt", "a.txt").status != 0)
  }

  @Test("the number of jobs does not change a byte")
  func jobs() throws {
    var random = TestRandom(seed: 11)
    var text = ""
    for n in 0..<120 {
      let body = HostileText.make(&random, pieces: 20, badness: 10).unicodeScalars.filter {
        $0.value >= 0x20 && $0 != "\"" && $0 != "\\"
      }
      text += line(("id", "d\(n % 50)"), ("text", article.dropLast() + String(String.UnicodeScalarView(body))))
    }
    text += "{broken\n"
    let runs = try ["1", "2", "5"].map {
      try folder.isnad("annotate", "--input", "jsonl", "--jobs", $0, "-", input: Array(text.utf8))
    }
    #expect(runs[0].status == 1)
    #expect(try documents(runs[0]).count == 120)
    for r in runs.dropFirst() {
      #expect(r.output == runs[0].output)
      #expect(r.errors == runs[0].errors)
      #expect(r.status == 1)
    }
  }

  @Test("own lists and rules; a broken one is status 2 with its place")
  func resources() throws {
    try folder.file("a.txt", "وصل الوفد إلى زبرقيطة مساء")
    try folder.file("own.tsv", "id\ttype\tname\nloc.own\tLOC\tزبرقيطة\n")
    let run = try folder.isnad("annotate", "--gazetteer", "own.tsv", "a.txt")
    #expect(try documents(run).first?["entities"]?.elements.first?["entries"] == .array([.string("loc.own")]))
    try folder.file("bad.tsv", "id\ttype\tname\n\nloc.own\tPLACE\tزبرقيطة\n")
    let bad = try folder.isnad("annotate", "--gazetteer", "bad.tsv", "a.txt")
    #expect(bad.status == 2 && bad.output.isEmpty)
    #expect(bad.errors.contains("bad.tsv:3:9: "))
    let missing = try folder.isnad("annotate", "--gazetteer", "none.tsv", "a.txt")
    #expect(missing.status == 2 && missing.errors.contains("none.tsv"))
    try folder.file("latin.tsv", [0x69, 0x64, 0xFF, 0x0A])
    #expect(try folder.isnad("annotate", "--gazetteer", "latin.tsv", "a.txt").status == 2)
    try folder.file("rules/cascade.txt", "a.rules longest\n")
    try folder.file(
      "rules/a.rules",
      "list town\n  زبرقيطة\nrule place.own\n  match town\n  make LOC\n  + إلى [زبرقيطة]\n  - إلى لبنان\n")
    #expect(
      try documents(try folder.isnad("annotate", "--rules", "rules", "a.txt")).first?["entities"]?.elements.first?[
        "rule"] == .string("place.own"))
    #expect(try folder.isnad("rules", "check", "rules").status == 0)
    try folder.file("rules/a.rules", "rule place.own\n  match (town\n  make LOC\n")
    let broken = try folder.isnad("annotate", "--rules", "rules", "a.txt")
    #expect(broken.status == 2 && broken.errors.contains("a.rules:2:10: "))
    #expect(try folder.isnad("annotate", "--rules", "none", "a.txt").status == 2)
  }
}
