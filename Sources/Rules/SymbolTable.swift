/// Numbers for what a phase can see of tokens: one for each distinct set of predicates that hold.
///
/// The bits of a token that the phase reads are looked up first; their predicates are worked out once for each distinct set of bits.
struct SymbolTable {
  private let predicates: [Predicate]
  /// The words of a token that the phase reads, and the bits of them.
  private let words: [Int]
  private let masks: [UInt64]
  /// Distinct bits, and the symbol of each.
  private var contents = Interner()
  private var symbols: [Int32] = []
  /// Distinct sets of predicates: the symbols.
  private var sets: Interner
  private let setWords: Int
  private var key: [UInt64]
  private var set: [UInt64]

  init(_ program: Program) {
    predicates = program.predicates
    words = program.mask.indices.filter { program.mask[$0] != 0 }
    masks = words.map { program.mask[$0] }
    setWords = max(1, (predicates.count + 63) / 64)
    contents = Interner(width: max(1, words.count))
    sets = Interner(width: setWords)
    key = [UInt64](repeating: 0, count: max(1, words.count))
    set = [UInt64](repeating: 0, count: setWords)
  }

  /// The number of symbols.
  var count: Int { sets.count }
  /// The number of distinct sets of bits.
  var contentCount: Int { contents.count }

  /// Forgets all symbols.
  mutating func removeAll() {
    contents.removeAll()
    sets.removeAll()
    symbols.removeAll()
  }

  /// The symbols of all positions of a lattice.
  mutating func read(_ lattice: Lattice, into line: inout [Int32]) {
    let n = lattice.positions
    line.removeAll(keepingCapacity: true)
    line.reserveCapacity(n)
    let width = lattice.width
    lattice.bits.withUnsafeBufferPointer { bits in
      guard let base = bits.baseAddress else { return }
      for p in 0..<n {
        let token = base + p &* width
        for k in words.indices { key[k] = token[words[k]] & masks[k] }
        let (id, isNew) = contents.intern(key)
        if isNew { symbols.append(symbol(token)) }
        line.append(symbols[Int(id)])
      }
    }
  }

  private mutating func symbol(_ token: UnsafePointer<UInt64>) -> Int32 {
    for k in set.indices { set[k] = 0 }
    for (k, p) in predicates.enumerated() where p.holds(token) { set[k >> 6] |= 1 << UInt64(k & 63) }
    return sets.intern(set).id
  }

  /// Whether a predicate holds of a symbol.
  @inline(__always)
  func holds(_ predicate: Int32, _ symbol: Int32) -> Bool {
    sets.content[Int(symbol) &* setWords &+ Int(predicate) >> 6] >> UInt64(predicate & 63) & 1 != 0
  }
}

/// Distinct runs of words, numbered as they come.
private struct Interner {
  private let width: Int
  /// The runs, one after the other.
  private(set) var content: [UInt64] = []
  private var hashes: [UInt64] = []
  private var slots: [Int32]

  init(width: Int = 1) {
    self.width = width
    slots = [Int32](repeating: -1, count: 1024)
  }

  var count: Int { hashes.count }

  mutating func removeAll() { self = Interner(width: width) }

  mutating func intern(_ run: [UInt64]) -> (id: Int32, isNew: Bool) {
    var h: UInt64 = 0
    for v in run { h = (h ^ v) &* 0x9E37_79B9_7F4A_7C15 &+ (h >> 29) }
    h ^= h >> 32
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: h) & mask
    while slots[slot] >= 0 {
      let id = slots[slot]
      if hashes[Int(id)] == h {
        let own = Int(id) &* width
        var k = 0
        while k < width, content[own &+ k] == run[k] { k &+= 1 }
        if k == width { return (id, false) }
      }
      slot = (slot &+ 1) & mask
    }
    let id = Int32(hashes.count)
    hashes.append(h)
    content.append(contentsOf: run)
    slots[slot] = id
    if hashes.count * 2 > slots.count { rehash() }
    return (id, true)
  }

  private mutating func rehash() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (id, h) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: h) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(id)
    }
  }
}
