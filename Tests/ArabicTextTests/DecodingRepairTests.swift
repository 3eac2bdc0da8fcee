import Testing

@testable import ArabicText

@Suite("Decoding: replacements")
struct DecodingRepairTests {
  /// Bytes, the encoding to read them as, the text and the offsets of what was replaced.
  struct Case: Sendable {
    var input: [UInt8]
    var encoding: TextEncoding?
    var text: String
    var offsets: [Int]

    init(_ input: [UInt8], _ encoding: TextEncoding?, _ text: String, _ offsets: [Int]) {
      self.input = input
      self.encoding = encoding
      self.text = text
      self.offsets = offsets
    }
  }

  private static let word = Array("خبر".utf8)

  private static let illFormed: [Case] = [
    // Truncated sequences are one subpart each.
    Case([0x61, 0xD9], .utf8, "a\u{FFFD}", [1]),
    Case([0xE2, 0x82, 0x61], .utf8, "\u{FFFD}a", [0]),
    Case([0x61, 0xF0, 0x9F, 0x98], .utf8, "a\u{FFFD}", [1]),
    Case([0xF0, 0x9F, 0xD9, 0x85], .utf8, "\u{FFFD}م", [0]),
    // Overlongs, surrogates and values past the end are one subpart a byte.
    Case([0xC0, 0xAF], .utf8, "\u{FFFD}\u{FFFD}", [0, 1]),
    Case([0xE0, 0x80, 0xAF, 0x62], .utf8, "\u{FFFD}\u{FFFD}\u{FFFD}b", [0, 1, 2]),
    Case([0xF0, 0x80, 0x80, 0xAF], .utf8, "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", [0, 1, 2, 3]),
    Case([0xED, 0xA0, 0x80], .utf8, "\u{FFFD}\u{FFFD}\u{FFFD}", [0, 1, 2]),
    Case([0xF4, 0x90, 0x80, 0x80], .utf8, "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", [0, 1, 2, 3]),
    Case([0xF5, 0x61, 0xFF], .utf8, "\u{FFFD}a\u{FFFD}", [0, 2]),
    Case([0x80, 0x61], .utf8, "\u{FFFD}a", [0]),
    // The mark is dropped, and the offsets still count it; a mark within the text stays.
    Case([0xEF, 0xBB, 0xBF, 0x61, 0xFF], nil, "a\u{FFFD}", [4]),
    Case([0x61, 0xEF, 0xBB, 0xBF], nil, "a\u{FEFF}", []),
    // Nearly valid UTF-8 is repaired, also when it was cut; a U+FFFD of its own is not counted.
    Case(word + [0xFF] + word, nil, "خبر\u{FFFD}خبر", [6]),
    Case(word + [0xD9], nil, "خبر\u{FFFD}", [6]),
    Case([0xD9, 0x85, 0xD8], nil, "م\u{FFFD}", [2]),
    Case(Array("م\u{FFFD}ن".utf8), nil, "م\u{FFFD}ن", []),
    // What is no text of any kind is repaired as UTF-8.
    Case([0xFF], nil, "\u{FFFD}", [0]),
    Case([0x01, 0xC7, 0x02, 0x03, 0xFF], nil, "\u{1}\u{FFFD}\u{2}\u{3}\u{FFFD}", [1, 4]),
    Case([0x63, 0x61, 0x66, 0xE9], nil, "caf\u{FFFD}", [3]),
    Case([0xC4, 0x6C], nil, "\u{FFFD}l", [0]),
    // UTF-16: lone surrogates of both kinds, and a byte too many.
    Case([0x00, 0xD8, 0x45, 0x06], .utf16LE, "\u{FFFD}م", [0]),
    Case([0x06, 0x45, 0xDC, 0x00, 0x00, 0x61], .utf16BE, "م\u{FFFD}a", [2]),
    Case([0xD8, 0x3D, 0xD8, 0x3D, 0xDE, 0x00], .utf16BE, "\u{FFFD}😀", [0]),
    Case([0xFF, 0xFE, 0x45, 0x06, 0x3D, 0xD8], nil, "م\u{FFFD}", [4]),
    Case([0xFE, 0xFF, 0x06, 0x45, 0x06], nil, "م\u{FFFD}", [4]),
    Case([0x45, 0x06, 0x31, 0x06, 0x2D], nil, "مر\u{FFFD}", [4]),
    // ISO-8859-6 leaves bytes without a character; windows-1256 leaves none.
    Case([0xE5, 0xFF, 0xD1, 0xA1], .iso8859_6, "م\u{FFFD}ر\u{FFFD}", [1, 3]),
    Case([0xE3, 0xFF, 0x81], .windows1256, "مےپ", []),
  ]

  @Test("each bad sequence becomes one U+FFFD", arguments: illFormed)
  func replaces(_ sample: Case) {
    let decoded = TextDecoder.decode(sample.input, encoding: sample.encoding)
    #expect(decodedString(decoded.bytes)?.unicodeScalars.elementsEqual(sample.text.unicodeScalars) == true)
    #expect(decoded.replacements == sample.offsets.count)
    #expect(decoded.replacementOffsets == sample.offsets)
  }

  @Test(
    "all are counted and the first 16 located",
    arguments: [TextEncoding.utf8, .iso8859_6, .utf16LE])
  func countsAll(_ encoding: TextEncoding) {
    let unit: [UInt8] = encoding == .utf16LE ? [0x61, 0, 0, 0xDC] : [0x61, 0x62, 0x63, 0xFF]
    let input = Array(repeatElement(unit, count: 5000).joined())
    let decoded = TextDecoder.decode(input, encoding: encoding)
    let first = encoding == .utf16LE ? 2 : 3
    #expect(decoded.replacements == 5000)
    #expect(decoded.replacementOffsets == (0..<16).map { 4 * $0 + first })
    #expect(decodedString(decoded.bytes)?.unicodeScalars.count == (encoding == .utf16LE ? 10_000 : 20_000))
  }
}
