import ArabicText
import Gazetteer

/// A property that a token has by itself, without any list.
public enum Property: Int, Sendable, CaseIterable {
  case any, word, arabic, latin, mixed, number, abbreviation, mark
  case comma, semicolon, colon, period, ellipsis, question, exclamation, dash, slash, percent, bullet, bar, hash
  case openParen, closeParen, quote, apostrophe, symbol
  case quoteOpen, quoteClose, inQuote, shortQuote
  case sentenceStart, lineStart, paragraphStart, sentenceEnd, spaceBefore
  case definite, feminine, nisbaShape, pluralShape, foreignShape, singleLetter, marked, longWord
  case withWaw, withFeh, withBeh, withLam, withKaf, withSeen, bare
  case dayNumber, monthNumber, yearNumber, fourDigits, twoDigits, integer
  case inTitle, inBody, inFurniture, inSource
  case start, end, known, functionWord

  /// Its name in patterns: `quote-open`.
  public var name: String {
    var out = ""
    for c in "\(self)" {
      if c.isUppercase { out += "-" }
      out += c.lowercased()
    }
    return out
  }

  /// The properties by name.
  static let byName: [String: Property] = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

/// The bits of a token: one a property, two a class: "begins here" and "goes on to the next token".
public struct Vocabulary: Sendable {
  /// The bit of each class's beginning; the next bit is its continuation.
  public let bits: [String: Int]
  /// The number of 64-bit words of a token.
  public let width: Int
  static let firstClassBit = Property.allCases.count

  /// The vocabulary of the classes that rules name.
  init(classes: [String]) {
    var bits: [String: Int] = [:]
    for c in classes where bits[c] == nil { bits[c] = Self.firstClassBit + bits.count * 2 }
    self.bits = bits
    width = (Self.firstClassBit + bits.count * 2 + 63) / 64
  }
}

/// A test of one bit.
struct BitTest: Sendable, Hashable {
  var bit: Int32
  var isSet: Bool

  init(_ bit: Int, _ isSet: Bool = true) {
    self.bit = Int32(bit)
    self.isSet = isSet
  }
}
