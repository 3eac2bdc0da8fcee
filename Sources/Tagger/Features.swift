import ArabicText

/// The features of the tokens of one sentence.
///
/// What was worth having is in the project's measurements of small taggers on ANERcorp: words, affixes, list bits, triggers, and
/// the path back to a title.
struct Features {
  /// More than any token has.
  static let limit = 128
  private static let pad = 2

  /// A token with what the sentence says about it.
  struct Cell {
    var token: TaggerToken
    var path: UInt64 = 0
    var pathWord: UInt64 = 0
    var cluster: UInt32 = 0
  }

  let groups: FeatureGroups
  private var cells: [Cell] = []

  init(_ groups: FeatureGroups) { self.groups = groups }

  /// Takes the sentence whose features are asked for next.
  mutating func begin(_ tokens: ArraySlice<TaggerToken>, clusters: ClusterTable?) {
    cells.removeAll(keepingCapacity: true)
    let before = Cell(token: TaggerToken(edge: 0x1_0001))
    let after = Cell(token: TaggerToken(edge: 0x1_0002))
    for _ in 0..<Self.pad { cells.append(before) }
    // The last trigger and how far back it is.
    var trigger: UInt64 = 0
    var triggerWord: UInt64 = 0
    var distance: UInt64 = 0
    for t in tokens {
      var cell = Cell(token: t)
      distance &+= 1
      if trigger != 0, distance <= 7 {
        cell.path = trigger << 8 | distance
        if distance <= 4 { cell.pathWord = FeatureHash.pair(triggerWord, distance) }
      }
      let c = t.classes
      let kind: UInt64 =
        (c & TaggerClasses.titles != 0 ? 1 : 0) | (c & TaggerClasses.organizationHeads != 0 ? 2 : 0)
        | (c & TaggerClasses.placeHeads != 0 ? 4 : 0)
      if kind != 0 {
        trigger = kind
        triggerWord = t.stem
        distance = 0
      } else if !t.isWord || c >> 48 & 1 != 0 {
        trigger = 0
      }
      if let clusters { cell.cluster = clusters.classes(of: t) }
      cells.append(cell)
    }
    for _ in 0..<Self.pad { cells.append(after) }
  }

  /// Writes the hashes of the features of the `i`-th token of the sentence and returns how many there are.
  func write(_ i: Int, to out: UnsafeMutablePointer<UInt64>) -> Int {
    cells.withUnsafeBufferPointer { p in
      guard let base = p.baseAddress else { return 0 }
      var w = Writer(out: out, at: base + i + Self.pad, groups: groups)
      w.run()
      return w.n
    }
  }

  /// Writes the features of one token.
  struct Writer {
    let out: UnsafeMutablePointer<UInt64>
    let at: UnsafePointer<Cell>
    let groups: FeatureGroups
    let powers = TokenHash.powers
    var n = 0

    init(out: UnsafeMutablePointer<UInt64>, at: UnsafePointer<Cell>, groups: FeatureGroups) {
      self.out = out
      self.at = at
      self.groups = groups
    }

    @inline(__always)
    mutating func put(_ template: UInt64, _ value: UInt64) {
      out[n] = FeatureHash.of(template, value)
      n &+= 1
    }

    @inline(__always)
    mutating func put(_ template: UInt64, _ a: UInt64, _ b: UInt64) { put(template, FeatureHash.pair(a, b)) }

    @inline(__always)
    mutating func put(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
      put(template, FeatureHash.pair(FeatureHash.pair(a, b), c))
    }

    @inline(__always)
    mutating func run() {
      if groups.contains(.words) { words() }
      if groups.contains(.stems) { stems() }
      if groups.contains(.raw) { put(20, at[0].token.raw) }
      if groups.contains(.affixes) { affixes() }
      if groups.contains(.ngrams) { ngrams() }
      if groups.contains(.shape) { shape() }
      classes()
      if groups.contains(.clusters) { clusters() }
    }

    @inline(__always)
    mutating func words() {
      let a = at[-1].token.word
      let b = at[0].token.word
      let c = at[1].token.word
      put(1, b)
      put(2, a)
      put(3, c)
      put(4, at[-2].token.word)
      put(5, at[2].token.word)
      put(6, a, b)
      put(7, b, c)
      put(8, a, c)
      put(9, at[-2].token.word, a)
    }

    @inline(__always)
    mutating func stems() {
      put(12, at[0].token.stem)
      put(13, at[-1].token.stem)
      put(14, at[1].token.stem)
      if let rest = at[0].token.withoutFirstLetter(powers) { put(12, rest) }
    }

    @inline(__always)
    mutating func affixes() {
      let t = at[0].token
      guard t.isWord else { return }
      let k = t.letters
      put(24, UInt64(t.lead & 0xFF))
      put(25, UInt64(t.lead & 0xFFFF))
      put(26, UInt64(t.trail & 0xFF))
      put(27, UInt64(t.trail & 0xFFFF))
      if k >= 3 {
        put(28, UInt64(t.lead & 0xFF_FFFF))
        put(29, UInt64(t.trail & 0xFF_FFFF))
      }
      if k >= 4 {
        put(30, UInt64(t.lead))
        put(31, UInt64(t.trail))
      }
      put(32, UInt64(at[-1].token.trail & 0xFF_FFFF))
      put(33, UInt64(at[1].token.trail & 0xFF_FFFF))
      put(34, UInt64(at[-1].token.lead & 0xFFFF))
      put(35, UInt64(at[1].token.lead & 0xFFFF))
    }

    /// Three letters each, from the first and the last four of the word.
    @inline(__always)
    mutating func ngrams() {
      let t = at[0].token
      let k = t.letters
      guard k >= 3, t.isWord else { return }
      put(36, UInt64(t.lead & 0xFF_FFFF))
      if k >= 4 {
        put(36, UInt64(t.lead >> 8))
        put(36, Self.reversed(t.trail & 0xFF_FFFF))
      }
      if k >= 5 { put(36, Self.reversed(t.trail >> 8)) }
      if k >= 6, k <= 8 {
        // The middle, where lead and trail meet.
        let tail = UInt64(t.trail.byteSwapped)
        let all = UInt64(t.lead) | tail << UInt64((k &- 4) &* 8)
        var j = 2
        while j &+ 3 < k &- 1 {
          put(36, all >> UInt64(j &* 8) & 0xFF_FFFF)
          j &+= 1
        }
      }
    }

    @inline(__always)
    static func reversed(_ v: UInt32) -> UInt64 { UInt64((v << 8).byteSwapped) }

    @inline(__always)
    static func shape(_ t: TaggerToken) -> UInt64 {
      let k = min(t.letters, 9)
      return UInt64(t.shape >> 8 & 0xFF) | UInt64(k) << 8 | UInt64(t.shape >> 19 & 0x7) << 12
        | (t.classes >> 56 & 1) << 16
    }

    @inline(__always)
    mutating func shape() {
      let a = at[-1].token
      let b = at[0].token
      let c = at[1].token
      let kinds = UInt64(a.shape >> 8 & 0xFF) << 8 | UInt64(c.shape >> 8 & 0xFF)
      put(40, Self.shape(b))
      put(41, Self.shape(a))
      put(42, Self.shape(c))
      put(43, kinds)
      let quote = b.classes >> 57 & 1 | (a.classes >> 59 & 1) << 1
      put(44, quote << 16 | kinds)
      put(45, UInt64(at[-2].token.shape >> 8 & 0xFF) << 16 | kinds)
    }
  }
}
