/// A number that was read from the start of a run of words.
public struct ParsedNumber: Sendable, Hashable {
  /// The value.
  public var value: Double
  /// How many words it takes.
  public var count: Int
  /// Whether it is an ordinal: «الحادي والعشرين» (the twenty-first).
  public var isOrdinal: Bool

  /// The value where it is whole.
  public var integer: Int? {
    value == value.rounded() && abs(value) < 1e15 ? Int(value) : nil
  }
}

/// Reads numbers in Arabic words and in digits of three scripts.
///
/// Words are folded: أ إ آ ٱ = ا, ى ئ = ي, ة = ه, ؤ = و, without tashkeel and tatweel. The و between the parts may be a
/// word of its own or the start of the next one; ال on any part is passed over.
public enum NumberWords {
  /// The longest number at the start of `words`: «خمسه وعشرين» gives 25, «ثلاثه الاف ومايتين» 3200, «2.4 مليون» 2400000.
  public static func parse(_ words: ArraySlice<String>) -> ParsedNumber? {
    var reader = NumberReader(words)
    return reader.read()
  }

  /// The longest number at the start of `words`.
  public static func parse(_ words: [String]) -> ParsedNumber? {
    parse(words[...])
  }

  /// Whether a folded word can be part of a number, with or without ال and a joined و.
  public static func isNumberWord(_ word: String) -> Bool {
    NumberTables.entry(word).map { $0 != .beyond } ?? false || digits(word) != nil
      || (word.utf8.count > 2 && word.hasPrefix("و") && NumberTables.entry(String(word.dropFirst())) != nil)
  }

  /// The value of digits in Arabic-Indic, Persian or ASCII form, with grouping and decimals:
  /// «٢٫٤» is 2.4, «١٬٢٠٠» and «1,200» are 1200.
  public static func digits(_ word: String) -> Double? {
    var scalars = word.unicodeScalars.makeIterator()
    var whole = ""
    var groups: [Int] = []
    var marks: [Unicode.Scalar] = []
    var length = 0
    while let scalar = scalars.next() {
      if let digit = digit(scalar) {
        whole.append(String(digit))
        length += 1
      } else if length > 0, scalar == "." || scalar == "," || scalar == "٫" || scalar == "٬" || scalar == "،" {
        groups.append(length)
        marks.append(scalar)
        length = 0
      } else {
        return nil
      }
    }
    guard length > 0, whole.utf8.count < 19 else { return nil }
    groups.append(length)
    guard let mark = marks.last else { return Double(whole) }
    let grouped = groups.dropFirst().allSatisfy { $0 == 3 } && groups[0] <= 3 && groups[0] > 0
    let isLone = !marks.dropLast().contains(mark)
    let isDecimal = mark == "٫" || (isLone && (mark == "." || (marks.count == 1 && !grouped && mark != "٬")))
    if mark == "٬" || !isDecimal {
      return grouped && marks.allSatisfy { $0 == mark } ? Double(whole) : nil
    }
    guard marks.dropLast().allSatisfy({ $0 == "٬" || $0 == "," }), groups[0] <= 3 || marks.count == 1,
      groups.dropFirst().dropLast().allSatisfy({ $0 == 3 })
    else { return nil }
    return Double(String(whole.dropLast(length)) + "." + String(whole.suffix(length)))
  }

  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0x660...0x669: Int(scalar.value) - 0x660
    case 0x6F0...0x6F9: Int(scalar.value) - 0x6F0
    default: nil
    }
  }
}
