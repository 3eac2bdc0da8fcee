/// Text that was decoded to UTF-8.
public struct DecodedText: Sendable {
  /// The text as valid UTF-8, without a byte order mark.
  public var bytes: [UInt8]
  /// The encoding that the input was read as.
  public var encoding: TextEncoding
  /// How many undecodable byte sequences became U+FFFD.
  public var replacements: Int
  /// Where the first 16 of these sequences begin, as byte offsets in the input.
  public var replacementOffsets: [Int]
}

/// Turns bytes of a known or unknown encoding into valid UTF-8, in linear time.
public enum TextDecoder {
  /// How many offsets of replacements are kept.
  static let offsetLimit = 16

  /// Decodes bytes; nothing is refused, and what cannot be decoded becomes U+FFFD.
  ///
  /// A given encoding is used as it is. Otherwise the byte order mark tells; then well-formed
  /// UTF-8 is taken as that, and its bytes are returned without a copy, unless its control
  /// characters show that it is UTF-16 without a mark; then nearly well-formed UTF-8 is repaired;
  /// then plausible Arabic in windows-1256 or ISO-8859-6 is converted; and the rest, such as
  /// binary data, is repaired as UTF-8. The mark of the encoding that is used is dropped.
  /// For a given UTF-16, a mark of the other byte order wins, as "utf-16" names no order.
  public static func decode(_ input: [UInt8], encoding: TextEncoding? = nil) -> DecodedText {
    let mark = ByteOrderMark(input)
    switch encoding {
    case .utf8?:
      return decodeUTF8(input, mark: mark == .utf8 ? mark : nil)
    case .utf16LE?, .utf16BE?:
      let bigEndian = mark == .utf16BE || (encoding == .utf16BE && mark != .utf16LE)
      return UTF16Decoding.decode(input, bigEndian: bigEndian)
    case .windows1256?, .iso8859_6?:
      return decodeLegacy(input, encoding ?? .windows1256)
    case nil:
      break
    }
    switch mark {
    case .utf8?:
      return decodeUTF8(input, mark: mark)
    case .utf16LE?, .utf16BE?:
      return UTF16Decoding.decode(input, bigEndian: mark == .utf16BE)
    case nil:
      return decodeUnmarked(input)
    }
  }

  private static func decodeUnmarked(_ input: [UInt8]) -> DecodedText {
    // Arabic in UTF-16 is well-formed UTF-8 as well, of ASCII and controls, so it comes first.
    if let guess = UTF16Decoding.guess(input) {
      return UTF16Decoding.decode(input, bigEndian: guess == .utf16BE)
    }
    if UTF8Validator.isValid(input) {
      return unchanged(input)
    }
    if UTF8Repair.Census(input).isNearlyValid {
      return UTF8Repair.repair(input, from: 0)
    }
    if let guess = LegacyArabic.guess(input) {
      return decodeLegacy(input, guess)
    }
    return UTF8Repair.repair(input, from: 0)
  }

  private static func decodeUTF8(_ input: [UInt8], mark: ByteOrderMark?) -> DecodedText {
    if mark == nil, UTF8Validator.isValid(input) {
      return unchanged(input)
    }
    return UTF8Repair.repair(input, from: mark == nil ? 0 : 3)
  }

  private static func decodeLegacy(_ input: [UInt8], _ encoding: TextEncoding) -> DecodedText {
    // ICU fails only when memory or its own data is missing.
    ICUConversion.decode(input, as: encoding) ?? UTF8Repair.repair(input, from: 0)
  }

  private static func unchanged(_ input: [UInt8]) -> DecodedText {
    DecodedText(bytes: input, encoding: .utf8, replacements: 0, replacementOffsets: [])
  }
}

/// The byte order mark that a text begins with.
enum ByteOrderMark {
  case utf8, utf16LE, utf16BE

  /// Looks at the first bytes; nil if they are no mark.
  init?(_ input: [UInt8]) {
    if input.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if input.starts(with: [0xFF, 0xFE]) {
      self = .utf16LE
    } else if input.starts(with: [0xFE, 0xFF]) {
      self = .utf16BE
    } else {
      return nil
    }
  }
}
