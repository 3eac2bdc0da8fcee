import ArabicText

/// What the lists know of words by themselves, kept from text to text: most words of a text are among a few thousand.
///
/// A table of fixed size in which a word takes the place of another one; words of more than 16 bytes are not kept.
public struct WordCache: Sendable {
  private static let maskCount = 4
  private var slots: [Slot]
  /// The bits of the token at hand before it was read.
  private var before: [UInt64] = []

  /// A word as written: its first and its last eight bytes, and its length.
  struct Key: Equatable {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    var length: UInt8 = 0
  }

  private struct Slot {
    var key = Key()
    /// The letters that are proclitics.
    var stripped: UInt8 = 0
    /// How many masks are used.
    var count: UInt8 = 0
    /// The words of the token's bits, eight bits each, and the bits set in them.
    var words: UInt32 = 0
    var masks: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  }

  /// Creates an empty cache; `slots` is a power of two, or 0 where nothing is to be kept.
  public init(slots: Int = 1 << 13) { self.slots = [Slot](repeating: Slot(), count: slots) }

  /// The key of a word, nil where it cannot be kept.
  func key(_ token: Token, _ bytes: [UInt8]) -> Key? {
    let n = Int(token.end &- token.start)
    guard !slots.isEmpty, token.kind == .arabic, n <= 16, n > 1 else { return nil }
    return bytes.withUnsafeBytes { b in
      let start = Int(token.start)
      if n >= 8 {
        return Key(
          head: b.loadUnaligned(fromByteOffset: start, as: UInt64.self),
          tail: b.loadUnaligned(fromByteOffset: start &+ n &- 8, as: UInt64.self), length: UInt8(n))
      }
      var head: UInt64 = 0
      for k in 0..<n { head = head << 8 | UInt64(b[start &+ k]) }
      return Key(head: head, tail: 0, length: UInt8(n))
    }
  }

  private func index(_ key: Key) -> Int {
    let h = (key.head &* 0x9E37_79B9_7F4A_7C15) ^ (key.tail &* 0xC2B2_AE3D_27D4_EB4F)
    return Int(truncatingIfNeeded: h >> 40) & (slots.count - 1)
  }

  /// Sets the bits of a word that is known; false where it is not.
  func restore(_ key: Key, _ t: Int, _ lattice: inout Lattice) -> Bool {
    let s = slots[index(key)]
    guard s.key == key else { return false }
    lattice.stripped[t] = s.stripped
    let at = (t &+ 1) &* lattice.width
    if s.count > 0 { lattice.bits[at &+ Int(s.words & 0xFF)] |= s.masks.0 }
    if s.count > 1 { lattice.bits[at &+ Int(s.words >> 8 & 0xFF)] |= s.masks.1 }
    if s.count > 2 { lattice.bits[at &+ Int(s.words >> 16 & 0xFF)] |= s.masks.2 }
    if s.count > 3 { lattice.bits[at &+ Int(s.words >> 24)] |= s.masks.3 }
    return true
  }

  /// Notes the bits of a token before it is read.
  mutating func begin(_ t: Int, _ lattice: Lattice) {
    let at = (t + 1) * lattice.width
    before.removeAll(keepingCapacity: true)
    before.append(contentsOf: lattice.bits[at..<at + lattice.width])
  }

  /// Keeps what reading a token has set.
  mutating func save(_ key: Key, _ t: Int, _ lattice: Lattice) {
    let at = (t + 1) * lattice.width
    var s = Slot()
    s.key = key
    s.stripped = lattice.stripped[t]
    for w in 0..<lattice.width {
      let mask = lattice.bits[at + w] & ~before[w]
      guard mask != 0 else { continue }
      guard s.count < Self.maskCount, w < 256 else { return }
      switch s.count {
      case 0: s.masks.0 = mask
      case 1: s.masks.1 = mask
      case 2: s.masks.2 = mask
      default: s.masks.3 = mask
      }
      s.words |= UInt32(w) << (8 * UInt32(s.count))
      s.count += 1
    }
    slots[index(key)] = s
  }
}
