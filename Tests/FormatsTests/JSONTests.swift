import TestSupport
import Testing

@testable import Formats

/// What the project's reader makes of a text, as the tests' own reader would give it.
func read(_ text: String) throws -> JSONNode { node(try JSONReader.parse(Array(text.utf8)[...])) }

func node(_ v: JSONValue) -> JSONNode {
  switch v {
  case .null: .null
  case .bool(let b): .bool(b)
  case .number(let n): .number(n)
  case .string(let s): .string(String(decoding: s, as: UTF8.self))
  case .array(let a): .array(a.map(node))
  case .object(let m): .object(Dictionary(m.map { ($0.key, node($0.value)) }) { first, _ in first })
  }
}

@Suite("JSON reader")
struct JSONReaderTests {
  @Test(
    "values, as another reader has them",
    arguments: [
      "null", "true", "false", "0", "-0", "12", "-1.5", "1e3", "2E-2", "\"\"", "[]", "{}", " [ 1 , 2 ] ",
      "\t{\"a\"\n:\r\n1}", "[[],{},[{}]]",
      #""\"\\\/\b\f\n\r\t""#, #""\u0645\u0635\u0631""#, #""\u0000""#, #""\ud83d\ude00""#, #""\uD83D\uDE00""#,
      "\"مصر 😀\"", "{\"مصر\":{\"a\":[null]}}",
      #""\u2028""#, "\"\u{2028}\u{7F}\u{FEFF}\"",
    ])
  func values(_ text: String) throws {
    #expect(try read(text) == JSONNode(text))
  }

