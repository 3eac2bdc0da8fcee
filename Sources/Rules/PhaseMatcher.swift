import ArabicText

/// A match of a rule.
public struct RuleMatch: Sendable {
  /// The rule, by its number in the phase.
  public var rule: Int
  /// What matched, without context, in tokens.
  public var tokens: Range<Int>
  /// Captures by number in the program, in tokens.
  public var captures: [(id: Int, tokens: Range<Int>)]
}

/// Runs one phase over lattices: a deterministic automaton, made state by state as it is needed.
///
/// Each distinct set of bits that the phase reads is one symbol, so that a step is one look-up. A run from one token looks at
/// `lengthLimit` tokens at most, so that the time for any input is linear in its tokens.
public struct PhaseMatcher {
  static let lengthLimit = 72
  static let stateLimit = 6000
  private let program: Program
  private var symbols: SymbolTable
  /// The automaton's states: sorted states of the program.
  private var sets: [[Int32]] = []
  private var setIDs: [[Int32]: Int32] = [:]
  private var accepts: [[Int32]] = []
  /// Transitions by state and symbol: -1 not known yet, 0 dead.
  private var next: [Int32] = []
  private var stride = 64
  private let startSet: [Int32]
  /// When each state of the program was last seen by ``closure(_:)``.
  private var seen: [Int32]
  private var stamp: Int32 = 0
  /// The symbol of each position.
  private var line: [Int32] = []

  /// Creates the matcher of a phase.
  public init(_ program: Program) {
    self.program = program
    symbols = SymbolTable(program.mask)
    startSet = program.starts
    seen = [Int32](repeating: 0, count: program.states.count)
    reset()
  }

  private mutating func reset() {
    sets = [[]]
    accepts = [[]]
    setIDs = [[]: 0]
    next = [Int32](repeating: 0, count: stride)
    _ = state(closure(startSet))
  }

  /// All matches: for each rule and token the longest, or the shortest where the rule prefers it.
  public mutating func matches(_ lattice: Lattice) -> [RuleMatch] {
    symbols.read(lattice, into: &line)
    grow()
    var found: [RuleMatch] = []
    var ends: [(rule: Int32, end: Int)] = []
    let n = lattice.positions
    let staysInLine = program.phase.mode != .all
    for p in 0..<n {
      var s: Int32 = 1
      var q = p
      ends.removeAll(keepingCapacity: true)
      let limit = min(n, p + Self.lengthLimit)
      while q < limit {
        // A name, a date, a noun phrase stands in one line; only a statement may go on in the next.
        if q > p, q > 1, staysInLine, lattice.has(Property.lineStart.rawValue, position: q) { break }
        let symbol = line[q]
        var t = next[Int(s) &* stride &+ Int(symbol)]
        if t < 0 { t = step(s, symbol) }
        if t == 0 { break }
        s = t
        q &+= 1
        for rule in accepts[Int(s)] { note(rule, q, &ends) }
      }
      for e in ends {
        if let m = capture(lattice, Int(e.rule), p, e.end) { found.append(m) }
      }
      if sets.count > Self.stateLimit { reset() }
    }
    return found
  }

  private func note(_ rule: Int32, _ end: Int, _ ends: inout [(rule: Int32, end: Int)]) {
    for k in ends.indices where ends[k].rule == rule {
      if !program.phase.rules[Int(rule)].prefersShortest { ends[k].end = end }
      return
    }
    ends.append((rule, end))
  }

  /// Makes room for new symbols.
  private mutating func grow() {
    guard symbols.count > stride else { return }
    var wider = stride
    while wider < symbols.count { wider *= 2 }
    var table = [Int32](repeating: -1, count: sets.count * wider)
    for s in sets.indices { for k in 0..<stride { table[s * wider + k] = next[s * stride + k] } }
    for k in 0..<wider { table[k] = 0 }
    next = table
    stride = wider
  }

  private mutating func state(_ set: [Int32]) -> Int32 {
    if let id = setIDs[set] { return id }
    let id = Int32(sets.count)
    setIDs[set] = id
    sets.append(set)
    var rules: [Int32] = []
    for s in set { if case .accept(let rule) = program.states[Int(s)] { rules.append(rule) } }
    accepts.append(rules)
    next.append(contentsOf: repeatElement(-1, count: stride))
    return id
  }

  private mutating func step(_ s: Int32, _ symbol: Int32) -> Int32 {
    var targets: [Int32] = []
    for q in sets[Int(s)] {
      if case .test(let tests, let n) = program.states[Int(q)], symbols.holds(tests, symbol) { targets.append(n) }
    }
    let reached = targets.isEmpty ? [] : closure(targets)
    let t = targets.isEmpty ? 0 : state(reached)
    next[Int(s) * stride + Int(symbol)] = t
    return t
  }

  /// The consuming and accepting states that can be reached without consuming, sorted.
  private mutating func closure(_ from: [Int32]) -> [Int32] {
    stamp += 1
    var stack = from
    var out: [Int32] = []
    while let s = stack.popLast() {
      guard seen[Int(s)] != stamp else { continue }
      seen[Int(s)] = stamp
      switch program.states[Int(s)] {
      case .test, .accept: out.append(s)
      case .split(let n): stack += n
      case .mark(_, _, let n): stack.append(n)
      }
    }
    return out.sorted()
  }

