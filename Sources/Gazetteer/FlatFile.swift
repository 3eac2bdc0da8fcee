/// The layout of a compiled gazetteer: one flat run of bytes, used in place.
///
/// Every byte outside the string section is below 0x80, so that the whole is valid UTF-8 and can be embedded as a literal. Integers
/// are 28 bits in four bytes of seven; keys are 64-bit hashes masked to seven bits a byte.
enum FlatFile {
  static let magic: [UInt8] = Array("ISNADGZ2".utf8)
  static let keyMask: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  /// Number of integers in the header after the magic.
  static let headerCount = 21
  static let headerSize = 8 + headerCount * 4
  /// Set in a table value when a longer phrase begins with this one.
  static let more: UInt32 = 1 << 27
  /// Set in a table value that is the number of the phrase's only form; without it the value is a place in the postings.
  static let single: UInt32 = 1 << 26
  /// The bits of a table value that are a number.
  static let number: UInt32 = single - 1
  /// Set in the last form of a posting list.
  static let last: UInt32 = 1 << 27
  /// Bytes of a slot of the table: key, value.
  static let slotSize = 12
  /// Bytes of a form record: entry, phrase, class set with the exact flag.
  static let formSize = 12
  /// Bytes of an entry record: id, name, type, attributes, line.
  static let entrySize = 20
  static let exactFlag: UInt32 = 1 << 27

  /// The fields of the header, in order.
  enum Field: Int {
    case capacity, filterBytes, filter, pairBytes, pairs, slots, postings, forms, formCount, entries, entryCount
    case classSets, classNames, classCount, lists, listCount, strings, stringBytes, version, maxWords, setCount
  }

  /// The slot where the search for a key begins.
  @inline(__always)
  static func slot(_ key: UInt64, _ capacity: UInt64) -> UInt64 {
    (((key &* 0x9E37_79B9_7F4A_7C15) >> 32) &* capacity) >> 32
  }

  /// The byte and bit of a filter: seven bits a byte.
  @inline(__always)
  static func filterBit(_ hash: UInt64, _ mask: UInt64) -> (byte: Int, bit: UInt8) {
    (Int(truncatingIfNeeded: (hash >> 24) & mask), UInt8(truncatingIfNeeded: ((hash & 0xFF) &* 7) >> 8))
  }

  /// A hash as a key of the table; 0 means an empty slot.
  @inline(__always)
  static func key(_ hash: UInt64) -> UInt64 {
    let k = hash & keyMask
    return k == 0 ? 1 : k
  }
}

/// Collects the bytes of a flat file.
struct FlatWriter {
  var bytes: [UInt8] = []
  /// Whether a value did not fit its 28 bits: the file would be larger than 256 MB.
  var overflows = false

  mutating func append(_ v: UInt32) {
    if v >= 1 << 28 { overflows = true }
    bytes.append(UInt8(v & 0x7F))
    bytes.append(UInt8(v >> 7 & 0x7F))
    bytes.append(UInt8(v >> 14 & 0x7F))
    bytes.append(UInt8(v >> 21 & 0x7F))
  }

  /// The integer at a byte offset.
  func value(_ at: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << (7 * UInt32($1)) }
  }

  mutating func append(_ values: some Sequence<UInt32>) {
    for v in values { append(v) }
  }

  mutating func append(key: UInt64) {
    for k in 0..<8 { bytes.append(UInt8(key >> (8 * UInt64(k)) & 0x7F)) }
  }

  mutating func align() { while bytes.count % 8 != 0 { bytes.append(0) } }
}
