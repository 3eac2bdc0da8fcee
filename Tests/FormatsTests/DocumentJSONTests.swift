import ArabicText
@testable import Blocks
@testable import Entities
import Formats
@testable import Statements
import TestSupport
import Testing

/// A document with a person whose name stands behind an emoji, and one statement.
func sample() -> Document {
  let text = "😀 قال سالم \"نعم\""
  let bytes = Array(text.utf8)
  func span(_ s: String) -> ByteSpan {
    let b = Array(s.utf8)
    let i = bytes.indices.first { bytes[$0...].starts(with: b) } ?? 0
    return ByteSpan(i, i + b.count)
  }
  var person = Entity(
    type: .person, tokens: 2..<3, span: span("سالم"), text: "سالم", name: "سالم", confidence: 0.9, rule: "person.x")
  person.actor = 0
  let statement = Statement(
    cue: Statement.Cue(span: span("قال"), lemma: "قال", speechAct: "say"),
    source: Statement.Source(span: person.span, name: "سالم", kind: .person, actor: 0, resolution: .explicit),
    content: span("نعم"), type: .direct,
    agency: nil, addressee: nil, date: Statement.StatementDate(value: "2025-03-05", span: nil), isNegated: false,
    confidence: 0.8, rule: "statement.x",
    article: 0)
  return Document(
    id: "a\"b", publisher: nil, title: "عنوان", date: Document.DocumentDate(value: "2025-03-05", basis: .option),
    language: "ar", text: bytes,
    blocks: [Block(kind: .body, tokens: 0..<6, span: ByteSpan(0, bytes.count), article: 0)], entities: [person],
    actors: [Actor(type: .person, name: "سالم", mentions: [0])], statements: [statement])
}

@Suite("Documents as JSON")
struct DocumentJSONTests {
  static func json(_ d: Document, _ unit: OffsetUnit = .codepoint, text: Bool = true, indent: Bool = false) throws
    -> JSONNode
  {
    try JSONNode(utf8: DocumentJSON(offsets: unit, withText: text, indent: indent).bytes(d))
  }

  @Test("offsets in the three units", arguments: [(OffsetUnit.codepoint, 2, 6), (.utf16, 3, 7), (.utf8, 5, 12)])
  func units(_ unit: OffsetUnit, _ cue: Int, _ source: Int) throws {
    let d = try Self.json(sample(), unit)
    #expect(d["offsets"] == .string(unit.rawValue))
    #expect(d["statements"]?.elements[0]["cue"]?["start"]?.integer == cue)
    #expect(d["statements"]?.elements[0]["source"]?["start"]?.integer == source)
    #expect(d["entities"]?.elements[0]["start"]?.integer == source)
    #expect(d["text"] == .string("😀 قال سالم \"نعم\""))
  }

  @Test("with and without indents the content is the same")
  func indents() throws {
    #expect(try Self.json(sample()) == Self.json(sample(), indent: true))
    let line = DocumentJSON().bytes(sample())
    #expect(line.filter { $0 == 0x0A }.count == 1 && line.last == 0x0A)
  }

  @Test("without text there is none but names")
  func withoutText() throws {
    let d = try Self.json(sample(), text: false)
    #expect(d["text"] == nil)
    #expect(d["entities"]?.elements[0]["text"] == nil)
    #expect(d["statements"]?.elements[0]["content"]?["text"] == nil)
    #expect(d["statements"]?.elements[0]["content"]?["start"]?.integer != nil)
  }

  @Test("documents keep to the schema, and the schema finds what is wrong with one")
  func schema() throws {
    let schema = try JSONSchema(try Repository.text("Models/schema/document.schema.json"))
    for unit in OffsetUnit.allCases {
      #expect(schema.mistakes(try Self.json(sample(), unit)).isEmpty)
      #expect(schema.mistakes(try Self.json(sample(), unit, text: false)).isEmpty)
    }
    let empty = Document(id: "", publisher: nil, title: nil, date: nil, language: "und", text: [])
    #expect(schema.mistakes(try Self.json(empty)).isEmpty)
    let good = try Self.json(sample())
    for key in [
      "schema", "id", "publisher", "title", "date", "offsets", "language", "blocks", "entities", "actors", "statements",
      "events",
    ] {
      var bad = good
      bad[key] = nil
      #expect(schema.mistakes(bad).count == 1, "without '\(key)'")
      bad[key] = .bool(true)
      #expect(!schema.mistakes(bad).isEmpty, "'\(key)' is true")
    }
  }

