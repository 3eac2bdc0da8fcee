import TestSupport
import Testing

@Suite("Command line: bad input")
struct BadInputTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  /// The documents that a run printed.
  func documents(_ run: Run) throws -> [JSONNode] {
    run.text.hasPrefix("{\n") ? [try JSONNode(utf8: run.output)] : try JSONNode.lines(run.output)
  }

  @Test("what can't be read is named, the others are annotated, and the status is 1")
  func unreadable() throws {
    try folder.file("a.txt", article)
    try folder.file("b.txt", article)
    try folder.file("sub/c.txt", article)
    let run = try folder.isnad("annotate", "a.txt", "none.txt", "sub", "b.txt")
    #expect(run.status == 1)
    #expect(try documents(run).map { $0["id"]?.string } == ["a", "b"])
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("none.txt: ") == true)
    #expect(lines.last?.contains("sub: ") == true && lines.last?.contains("directory") == true)
    let fast = try folder.isnad("annotate", "--fail-fast", "a.txt", "none.txt", "b.txt")
    #expect(fast.status == 1)
    #expect(try documents(fast).map { $0["id"]?.string } == ["a"])
  }

  @Test("an empty file, and one of blanks", arguments: ["", "\n", "  \r\n\t"])
  func empty(_ text: String) throws {
    try folder.file("a.txt", text)
    let run = try folder.isnad("annotate", "a.txt")
    #expect(run.status == 0)
    #expect(try documents(run).map { $0["text"]?.string } == [text])
    #expect(try documents(run).first?["entities"] == .array([]))
    let lines = try folder.isnad("annotate", "--input", "jsonl", "a.txt")
    #expect(lines.status == 0 && lines.output.isEmpty)
  }

  @Test("binary data is annotated with a message that names the file and the place", arguments: [1, 2, 3] as [UInt64])
  func binary(_ seed: UInt64) throws {
    var random = TestRandom(seed: seed)
    try folder.file("a.bin", (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &random) })
    try folder.file("b.txt", article)
    let run = try folder.isnad("annotate", "a.bin", "b.txt")
    #expect(run.status == 0 || run.status == 1)
    #expect(run.errors.contains("a.bin: "))
    #expect(run.errors.contains("byte "))
    let d = try documents(run)
    #expect(d.last?["id"] == .string("b"))
    #expect(d.last?["statements"]?.elements.count == 2)
    #expect(d.first?["statements"] == .array([]))
  }

  @Test("NUL bytes are kept")
  func nul() throws {
    try folder.file("a.txt", "وصل الوفد\u{0} إلى\u{0}لبنان")
    let d = try documents(try folder.isnad("annotate", "--encoding", "utf-8", "a.txt")).first
    #expect(d?["text"] == .string("وصل الوفد\u{0} إلى\u{0}لبنان"))
    #expect(d?["entities"]?.elements.map { $0["text"]?.string } == ["لبنان"])
  }

  @Test("invalid UTF-8 is replaced, counted and told with its byte")
  func invalid() throws {
    try folder.file("a.txt", Array("وصل الوفد ".utf8) + [0xFF] + Array(" إلى لبنان ".utf8) + [0xE2, 0x82])
    let run = try folder.isnad("annotate", "a.txt")
    #expect(run.status == 0)
    #expect(run.errors.contains("a.txt: 2 ") && run.errors.contains("byte 18"))
    #expect(try documents(run).first?["text"] == .string("وصل الوفد \u{FFFD} إلى لبنان \u{FFFD}"))
    #expect(try folder.isnad("annotate", "--quiet", "a.txt").errors.isEmpty)
  }

  @Test("UTF-16 of both byte orders, with and without a mark, and a lone surrogate", arguments: [false, true])
  func wide(_ bigEndian: Bool) throws {
    func bytes(_ units: [UInt16]) -> [UInt8] {
      units.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    let text = "وصل الوفد 😀 إلى لبنان مساء أمس."
    try folder.file("mark.txt", bytes([0xFEFF] + text.utf16))
    try folder.file("bare.txt", bytes(Array(text.utf16)))
    try folder.file("lone.txt", bytes([0xFEFF] + Array("وصل ".utf16) + [0xD83D] + Array(" لبنان".utf16)))
    for name in ["mark.txt", "bare.txt"] {
      let run = try folder.isnad("annotate", name)
      #expect(run.status == 0 && run.errors.isEmpty)
      #expect(try documents(run).first?["text"] == .string(text))
    }
    let lone = try folder.isnad("annotate", "lone.txt")
    #expect(lone.status == 0)
    #expect(lone.errors.contains("lone.txt: 1 ") && lone.errors.contains("byte 10"))
    #expect(try documents(lone).first?["text"] == .string("وصل \u{FFFD} لبنان"))
  }

  @Test("broken JSONL lines are named with line and column while the others are processed")
  func lines() throws {
    let good = line(("id", "a"), ("text", "لبنان"))
    let bad = [
      ("{\"text\":\"لبنان\"\n", "16: "), ("{\"text\" \"لبنان\"}\n", "9: "), ("[1,]\n", "4: "), ("لبنان\n", "1: "),
      ("{\"text\":\"\\x\"}\n", "10: "), ("{\"text\":\"لبنان\n", "15: "), ("{}{}\n", "3: "),
    ]
    let run = try folder.isnad(
      "annotate", "--input", "jsonl", "-", input: Array((good + bad.map(\.0).joined() + good).utf8))
    #expect(run.status == 1)
    #expect(try documents(run).count == 2)
    let errors = run.errors.split(separator: "\n").map(String.init)
    try #require(errors.count == bad.count)
    for (n, b) in bad.enumerated() { #expect(errors[n].contains("-:\(n + 2):\(b.1)"), "\(errors[n])") }
  }

  @Test(
    "lines that are JSON but no articles",
    arguments: ["[]", "1", "null", "{}", "{\"text\":1}", "{\"text\":null}", "\"لبنان\""])
  func noArticle(_ text: String) throws {
    let run = try folder.isnad(
      "annotate", "--input", "jsonl", "-", input: Array((text + "\n" + line(("text", "لبنان"))).utf8))
    #expect(run.status == 1)
    #expect(run.errors.contains("-:1: "))
    #expect(try documents(run).count == 1)
  }

  @Test(
    "a malformed date is reported and ignored",
    arguments: ["أمس", "2025-13-01", "2025-02-30", "05/03/2025", "2025-3-5", "20250305", "2025-03-05xyz"])
  func dates(_ date: String) throws {
    let text = line(("id", "a"), ("text", "لبنان"), ("date", date))
    let run = try folder.isnad("annotate", "--input", "jsonl", "-", input: Array(text.utf8))
    #expect(run.status == 0)
    #expect(run.errors.contains("-:1: ") && run.errors.contains("'\(date)'"))
    #expect(try documents(run).first?["date"] == .null)
  }

  @Test(
    "ISO times are dates too",
    arguments: ["2025-03-05", "2025-03-05T10:20:30Z", "2025-03-05T10:20:30+03:00", "2025-03-05 10:20"])
  func times(_ date: String) throws {
    let run = try folder.isnad(
      "annotate", "--input", "jsonl", "-", input: Array(line(("text", "لبنان"), ("date", date)).utf8))
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(try documents(run).first?["date"]?["value"] == .string("2025-03-05"))
  }

  @Test("ten thousand nested brackets, in text, JSON and rules")
  func brackets() throws {
    let (open, close) = (String(repeating: "[", count: 10_000), String(repeating: "]", count: 10_000))
    try folder.file("a.txt", open + article + close)
    try folder.file("b.json", "{\"text\":" + open + close + "}")
    try folder.file("c.json", open)
    let run = try folder.isnad("annotate", "a.txt", "b.json", "c.json")
    #expect(run.status == 1)
    #expect(try documents(run).map { $0["id"]?.string } == ["a"])
    #expect(run.errors.contains("b.json:1:") && run.errors.contains("c.json:1:"))
    try folder.file("rules/cascade.txt", "a.rules longest\n")
    let (left, right) = (String(repeating: "(", count: 10_000), String(repeating: ")", count: 10_000))
    try folder.file("rules/a.rules", "rule x\n  match \(left)any\(right)\n  make X\n")
    let rules = try folder.isnad("rules", "check", "rules")
    #expect(rules.status == 2)
    #expect(rules.errors.contains("a.rules:2:"))
  }

  @Test("a line of two megabytes, and a hundred thousand quotation marks")
  func long() throws {
    try folder.file("a.txt", String(repeating: "كلمة وكلمات في سطر طويل بلا نهاية ", count: 2_000_000 / 60))
    try folder.file("b.txt", String(repeating: "\"", count: 50_000) + String(repeating: "«", count: 50_000))
    let run = try folder.isnad("annotate", "--no-text", "a.txt", "b.txt")
    #expect(run.status == 0)
    #expect(try documents(run).map { $0["id"]?.string } == ["a", "b"])
  }

  @Test(
    "text that is not Arabic gets one warning and no statements",
    arguments: [
      ("The minister said on Tuesday that the road is closed.", "und"),
      (
        "وزیر آموزش گفت که مدارس کشور فردا باز می‌شوند و کتاب‌ها پیش از آغاز سال به روستاهای دورافتاده می‌رسند چون برف کمتری باریده است.",
        "fa"
      ),
    ])
  func language(_ text: String, _ code: String) throws {
    try folder.file("a.txt", text)
    let run = try folder.isnad("annotate", "a.txt")
    #expect(run.status == 0)
    #expect(run.errors.split(separator: "\n").count == 1)
    let d = try documents(run).first
    #expect(d?["language"] == .string(code))
    #expect(d?["statements"] == .array([]))
  }
}
