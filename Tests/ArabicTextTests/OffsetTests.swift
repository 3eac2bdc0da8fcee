import TestSupport
import Testing

@testable import ArabicText

@Suite("Offsets")
struct OffsetTests {
  /// The offsets of a text's code point boundaries: bytes, and what the standard library's views count up to there.
  static func boundaries(_ text: String) -> [(byte: Int, codepoint: Int, utf16: Int)] {
    var out = [(0, 0, 0)]
    var (b, c, u) = (0, 0, 0)
    for s in text.unicodeScalars {
      b += UTF8.width(s)
      c += 1
      u += UTF16.width(s)
      out.append((b, c, u))
    }
    return out
  }

  @Test("a map agrees with the views of String at every code point", arguments: 1...24 as ClosedRange<UInt64>)
  func agrees(_ seed: UInt64) {
    var random = TestRandom(seed: seed)
    let text =
      seed % 2 == 0 ? HostileText.make(&random, pieces: 150, badness: 50) : HostileText.scalars(&random, count: 500)
    let bytes = Array(text.utf8)
    let maps = (OffsetMap(bytes, unit: .codepoint), OffsetMap(bytes, unit: .utf16), OffsetMap(bytes, unit: .utf8))
    var wrong: [Int] = []
    for at in Self.boundaries(text)
    where maps.0.offset(at.byte) != at.codepoint || maps.1.offset(at.byte) != at.utf16
      || maps.2.offset(at.byte) != at.byte
    {
      wrong.append(at.byte)
    }
    #expect(wrong.isEmpty)
    #expect(maps.0.offset(bytes.count) == text.unicodeScalars.count)
    #expect(maps.1.offset(bytes.count) == text.utf16.count)
  }

  @Test("texts around the distance of checkpoints", arguments: [0, 1, 2, 126, 127, 128, 129, 255, 256, 257, 384])
  func edges(_ count: Int) {
    for letter in ["a", "م", "€", "😀"] {
      let text = String(repeating: letter, count: count)
      let map = OffsetMap(Array(text.utf8), unit: .utf16)
      #expect(map.offset(text.utf8.count) == text.utf16.count)
      #expect(map.offset(0) == 0)
    }
  }

  @Test("every token is its slice in code points, UTF-16 and UTF-8", arguments: 1...60 as ClosedRange<UInt64>)
  func tokensAreSlices(_ seed: UInt64) {
    var random = TestRandom(seed: seed)
    let text =
      switch seed % 3 {
      case 0: HostileText.scalars(&random, count: 300)
      case 1: HostileText.make(&random, pieces: 200, badness: 30)
      default: HostileText.make(&random, pieces: 200, badness: 90)
      }
    let bytes = Array(text.utf8)
    let (scalars, units) = (Array(text.unicodeScalars), Array(text.utf16))
    let (points, wide) = (OffsetMap(bytes, unit: .codepoint), OffsetMap(bytes, unit: .utf16))
    var end = 0
    for t in Tokenizer.tokenize(bytes) {
      let (a, b) = (Int(t.start), Int(t.end))
      guard end <= a, a < b, b <= bytes.count else {
        Issue.record("token \(a)..<\(b) after \(end) in \(bytes.count) bytes")
        return
      }
      end = b
      guard let slice = String(validating: bytes[a..<b], as: UTF8.self) else {
        Issue.record("token \(a)..<\(b) cuts a code point")
        return
      }
      let byPoint = String(String.UnicodeScalarView(scalars[points.offset(a)..<points.offset(b)]))
      let byUnit = String(validating: units[wide.offset(a)..<wide.offset(b)], as: UTF16.self)
      #expect(Array(byPoint.utf8) == Array(slice.utf8))
      #expect(byUnit.map { Array($0.utf8) } == Array(slice.utf8))
    }
  }

  @Test("every letter and digit is in a token", arguments: 1...10 as ClosedRange<UInt64>)
  func nothingLost(_ seed: UInt64) {
    var random = TestRandom(seed: seed)
    let text = HostileText.make(&random, pieces: 300, badness: 40)
    let bytes = Array(text.utf8)
    var covered = [Bool](repeating: false, count: bytes.count)
    for t in Tokenizer.tokenize(bytes) { for k in Int(t.start)..<Int(t.end) { covered[k] = true } }
    var at = 0
    for s in text.unicodeScalars {
      // The presentation forms of tashkeel are letters by their category only.
      if s.properties.isAlphabetic && s.value < 0x10000 && s.properties.generalCategory == .otherLetter
        && !(0xFE70...0xFE7F).contains(s.value)
        || s.properties.numericType == .decimal
      {
        #expect(covered[at], "U+\(String(s.value, radix: 16)) at byte \(at)")
      }
      at += UTF8.width(s)
    }
  }

  @Test("tokenising takes time in proportion", arguments: ["م", "1.", "أ.", "م ", "«", "\u{64B}", "😀", "'", "1,000,"])
  func linear(_ piece: String) {
    let growth = Growth.factor(20_000) { n in _ = Tokenizer.tokenize(Array(String(repeating: piece, count: n).utf8)) }
    #expect(growth < 9)
  }

  @Test("spans")
  func spans() {
    let span = ByteSpan(2, 6)
    #expect(span.count == 4)
    #expect(span.overlaps(ByteSpan(5, 9)) && !span.overlaps(ByteSpan(6, 9)))
    #expect(span.contains(ByteSpan(2, 6)) && !span.contains(ByteSpan(1, 3)))
    #expect([ByteSpan(3, 4), span, ByteSpan(2, 9)].sorted() == [ByteSpan(2, 9), span, ByteSpan(3, 4)])
  }
}
