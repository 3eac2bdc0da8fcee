/// The guess between windows-1256, ISO-8859-6 and neither, for bytes that are not UTF-8.
///
/// Each reading is scored by how often its bytes occur: frequent letters of Arabic count for it,
/// other letters a little, and what Arabic text does not hold counts against it, as do letters next
/// to Latin ones, which speak for a Western encoding. This tells the two apart within a few
/// words. ICU's detector decides only when the scores are close.
enum LegacyArabic {
  /// The encoding in which the bytes are plausible Arabic, or nil if they are in neither.
  static func guess(_ input: [UInt8]) -> TextEncoding? {
    var histogram = [Int](repeating: 0, count: 256)
    let bytes = input.span
    var mixed = 0
    var previous: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      histogram[Int(byte)] += 1
      if (previous ^ byte) >= 0x80, isLatin(previous) || isLatin(byte) {
        mixed += 1
      }
      previous = byte
    }
    let windows = score(histogram, weightInWindows1256) - 6 * mixed
    let iso = score(histogram, weightInISO8859) - 6 * mixed
    let best = max(windows, iso)
    guard best > 0 else { return nil }
    // In a word or so that fits both, the encoding that is far more common is the better bet.
    let lead = iso - windows - 3
    if 16 * abs(lead) <= best, windows > 0, iso > 0, windows != iso {
      return ICUConversion.detect(input, among: [.windows1256, .iso8859_6])
        ?? (lead > 0 ? .iso8859_6 : .windows1256)
    }
    return lead > 0 ? .iso8859_6 : .windows1256
  }

  /// Whether a byte is a letter of ASCII.
  private static func isLatin(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) && byte < 0x80
  }

  private static func score(_ histogram: [Int], _ weight: (UInt8) -> Int) -> Int {
    var sum = 0
    for byte in UInt8.min...UInt8.max {
      sum += histogram[Int(byte)] * (byte < 0x80 ? weightInASCII(byte) : weight(byte))
    }
    return sum
  }

  /// Controls are no text; NUL, tab, the line ends and the form feed are let pass.
  private static func weightInASCII(_ byte: UInt8) -> Int {
    switch byte {
    case 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F: -8
    default: 0
    }
  }

  private static func weightInWindows1256(_ byte: UInt8) -> Int {
    switch byte {
    // alef, lam; yeh, meem, noon, waw, reh, teh; beh, teh marbuta, dal, seen, ain, feh, heh; zah, ghain
    case 0xC7, 0xE1: 5
    case 0xED, 0xE3, 0xE4, 0xE6, 0xD1, 0xCA: 4
    case 0xC8, 0xC9, 0xCF, 0xD3, 0xDA, 0xDD, 0xE5: 3
    case 0xD9, 0xDB: 0
    // the other letters of Arabic
    case 0xC1...0xD6, 0xD8...0xDB, 0xDD...0xDF, 0xEC: 1
    // quotes, dashes, the ellipsis, Arabic punctuation, tatweel, vowel signs, direction marks
    case 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x9B, 0x9D, 0x9E, 0xA0, 0xA1, 0xAB, 0xBA, 0xBB, 0xBF,
      0xDC, 0xF0...0xF3, 0xF5, 0xF6, 0xF8, 0xFA, 0xFD, 0xFE:
      0
    // letters of Persian and Urdu
    case 0x81, 0x8D...0x90, 0x98, 0xC0: -2
    // French letters and symbols: these are letters of Arabic in ISO-8859-6
    default: -8
    }
  }

  private static func weightInISO8859(_ byte: UInt8) -> Int {
    switch byte {
    // the same letters with the same weights
    case 0xC7, 0xE4: 5
    case 0xEA, 0xE5, 0xE6, 0xE8, 0xD1, 0xCA: 4
    case 0xC8, 0xC9, 0xCF, 0xD3, 0xD9, 0xE1, 0xE7: 3
    case 0xD8, 0xDA: 0
    case 0xC1...0xD7, 0xE2, 0xE3, 0xE9: 1
    // the no-break space, Arabic punctuation, tatweel, vowel signs
    case 0xA0, 0xA4, 0xAC, 0xAD, 0xBB, 0xBF, 0xE0, 0xEB...0xF2: 0
    // controls and bytes without a character
    default: -8
    }
  }
}
