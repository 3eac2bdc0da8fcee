/// The beginnings of all phrases while lists are compiled: a hash table of keys in the order in which they came.
struct PrefixTable {
  /// The keys by node.
  private(set) var keys: [UInt64] = []
  /// The first and the last form that ends at each node, -1 where none does.
  private(set) var firstForm: [Int32] = []
  private var lastForm: [Int32] = []
  /// Whether a longer phrase begins so.
  private(set) var more: [Bool] = []
  /// The form after each form at the same node, -1 after the last.
  private(set) var nextForm: [Int32] = []
  private var slots: [Int32]

  init(expecting count: Int) {
    var capacity = 64
    while capacity < count * 2 { capacity *= 2 }
    slots = [Int32](repeating: -1, count: capacity)
    keys.reserveCapacity(count)
    firstForm.reserveCapacity(count)
    lastForm.reserveCapacity(count)
    more.reserveCapacity(count)
  }

  var count: Int { keys.count }

  /// The node of a key, made where it is new.
  mutating func node(_ key: UInt64) -> Int {
    if keys.count * 2 >= slots.count { rehash() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(keys.count)
    keys.append(key)
    firstForm.append(-1)
    lastForm.append(-1)
    more.append(false)
    return keys.count - 1
  }

  /// The last form that ends at `node`.
  func lastForm(of node: Int) -> Int? { lastForm[node] < 0 ? nil : Int(lastForm[node]) }

  mutating func setMore(_ node: Int) { more[node] = true }

  /// Adds the next form, which ends at `node`.
  mutating func addForm(_ node: Int) {
    let form = Int32(nextForm.count)
    nextForm.append(-1)
    if firstForm[node] < 0 { firstForm[node] = form } else { nextForm[Int(lastForm[node])] = form }
    lastForm[node] = form
  }

  private mutating func rehash() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (n, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(n)
    }
  }
}

/// Strings, each stored once and ended by a NUL.
struct StringPool {
  private(set) var bytes: [UInt8] = [0]
  private var slots: [UInt32]
  private var count = 0

  init(expecting n: Int = 0) {
    var capacity = 1024
    while capacity < n * 2 { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: capacity)
  }

  /// The place of a string; NUL bytes in it are left out.
  mutating func add(_ string: String) -> UInt32 {
    var string = string
    return string.withUTF8 { s in
      if s.contains(0) {
        let clean = s.filter { $0 != 0 }
        return clean.withUnsafeBufferPointer { add($0) }
      }
      return add(s)
    }
  }

  private mutating func add(_ s: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard !s.isEmpty else { return 0 }
    if count * 2 >= slots.count { rehash() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(s)) & mask
    while slots[slot] != 0 {
      let at = Int(slots[slot])
      if at + s.count < bytes.count, bytes[at + s.count] == 0, s.indices.allSatisfy({ bytes[at + $0] == s[$0] }) {
        return slots[slot]
      }
      slot = (slot + 1) & mask
    }
    let at = UInt32(bytes.count)
    slots[slot] = at
    count += 1
    bytes.append(contentsOf: s)
    bytes.append(0)
    return at
  }

  /// The string at a place.
  func text(at place: UInt32) -> String {
    let end = bytes[Int(place)...].firstIndex(of: 0) ?? bytes.count
    return String(decoding: bytes[Int(place)..<end], as: UTF8.self)
  }

  private static func hash(_ s: some Sequence<UInt8>) -> UInt64 {
    var h: UInt64 = 0xCBF2_9CE4_8422_2325
    for b in s { h = (h ^ UInt64(b)) &* 0x100_0000_01B3 }
    return h ^ h >> 29
  }

  private mutating func rehash() {
    let old = slots
    slots = [UInt32](repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for at in old where at != 0 {
      var end = Int(at)
      while bytes[end] != 0 { end += 1 }
      var slot = Int(truncatingIfNeeded: Self.hash(bytes[Int(at)..<end])) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = at
    }
  }
}
