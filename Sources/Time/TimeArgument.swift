/// One capture of a rule: the folded words, and the attributes of the word-list entries that matched.
public struct TimeArgument: Sendable, Hashable {
  /// The words, folded, with or without ال.
  public var words: [String]
  /// The merged `key=value` pairs of the entries, such as `month=2` for «شباط» (February).
  public var attributes: [String: String]

  /// Makes an argument.
  public init(words: [String] = [], attributes: [String: String] = [:]) {
    self.words = words
    self.attributes = attributes
  }

  /// The first number in the words, such as 25 of «الخامس والعشرين»; else the attribute `value`.
  public var number: Double? {
    for start in words.indices {
      if let parsed = NumberWords.parse(words[start...]) { return parsed.value }
      if let value = Self.markedDigits(words[start]) { return value }
    }
    return attributes["value"].flatMap(Double.init)
  }

  /// The first whole number in the words, such as 1 of «الربع الاول» (the first quarter); else the attribute `value`.
  public var int: Int? {
    for start in words.indices {
      if let whole = NumberWords.parse(words[start...])?.integer { return whole }
      if let value = Self.markedDigits(words[start]), value == value.rounded(), value < 1e15 { return Int(value) }
    }
    return int(attribute: "value")
  }

  /// A whole number that is an attribute.
  public func int(attribute key: String) -> Int? {
    guard let text = attributes[key] else { return nil }
    return Int(text.hasPrefix("+") ? String(text.dropFirst()) : text)
  }

  /// How many digits the first numeral has; 0 for number words.
  var digitCount: Int {
    for word in words where word.unicodeScalars.contains(where: { NumberWords.digit($0) != nil }) {
      return word.unicodeScalars.filter { NumberWords.digit($0) != nil }.count
    }
    return 0
  }

  /// The runs of digits in the words: «10/3/2025» gives 10, 3 and 2025.
  var digitRuns: [(value: Int, length: Int)] {
    var runs: [(value: Int, length: Int)] = []
    for word in words {
      var open = false
      for scalar in word.unicodeScalars {
        guard let digit = NumberWords.digit(scalar) else {
          open = false
          continue
        }
        if open, let last = runs.last, last.length < 9 {
          runs[runs.count - 1] = (last.value * 10 + digit, last.length + 1)
        } else {
          runs.append((digit, 1))
        }
        open = true
      }
    }
    return runs
  }

  /// Digits with a joined mark, «2025م» or «1446ه», or a joined و, «و2013».
  private static func markedDigits(_ word: String) -> Double? {
    var rest = Substring(word)
    if rest.hasPrefix("و") { rest = rest.dropFirst() }
    if rest.hasSuffix("م") || rest.hasSuffix("ه") { rest = rest.dropLast() }
    return rest.utf8.count == word.utf8.count ? nil : NumberWords.digits(String(rest))
  }
}
