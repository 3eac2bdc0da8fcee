/// A deterministic automaton over symbols, made state by state as a phase needs it.
///
/// Transitions are kept in a table of fixed size in which a new one takes the place of an old one, so that memory does not grow with the
/// text; what is lost is worked out again.
struct Automaton {
  /// States made before everything is forgotten.
  static let stateLimit = 20_000
  /// Symbols known before everything is forgotten.
  static let symbolLimit = 60_000
  private static let slotCount = 1 << 15
  private let program: Program
  /// The states of the program that each state stands for, one run after the other.
  private var members: [Int32] = []
  private var ranges: [Range<Int>] = []
  private var ids: [UInt64: [Int32]] = [:]
  /// The rules that accept in each state.
  private var accepts: [[Int32]] = []
  private var isAccepting: [Bool] = []
  /// Transitions: state and symbol, and where they lead.
  private var keys: [UInt64]
  private var targets: [Int32]
  /// Where the first state leads by each symbol, -1 where that is not known.
  private var first: [Int32] = []
  /// When each state of the program was last seen by ``closure(_:)``.
  private var seen: [Int32]
  private var stamp: Int32 = 0
  private var stack: [Int32] = []
  private var reached: [Int32] = []

  /// The state in which nothing matches any more.
  static let dead: Int32 = 0
  private static let start: Int32 = 1

  init(_ program: Program) {
    self.program = program
    seen = [Int32](repeating: 0, count: program.states.count)
    keys = [UInt64](repeating: .max, count: Self.slotCount)
    targets = [Int32](repeating: 0, count: Self.slotCount)
    reset()
  }

  /// Whether so much is known that it is time to forget.
  func isFull(_ symbols: SymbolTable) -> Bool {
    ranges.count > Self.stateLimit || symbols.contentCount > Self.symbolLimit
  }

  /// Forgets all states.
  mutating func reset() {
    members = []
    ranges = []
    ids = [:]
    accepts = []
    isAccepting = []
    first = []
    for k in keys.indices { keys[k] = .max }
    reached = []
    _ = state()
    closure(program.starts)
    _ = state()
  }

  /// The rules that accept in a state.
  @inline(__always)
  func rules(_ state: Int32) -> [Int32]? { isAccepting[Int(state)] ? accepts[Int(state)] : nil }

  /// Where the first token of a match leads.
  @inline(__always)
  mutating func enter(_ symbol: Int32, _ symbols: SymbolTable) -> Int32 {
    while first.count <= Int(symbol) { first.append(-1) }
    let known = first[Int(symbol)]
    if known >= 0 { return known }
    let t = step(Self.start, symbol, symbols)
    first[Int(symbol)] = t
    return t
  }

  /// Where a further token leads.
  @inline(__always)
  mutating func next(_ state: Int32, _ symbol: Int32, _ symbols: SymbolTable) -> Int32 {
    let key = UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: symbol))
    let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (Self.slotCount - 1)
    if keys[slot] == key { return targets[slot] }
    let t = step(state, symbol, symbols)
    keys[slot] = key
    targets[slot] = t
    return t
  }

  private mutating func step(_ s: Int32, _ symbol: Int32, _ symbols: SymbolTable) -> Int32 {
    begin()
    for k in ranges[Int(s)] {
      if case .test(let predicate, let n) = program.states[Int(members[k])], symbols.holds(predicate, symbol) {
        stack.append(n)
      }
    }
    if stack.isEmpty { return Self.dead }
    close()
    return state()
  }

  private mutating func begin() {
    stamp &+= 1
    stack.removeAll(keepingCapacity: true)
    reached.removeAll(keepingCapacity: true)
  }

  private mutating func closure(_ from: [Int32]) {
    begin()
    stack += from
    close()
  }

  /// Collects the consuming and accepting states that can be reached from those on the stack without consuming, sorted.
  private mutating func close() {
    while let s = stack.popLast() {
      guard seen[Int(s)] != stamp else { continue }
      seen[Int(s)] = stamp
      switch program.states[Int(s)] {
      case .test, .accept: reached.append(s)
      case .split(let n): stack += n
      case .mark(_, _, let n): stack.append(n)
      }
    }
    reached.sort()
  }

  /// The state that stands for what was reached.
  private mutating func state() -> Int32 {
    var h: UInt64 = 0xCBF2_9CE4_8422_2325
    for s in reached { h = (h ^ UInt64(UInt32(bitPattern: s))) &* 0x100_0000_01B3 }
    for id in ids[h] ?? [] where members[ranges[Int(id)]].elementsEqual(reached) { return id }
    let id = Int32(ranges.count)
    ids[h, default: []].append(id)
    ranges.append(members.count..<members.count + reached.count)
    members += reached
    var rules: [Int32] = []
    for s in reached { if case .accept(let rule) = program.states[Int(s)] { rules.append(rule) } }
    accepts.append(rules)
    isAccepting.append(!rules.isEmpty)
    return id
  }
}
