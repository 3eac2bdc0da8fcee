import Testing

@testable import ArabicText

@Suite("Decoding: which encoding")
struct DecodingTests {
  /// A named input with the text and the encoding expected of it.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var input: [UInt8]
    var encoding: TextEncoding
    var text: String

    init(_ name: String, _ input: [UInt8], _ encoding: TextEncoding, _ text: String) {
      self.testDescription = name
      self.input = input
      self.encoding = encoding
      self.text = text
    }
  }

  private static let sentence = DecodingSamples.sentence
  private static let long = String(repeating: sentence + "\n", count: 200)

  private static let unicode: [Case] = [
    Case("empty", [], .utf8, ""),
    Case("one letter", Array("م".utf8), .utf8, "م"),
    Case("ASCII", Array("plain".utf8), .utf8, "plain"),
    Case("UTF-8", Array(sentence.utf8), .utf8, sentence),
    Case("UTF-8 with mark", [0xEF, 0xBB, 0xBF] + Array(sentence.utf8), .utf8, sentence),
    Case("only a UTF-8 mark", [0xEF, 0xBB, 0xBF], .utf8, ""),
    Case("all lengths", Array("aéم€𐍈😀\u{10FFFF}\u{D7FF}\u{E000}".utf8), .utf8, "aéم€𐍈😀\u{10FFFF}\u{D7FF}\u{E000}"),
    Case("NULs stay", [0x61, 0, 0xD9, 0x85, 0, 0, 0x62, 0], .utf8, "a\0م\0\0b\0"),
    Case("only NULs", [0, 0, 0, 0, 0, 0, 0, 0], .utf8, "\0\0\0\0\0\0\0\0"),
    Case("UTF-16LE", utf16(sentence, false), .utf16LE, sentence),
    Case("UTF-16BE", utf16(sentence, true), .utf16BE, sentence),
    Case("UTF-16LE with mark", utf16("\u{FEFF}" + sentence, false), .utf16LE, sentence),
    Case("UTF-16BE with mark", utf16("\u{FEFF}" + sentence, true), .utf16BE, sentence),
    Case("only a UTF-16LE mark", [0xFF, 0xFE], .utf16LE, ""),
    Case("only a UTF-16BE mark", [0xFE, 0xFF], .utf16BE, ""),
    Case("UTF-16LE word", utf16("خبر", false), .utf16LE, "خبر"),
    Case("UTF-16BE word", utf16("خبر", true), .utf16BE, "خبر"),
    Case("UTF-16LE ASCII", utf16("<html>", false), .utf16LE, "<html>"),
    Case("UTF-16BE ASCII", utf16("<html>", true), .utf16BE, "<html>"),
    Case("UTF-16LE long", utf16(long + "😀", false), .utf16LE, long + "😀"),
    Case("UTF-16BE long", utf16(long + "😀", true), .utf16BE, long + "😀"),
  ]

  private static let legacy: [Case] = [
    Case("windows-1256", DecodingSamples.windows1256, .windows1256, sentence),
    Case("ISO-8859-6", DecodingSamples.iso8859, .iso8859_6, sentence),
    Case("windows-1256 long", repeated(DecodingSamples.windows1256), .windows1256, long),
    Case("ISO-8859-6 long", repeated(DecodingSamples.iso8859), .iso8859_6, long),
    Case("windows-1256 مصر", [0xE3, 0xD5, 0xD1], .windows1256, "مصر"),
    Case("ISO-8859-6 سوريا", [0xD3, 0xE8, 0xD1, 0xEA, 0xC7], .iso8859_6, "سوريا"),
    Case("windows-1256 قطر", [0xDE, 0xD8, 0xD1], .windows1256, "قطر"),
    Case("ISO-8859-6 قطر", [0xE2, 0xD7, 0xD1], .iso8859_6, "قطر"),
    Case("windows-1256 «نعم»", [0xAB, 0xE4, 0xDA, 0xE3, 0xBB], .windows1256, "«نعم»"),
    Case(
      "windows-1256 in markup", Array("<p class=\"lead\">".utf8) + [0xE3, 0xD5, 0xD1, 0x85],
      .windows1256, "<p class=\"lead\">مصر…"),
    Case("windows-1256 with NUL", [0xE3, 0xD5, 0xD1, 0, 0], .windows1256, "مصر\0\0"),
  ]

  @Test("the encoding is found", arguments: unicode + legacy)
  func finds(_ sample: Case) {
    let decoded = TextDecoder.decode(sample.input)
    #expect(decoded.encoding == sample.encoding)
    #expect(decodedString(decoded.bytes) == sample.text)
    #expect(decoded.replacements == 0)
    #expect(decoded.replacementOffsets.isEmpty)
  }

  @Test("a given encoding is used as it is", arguments: unicode + legacy)
  func usesGiven(_ sample: Case) {
    let decoded = TextDecoder.decode(sample.input, encoding: sample.encoding)
    #expect(decoded.encoding == sample.encoding)
    #expect(decodedString(decoded.bytes) == sample.text)
    #expect(decoded.replacements == 0)
  }

  @Test("a given encoding goes before what the bytes look like")
  func givenFirst() {
    let decoded = TextDecoder.decode(Array("م".utf8), encoding: .windows1256)
    #expect(decoded.encoding == .windows1256)
    #expect(decodedString(decoded.bytes) == "ظ…")
    let swapped = TextDecoder.decode(Self.utf16("\u{FEFF}خبر", true), encoding: .utf16LE)
    #expect(swapped.encoding == .utf16BE)
    #expect(decodedString(swapped.bytes) == "خبر")
  }

  @Test("ASCII is the same in every encoding of bytes", arguments: TextEncoding.allCases)
  func keepsASCII(_ encoding: TextEncoding) {
    let ascii = (0...0x7F).map { UInt8($0) }
    let units = ascii.map { UInt16($0) }
    let input =
      switch encoding {
      case .utf16LE: DecodingSamples.bytes(of: units, bigEndian: false)
      case .utf16BE: DecodingSamples.bytes(of: units, bigEndian: true)
      case .utf8, .windows1256, .iso8859_6: ascii
      }
    #expect(TextDecoder.decode(input, encoding: encoding).bytes == ascii)
  }

  @Test("valid UTF-8 comes back without a copy")
  func doesNotCopy() {
    let input = Array(Self.long.utf8)
    let decoded = TextDecoder.decode(input)
    let before = input.withUnsafeBufferPointer { $0.baseAddress }
    let after = decoded.bytes.withUnsafeBufferPointer { $0.baseAddress }
    #expect(before == after)
  }

  private static func utf16(_ text: String, _ bigEndian: Bool) -> [UInt8] {
    DecodingSamples.utf16(text, bigEndian: bigEndian)
  }

  private static func repeated(_ line: [UInt8]) -> [UInt8] {
    Array(repeatElement(line + [0x0A], count: 200).joined())
  }
}
