/// Word classes learnt from raw text, used in place: 28 bits of a word's hash, and its classes of 64, 256 and 1,024.
public struct ClusterTable: @unchecked Sendable {
  // Unchecked: the bytes are never written; the model that holds the table keeps them alive.
  private let rows: UnsafeRawPointer
  private let capacity: UInt64

  init(_ rows: UnsafeRawPointer, capacity: Int) {
    self.rows = rows
    self.capacity = UInt64(capacity)
  }

  /// The packed classes of a word, by its stem and else as it stands; 0 where neither is known.
  func classes(of t: TaggerToken) -> UInt32 {
    let c = find(t.stem)
    return c != 0 || t.stem == t.word ? c : find(t.word)
  }

  private func find(_ word: UInt64) -> UInt32 {
    let h = FeatureHash.of(200, word)
    let key = Self.key(h)
    var at = FeatureHash.slot(h, capacity)
    while true {
      let row = rows.loadUnaligned(fromByteOffset: at &* 8, as: UInt64.self)
      if row == 0 { return 0 }
      if row & 0x7F7F_7F7F == key { return FlatModel.integer(UInt32(truncatingIfNeeded: row >> 32)) }
      at &+= 1
    }
  }

  static func key(_ h: UInt64) -> UInt64 {
    let k = h & 0x7F7F_7F7F
    return k == 0 ? 1 : k
  }
}

/// Word classes with memory of their own, for training.
public final class WordClasses: @unchecked Sendable {
  // Unchecked: the memory is never written after creation.
  /// The words by the hash of their stem, with the classes of 64, 256 and 1,024 packed in 24 bits.
  public let words: [(word: UInt64, classes: UInt32)]
  private let buffer: UnsafeMutableRawBufferPointer
  let table: ClusterTable?

  /// Creates a table of words.
  public init(_ words: [(word: UInt64, classes: UInt32)]) {
    self.words = words
    let (slots, capacity) = ModelWriter.clusterSlots(words)
    buffer = .allocate(byteCount: slots.count * 8, alignment: 8)
    buffer.copyBytes(from: slots.flatMap { s in (0..<8).map { UInt8(s >> UInt64(8 * $0) & 0xFF) } })
    table = buffer.baseAddress.map { ClusterTable(UnsafeRawPointer($0), capacity: capacity) }
  }

  deinit { buffer.deallocate() }
}