  /// Finds the captures of a match that is known to reach from `p` to `end`, preferring earlier alternatives.
  private func capture(_ lattice: Lattice, _ rule: Int, _ p: Int, _ end: Int) -> RuleMatch? {
    var search = CaptureSearch(program: program, symbols: symbols, line: line, rule: rule, start: p, end: end)
    guard search.walk(Int(program.starts[rule]), p) else { return nil }
    var captures: [(id: Int, tokens: Range<Int>)] = []
    var open: [(Int, Int)] = []
    var whole = 0..<0
    for m in search.trail.reversed() {
      if !m.isEnd {
        open.append((m.capture, m.position))
      } else if let k = open.lastIndex(where: { $0.0 == m.capture }) {
        let range = max(0, open[k].1 - 1)..<max(0, m.position - 1)
        if m.capture == 0 {
          whole = range
        } else if !captures.contains(where: { $0.id == m.capture }) || !range.isEmpty {
          captures.append((m.capture, range))
        }
        open.remove(at: k)
      }
    }
    guard !whole.isEmpty, whole.upperBound <= lattice.tokens.count else { return nil }
    captures.removeAll { $0.tokens.upperBound > lattice.tokens.count }
    return RuleMatch(rule: rule, tokens: whole, captures: captures)
  }
}

/// A walk through a program with captures; failures are remembered, so that no pair of state and position is tried twice.
private struct CaptureSearch {
  let program: Program
  let symbols: SymbolTable
  let line: [Int32]
  let base: Int
  let start: Int
  let end: Int
  let width: Int
  var failed: [Bool]
  /// The marks passed, the last first.
  var trail: [(capture: Int, isEnd: Bool, position: Int)] = []

  init(program: Program, symbols: SymbolTable, line: [Int32], rule: Int, start: Int, end: Int) {
    self.program = program
    self.symbols = symbols
    self.line = line
    base = program.ranges[rule].lowerBound
    self.start = start
    self.end = end
    width = end - start + 1
    failed = [Bool](repeating: false, count: program.ranges[rule].count * width)
  }

  mutating func walk(_ s: Int, _ p: Int) -> Bool {
    let key = (s - base) * width + p - start
    if failed[key] { return false }
    failed[key] = true
    switch program.states[s] {
    case .accept:
      if p == end { return true }
    case .test(let tests, let n):
      if p < end, symbols.holds(tests, line[p]), walk(Int(n), p + 1) { return true }
    case .split(let alternatives):
      for a in alternatives where walk(Int(a), p) { return true }
    case .mark(let capture, let isEnd, let n):
      if walk(Int(n), p) {
        trail.append((Int(capture), isEnd, p))
        return true
      }
    }
    return false
  }
}

/// The distinct sets of bits that a phase has seen.
struct SymbolTable {
  let mask: [UInt64]
  private let words: [Int]
  private var content: [UInt64] = []
  private var slots: [Int32]
  private(set) var count = 0

  init(_ mask: [UInt64]) {
    self.mask = mask
    words = mask.indices.filter { mask[$0] != 0 }
    slots = [Int32](repeating: -1, count: 1024)
  }

  /// The symbols of all positions of a lattice.
  mutating func read(_ lattice: Lattice, into line: inout [Int32]) {
    line.removeAll(keepingCapacity: true)
    line.reserveCapacity(lattice.positions)
    for p in 0..<lattice.positions {
      let at = p &* lattice.width
      var h: UInt64 = 0
      for w in words { h = (h ^ (lattice.bits[at &+ w] & mask[w])) &* 0x9E37_79B9_7F4A_7C15 &+ (h >> 29) }
      h ^= h >> 32
      line.append(find(h, lattice.bits, at))
    }
  }

  private mutating func find(_ h: UInt64, _ bits: [UInt64], _ at: Int) -> Int32 {
    var slot = Int(truncatingIfNeeded: h) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = slots[slot]
      let own = Int(id) &* words.count
      var same = true
      for (k, w) in words.enumerated() where content[own &+ k] != bits[at &+ w] & mask[w] {
        same = false
        break
      }
      if same { return id }
      slot = (slot &+ 1) & (slots.count - 1)
    }
    let id = Int32(count)
    count += 1
    for w in words { content.append(bits[at + w] & mask[w]) }
    slots[slot] = id
    if count * 2 > slots.count { rehash() }
    return id
  }

  private mutating func rehash() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for id in 0..<count {
      var h: UInt64 = 0
      for k in words.indices { h = (h ^ content[id * words.count + k]) &* 0x9E37_79B9_7F4A_7C15 &+ (h >> 29) }
      h ^= h >> 32
      var slot = Int(truncatingIfNeeded: h) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(id)
    }
  }

  /// Whether all tests hold of a symbol.
  func holds(_ tests: [BitTest], _ symbol: Int32) -> Bool {
    for t in tests {
      guard let k = words.firstIndex(of: Int(t.bit) >> 6) else { return false }
      let on = content[Int(symbol) * words.count + k] >> UInt64(t.bit & 63) & 1 != 0
      if on != t.isSet { return false }
    }
    return true
  }
}