  @Test(
    "lone surrogates become U+FFFD",
    arguments: [
      (#""\ud83d""#, "\u{FFFD}"), (#""\ude00""#, "\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"),
      (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
      (#""\ud83d\u0645""#, "\u{FFFD}م"), (#""\ud83d\n""#, "\u{FFFD}\n"),
    ])
  func surrogates(_ text: String, _ expected: String) throws {
    #expect(try read(text) == .string(expected))
  }

  @Test(
    "what is no JSON is refused with the byte where it goes wrong",
    arguments: [
      ("", 0), ("   ", 3), ("{", 1), ("[1,", 3), ("[1 2]", 3), ("[1]]", 3), ("{\"a\" 1}", 5), ("{a:1}", 1),
      ("\"abc", 4), ("nul", 0), ("tru", 0), ("'a'", 0), ("[1,]", 3),
      ("{\"a\":1,}", 7), ("\"a\nb\"", 2), ("\"\\x\"", 1), ("\"\\u12\"", 1), ("-", 0), ("1.2.3", 3), ("{\"a\":}", 5),
      ("nullx", 4), ("1 2", 2), ("\u{FEFF}1", 0),
    ])
  func refused(_ text: String, _ offset: Int) {
    #expect {
      try JSONReader.parse(Array(text.utf8)[...])
    } throws: { error in
      (error as? JSONError)?.offset == offset
    }
  }

  @Test(
    "numbers are those of RFC 8259",
    arguments: ["+1", "01", ".5", "5.", "1e", "-.5", "1.e3", "--1", "0x10", "1e+", "-01"])
  func numbers(_ text: String) {
    #expect(throws: JSONError.self) { try JSONReader.parse(Array(text.utf8)[...]) }
  }

  @Test("offsets count from the beginning of a slice")
  func slice() {
    let bytes = Array("xxxx[1,".utf8)
    #expect {
      try JSONReader.parse(bytes[4...])
    } throws: { error in
      (error as? JSONError)?.offset == 3
    }
  }

  @Test("deep nesting is refused, not fatal", arguments: ["[", "{\"a\":", "[{\"a\":"])
  func deep(_ piece: String) throws {
    for n in [10_000, 200_000] {
      #expect(throws: JSONError.self) { try JSONReader.parse(Array(String(repeating: piece, count: n).utf8)[...]) }
    }
    let nested = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(try read(nested) == JSONNode(nested))
  }

  @Test("the first of two equal names counts")
  func twice() throws {
    let v = try JSONReader.parse(Array("{\"a\":1,\"a\":2}".utf8)[...])
    #expect(v["a"] == .number(1))
    #expect(v["b"] == nil)
    #expect(v.string == nil)
  }

  @Test("broken text of any kind is read or refused", arguments: 1...30 as ClosedRange<UInt64>)
  func fuzz(_ seed: UInt64) {
    var random = TestRandom(seed: seed)
    let sample = Array(#"{"id":"a","text":"قال \"نعم\" \ud83d\ude00","n":[1,-2.5e3,null,true,{}]}"#.utf8)
    for _ in 0..<200 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let i = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[i] = UInt8.random(in: 0x20..<0x7F, using: &random)
        case 1: bytes.remove(at: i)
        default: bytes.insert(Array("{}[]\",:\\u0".utf8).randomElement(using: &random) ?? 0x20, at: i)
        }
      }
      guard String(validating: bytes, as: UTF8.self) != nil else { continue }
      let ours = try? JSONReader.parse(bytes[...])
      guard let other = try? JSONNode(utf8: bytes) else { continue }
      #expect(ours.map(node) == other, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test("a long string takes time in proportion")
  func linear() {
    let growth = Growth.factor(50_000) { n in
      _ = try? JSONReader.parse(Array(("\"" + String(repeating: #"م\n\u0645"#, count: n / 8) + "\"").utf8)[...])
    }
    #expect(growth < 9)
  }
}

@Suite("JSON writer")
struct JSONWriterTests {
  static func written(indent: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
    var w = JSONWriter(indent: indent)
    body(&w)
    return String(decoding: w.take(), as: UTF8.self)
  }

  static func write(_ v: JSONNode, _ w: inout JSONWriter) {
    switch v {
    case .null: w.null()
    case .bool(let b): w.value(b)
    case .number(let n): if let i = Int(exactly: n) { w.value(i) } else { w.value(n) }
    case .string(let s): w.value(s)
    case .array(let a):
      w.beginArray()
      for x in a { write(x, &w) }
      w.endArray()
    case .object(let m):
      w.beginObject()
      for (k, x) in m.sorted(by: { $0.key < $1.key }) {
        w.key(k)
        write(x, &w)
      }
      w.endObject()
    }
  }

  static func random(_ random: inout TestRandom, depth: Int) -> JSONNode {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2: .number(Double(Int.random(in: -1_000_000...1_000_000, using: &random)))
    case 3: .number(Double(Int.random(in: -999_999...999_999, using: &random)) / 1000)
    case 4: .string(HostileText.make(&random, pieces: 5, badness: 80))
    case 5: .array((0..<Int.random(in: 0..<5, using: &random)).map { _ in Self.random(&random, depth: depth - 1) })
    default:
      .object(
        Dictionary(
          (0..<Int.random(in: 0..<5, using: &random)).map { ("k\($0)\u{1}\"", Self.random(&random, depth: depth - 1)) }
        ) { a, _ in a })
    }
  }

  @Test("what is written reads back the same, by either reader", arguments: 1...60 as ClosedRange<UInt64>)
  func roundTrip(_ seed: UInt64) throws {
    var random = TestRandom(seed: seed)
    let value = Self.random(&random, depth: 5)
    for indent in [false, true] {
      let text = Self.written(indent: indent) { Self.write(value, &$0) }
      #expect(try JSONNode(text) == value)
      #expect(try read(text) == value)
      #expect(indent || !text.contains("\n"))
    }
  }

  @Test(
    "strings",
    arguments: [
      ("", #""""#), ("مصر", "\"مصر\""), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t", #""\n\r\t""#),
      ("\u{0}\u{1}\u{1F}\u{7F}", #""\u0000\u0001\u001f\u007f""#), ("😀", "\"😀\""),
    ])
  func strings(_ s: String, _ expected: String) {
    #expect(Self.written { $0.value(s) } == expected)
    #expect(Self.written { $0.value(utf8: Array(s.utf8)[...]) } == expected)
  }

  @Test(
    "numbers",
    arguments: [
      (0.0, "0"), (1.0, "1"), (0.9, "0.9"), (0.95, "0.95"), (0.1234, "0.123"), (0.9996, "1"), (-0.5, "-0.5"),
      (-1.25, "-1.25"), (12.05, "12.05"), (0.004, "0.004"), (-0.0001, "0"),
    ])
  func numbers(_ x: Double, _ expected: String) {
    #expect(Self.written { $0.value(x) } == expected)
  }

  @Test("the layout with indents")
  func layout() {
    let text = Self.written(indent: true) { w in
      w.beginObject()
      w.member("a", 1)
      w.key("b")
      w.beginArray()
      w.value("x")
      w.null()
      w.endArray()
      w.key("c")
      w.beginObject()
      w.endObject()
      w.member("d", String?.none)
      w.endObject()
      w.newline()
    }
    #expect(text == "{\n  \"a\": 1,\n  \"b\": [\n    \"x\",\n    null\n  ],\n  \"c\": {},\n  \"d\": null\n}\n")
  }

  @Test("several documents follow one another without commas")
  func lines() throws {
    let text = Self.written { w in
      for n in 0..<3 {
        w.beginObject()
        w.member("n", n)
        w.endObject()
        w.newline()
      }
    }
    #expect(text == "{\"n\":0}\n{\"n\":1}\n{\"n\":2}\n")
  }

  @Test("what has been taken is gone")
  func take() {
    var w = JSONWriter()
    w.beginArray()
    #expect(w.take() == Array("[".utf8))
    w.value(1)
    w.value(2)
    #expect(w.take() == Array("1,2".utf8))
    w.endArray()
    #expect(w.take() == Array("]".utf8))
    #expect(w.bytes.isEmpty)
  }
}
