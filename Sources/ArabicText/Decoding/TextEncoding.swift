/// An encoding that Arabic news text is found in.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8.
  case utf8 = "UTF-8"
  /// UTF-16 with the low byte first.
  case utf16LE = "UTF-16LE"
  /// UTF-16 with the high byte first.
  case utf16BE = "UTF-16BE"
  /// The Arabic code page of Windows.
  case windows1256 = "windows-1256"
  /// The Arabic part of ISO 8859, also known as ASMO 708.
  case iso8859_6 = "ISO-8859-6"

  /// The encoding that a label stands for, as found in a Content-Type field or a meta tag.
  ///
  /// Case does not count, and neither do spaces, hyphens and other punctuation. The labels are
  /// those of the WHATWG Encoding Standard for these encodings and a few more; "utf-16" alone is
  /// `utf16LE`, as there, and ASCII is read as UTF-8.
  public init?(label: String) {
    var key = ""
    for scalar in label.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9":
        key.unicodeScalars.append(scalar)
      case "A"..."Z":
        key.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value | 0x20)))
      case "\0"..."\u{7F}":
        continue
      default:
        return nil
      }
    }
    guard let encoding = Self.encoding(forKey: key) else { return nil }
    self = encoding
  }

  /// The encoding for a label of which only lower-case letters and digits are left.
  private static func encoding(forKey key: String) -> TextEncoding? {
    switch key {
    case "utf8", "utf8n", "utf8bom", "utf8sig", "unicode11utf8", "unicode20utf8", "xunicode20utf8",
      "cp65001", "65001", "ascii", "usascii":
      .utf8
    case "utf16", "utf16le", "unicode", "unicodefeff", "csunicode", "ucs2", "ucs2le", "iso10646ucs2",
      "utf16littleendian", "cp1200", "1200":
      .utf16LE
    case "utf16be", "unicodefffe", "ucs2be", "utf16bigendian", "cp1201", "1201":
      .utf16BE
    case "windows1256", "cp1256", "xcp1256", "win1256", "ms1256", "msarab", "mswinarabic",
      "cswindows1256", "ibm5352", "1256":
      .windows1256
    case "iso88596", "iso88596e", "iso88596i", "iso885961987", "csiso88596e", "csiso88596i",
      "isoir127", "arabic", "csisolatinarabic", "asmo708", "ecma114", "cp28596", "28596", "ibm1089":
      .iso8859_6
    default:
      nil
    }
  }
}
