import CPrefetch

/// The hash table of a compiled gazetteer: every beginning of a phrase, and filters before it.
struct PhraseTable: @unchecked Sendable {
  // Unchecked: pointers into the gazetteer's bytes, which nobody writes.
  /// Records of a key and a value.
  let slots: UnsafeRawPointer
  let filter: UnsafeRawPointer
  let pairs: UnsafeRawPointer
  let capacity: UInt64
  let filterMask: UInt64
  let pairMask: UInt64

  /// The value of a phrase hash: where its forms stand and whether longer phrases begin so; 0 where it is no beginning.
  @inline(__always)
  func probe(_ hash: UInt64) -> UInt32 {
    let key = FlatFile.key(hash)
    var slot = FlatFile.slot(key, capacity)
    while true {
      let at = Int(truncatingIfNeeded: slot &* UInt64(FlatFile.slotSize))
      let k = slots.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      if k == key { return Gazetteer.integer(slots, at &+ 8) }
      if k == 0 { return 0 }
      slot &+= 1
      if slot == capacity { slot = 0 }
    }
  }

  /// Has the memory that ``probe(_:)`` reads loaded ahead of it.
  @inline(__always)
  func prefetch(_ hash: UInt64) {
    let slot = FlatFile.slot(FlatFile.key(hash), capacity)
    isnad_prefetch(slots + Int(truncatingIfNeeded: slot &* UInt64(FlatFile.slotSize)))
  }

  /// Whether the word of this mixed hash may be a phrase by itself.
  @inline(__always)
  func maybeWord(_ hash: UInt64) -> Bool { Self.isSet(hash, filter, filterMask) }

  /// Whether a phrase may begin with the two words of this joined hash.
  @inline(__always)
  func maybePair(_ hash: UInt64) -> Bool { Self.isSet(hash, pairs, pairMask) }

  @inline(__always)
  private static func isSet(_ hash: UInt64, _ bits: UnsafeRawPointer, _ mask: UInt64) -> Bool {
    let (byte, bit) = FlatFile.filterBit(hash, mask)
    return bits.load(fromByteOffset: byte, as: UInt8.self) >> bit & 1 != 0
  }
}
