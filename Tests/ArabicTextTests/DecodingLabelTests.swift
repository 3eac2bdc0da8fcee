import Testing

@testable import ArabicText

@Suite("Decoding: labels")
struct DecodingLabelTests {
  @Test(
    "labels name encodings",
    arguments: [
      ("utf8", TextEncoding.utf8), ("UTF-8", .utf8), (" Utf_8 ", .utf8), ("us-ascii", .utf8),
      ("unicode-1-1-utf-8", .utf8), ("utf-16", .utf16LE), ("UTF-16LE", .utf16LE),
      ("ucs-2", .utf16LE), ("utf-16be", .utf16BE), ("unicodeFFFE", .utf16BE),
      ("cp1256", .windows1256), ("CP-1256", .windows1256), ("Windows-1256", .windows1256),
      ("x-cp1256", .windows1256), ("win1256", .windows1256), ("arabic", .iso8859_6),
      ("ISO_8859-6:1987", .iso8859_6), ("iso8859-6", .iso8859_6), ("ASMO-708", .iso8859_6),
      ("ISO-8859-6-I", .iso8859_6), ("csISOLatinArabic", .iso8859_6),
    ])
  func named(_ label: String, _ encoding: TextEncoding) {
    #expect(TextEncoding(label: label) == encoding)
  }

  @Test("raw values are labels", arguments: TextEncoding.allCases)
  func rawValues(_ encoding: TextEncoding) {
    #expect(TextEncoding(label: encoding.rawValue) == encoding)
  }

  @Test("other labels name none", arguments: ["", "-", "latin1", "windows-1252", "utf-8é", "utf-32"])
  func unknown(_ label: String) {
    #expect(TextEncoding(label: label) == nil)
  }
}
