import TestSupport
import Testing

@Suite("Command line: numbers and the options of the week")
struct NumbersCommandTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  @Test("numbers prints a line for each input, with values in full")
  func numbers() throws {
    try folder.file("أعداد.jsonl", line(("id", "a"), ("text", "مئة ألف تريليون، 2.5 مليون")) + line(("text", "لا عدد")))
    let run = try folder.isnad("numbers", "أعداد.jsonl")
    #expect(run.status == 0 && run.errors.isEmpty)
    let nodes = try JSONNode.lines(run.output)
    #expect(nodes.count == 2)
    #expect(nodes.first?["numbers"]?.elements.first?["value"] == .number(1e17))
    #expect(nodes.last?["numbers"]?.elements.isEmpty == true)
  }

  @Test("--week-start and --weekend take names and numbers, and nothing else")
  func week() throws {
    try folder.file("x.txt", "يعود الوزير الأحد من الأسبوع المقبل")
    func value(_ options: String...) throws -> JSONNode? {
      let run = try folder.isnad(["annotate", "--date", "2025-11-06"] + options + ["x.txt"])
      return try JSONNode(utf8: run.output)["entities"]?.elements.first { $0["type"] == .string("DATE") }?["value"]
    }
    #expect(try value() == .string("2025-11-09"))
    #expect(try value("--week-start", "monday", "--weekend", "saturday-sunday") == .string("2025-11-16"))
    #expect(try value("--week-start", "1", "--weekend", "6-7") == .string("2025-11-16"))
    for wrong in [
      ["--week-start", "8"], ["--week-start", "mo"], ["--weekend", "5-"], ["--weekend", "sunday-monday"],
    ] {
      #expect(try folder.isnad(["annotate"] + wrong + ["x.txt"]).status == 64)
    }
  }
}
