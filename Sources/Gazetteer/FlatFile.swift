/// The layout of a compiled gazetteer: one flat run of bytes, used in place.
///
/// Every byte outside the string section is below 0x80, so that the whole is valid UTF-8 and can be embedded as a literal. Integers
/// are 28 bits in four bytes of seven; keys are 64-bit hashes masked to seven bits a byte.
enum FlatFile {
  static let magic: [UInt8] = Array("ISNADGZ1".utf8)
  static let keyMask: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  /// Number of integers in the header after the magic.
  static let headerCount = 20
  static let headerSize = 8 + headerCount * 4
  /// Set in a table value when a longer phrase begins with this one.
  static let more: UInt32 = 1 << 27
  /// Bytes of a form record: entry, phrase, class set with the exact flag.
  static let formSize = 12
  /// Bytes of an entry record: id, name, type, attributes, list, line.
  static let entrySize = 24
  static let exactFlag: UInt32 = 1 << 27

  /// The fields of the header, in order.
  enum Field: Int {
    case capacity, filterBytes, filter, keys, values, postings, forms, formCount, entries, entryCount, classSets,
      classNames
    case classCount, lists, listCount, strings, stringBytes, version, maxWords, single
  }

  @inline(__always)
  static func slot(_ hash: UInt64, _ mask: UInt64) -> UInt64 { (hash >> 16) & mask }

  /// The byte and bit of the first-word filter.
  @inline(__always)
  static func filterBit(_ hash: UInt64, _ mask: UInt64) -> (byte: Int, bit: UInt8) {
    (Int((hash >> 24) & mask), UInt8(((hash & 0xFF) &* 7) >> 8))
  }
}

/// Collects the bytes of a flat file.
struct FlatWriter {
  var bytes: [UInt8] = []

  mutating func append(_ v: UInt32) {
    precondition(v < 1 << 28, "a value of a compiled gazetteer must fit 28 bits")
    bytes.append(UInt8(v & 0x7F))
    bytes.append(UInt8(v >> 7 & 0x7F))
    bytes.append(UInt8(v >> 14 & 0x7F))
    bytes.append(UInt8(v >> 21 & 0x7F))
  }

  mutating func append(key: UInt64) {
    for k in 0..<8 { bytes.append(UInt8(key >> (8 * UInt64(k)) & 0x7F)) }
  }

  mutating func align() { while bytes.count % 8 != 0 { bytes.append(0) } }
}