  @Test(
    "the schema looks into every record",
    arguments: [
      ("entities", "start", JSONNode.number(-1)), ("entities", "start", .number(1.5)),
      ("entities", "type", .string("person")), ("entities", "confidence", .number(1.01)),
      ("entities", "rule", .string("")), ("entities", "actor", .number(1)), ("entities", "type", .string("DATE")),
      ("entities", "link", .string("22686")), ("blocks", "kind", .string("text")),
      ("actors", "mentions", .array([])), ("actors", "id", .string("a0")), ("statements", "type", .string("quoted")),
      ("statements", "polarity", .null), ("statements", "cue", .null),
      ("statements", "content", .object([:])), ("statements", "agency", .object([:])),
      ("statements", "source", .object(["name": .null])),
    ])
  func records(_ list: String, _ key: String, _ value: JSONNode) throws {
    let schema = try JSONSchema(try Repository.text("Models/schema/document.schema.json"))
    var bad = try Self.json(sample())
    var record = try #require(bad[list]?.elements.first)
    record[key] = value
    bad[list] = .array([record])
    #expect(!schema.mistakes(bad).isEmpty)
  }

  @Test("one statement a line, with its document")
  func statementLines() throws {
    let lines = try JSONNode.lines(DocumentJSON().statementLines(sample()))
    #expect(lines.count == 1)
    #expect(lines.first?["document"] == .string("a\"b"))
    #expect(lines.first?["content"]?["text"] == .string("نعم"))
    #expect(lines.first?["date"]?["value"] == .string("2025-03-05"))
  }
}

@Suite("The validator of the tests")
struct JSONSchemaTests {
  @Test(
    "keywords",
    arguments: [
      (#"{"type":"integer"}"#, "1", "1.5"), (#"{"type":["string","null"]}"#, "null", "1"),
      (#"{"enum":["a","b"]}"#, "\"a\"", "\"c\""), (#"{"const":1}"#, "1", "2"),
      (#"{"required":["a"]}"#, #"{"a":1}"#, "{}"), (#"{"properties":{"a":{"minimum":2}}}"#, #"{"a":2}"#, #"{"a":1}"#),
      (#"{"items":{"maximum":2}}"#, "[1,2]", "[3]"),
      (#"{"pattern":"^a"}"#, "\"ab\"", "\"ba\""), (#"{"minItems":1}"#, "[1]", "[]"),
      (#"{"minLength":2}"#, "\"مص\"", "\"م\""),
      (#"{"anyOf":[{"type":"null"},{"type":"number"}]}"#, "1", "\"a\""),
      (#"{"allOf":[{"minimum":1},{"maximum":2}]}"#, "1", "3"), (#"{"not":{"type":"null"}}"#, "1", "null"),
      (#"{"if":{"minimum":5},"then":{"maximum":7},"else":{"const":1}}"#, "6", "9"),
      (#"{"if":{"minimum":5},"then":{"maximum":7},"else":{"const":1}}"#, "1", "2"),
      (##"{"$ref":"#/$defs/x","$defs":{"x":{"type":"array"}}}"##, "[]", "{}"),
    ])
  func keywords(_ schema: String, _ good: String, _ bad: String) throws {
    let s = try JSONSchema(schema)
    #expect(s.mistakes(try JSONNode(good)).isEmpty)
    #expect(!s.mistakes(try JSONNode(bad)).isEmpty)
  }

  @Test("a keyword that it does not know is a mistake, not passed over")
  func unknown() throws {
    #expect(!(try JSONSchema(#"{"maxItems":3}"#)).mistakes(.array([])).isEmpty)
  }
}
