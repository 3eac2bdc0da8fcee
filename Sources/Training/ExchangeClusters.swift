import Tagger

/// Learns word classes from raw text by exchange (Kneser and Ney 1993; Martin, Liermann and Ney 1998): each word moves to the class
/// in which the class bigrams of the text become most likely.
public struct ExchangeClusters: Sendable {
  /// The least number of times that a word must come.
  public var least = 5
  /// The largest number of words.
  public var limit = 60_000
  /// Passes over the words for 64, 256 and 1,024 classes.
  public var rounds = [6, 5, 3]
  /// The numbers of classes, which fit 6, 8 and 10 bits.
  static let sizes = [64, 256, 1024]

  /// The defaults.
  public init() {}

  /// The classes of the words of some texts: each text is its sentences' words by the hash of their stems.
  public func classes(_ sentences: [[UInt64]], report: (String) -> Void = { _ in }) -> WordClasses {
    let corpus = ClusterCorpus(sentences, least: least, limit: limit)
    report("\(corpus.tokenCount) words of text, \(corpus.words.count) of them kept")
    var packed = [UInt32](repeating: 0, count: corpus.words.count)
    for (k, size) in Self.sizes.enumerated() {
      guard corpus.words.count > size else {
        // Too few words for so many classes: each is one.
        for w in packed.indices { packed[w] = packed[w] << (k == 0 ? 6 : k == 1 ? 8 : 10) | UInt32(w) }
        continue
      }
      var exchange = Exchange(corpus, classCount: size)
      for _ in 0..<rounds[k] { if exchange.round() == 0 { break } }
      let width: UInt32 = k == 0 ? 6 : k == 1 ? 8 : 10
      for w in packed.indices { packed[w] = packed[w] << width | UInt32(exchange.classOf[w]) }
      report("\(size) classes")
    }
    return WordClasses(corpus.words.indices.map { (corpus.words[$0], packed[$0] + 1 << 24) })
  }
}

/// The words of a text by their frequency, with the words before and after each.
struct ClusterCorpus {
  private(set) var words: [UInt64] = []
  private(set) var tokenCount = 0
  /// By word: the words after it and how often; all others are one word at the end.
  private(set) var after: [[(word: Int32, count: Int32)]] = []
  private(set) var before: [[(word: Int32, count: Int32)]] = []

  init(_ sentences: [[UInt64]], least: Int, limit: Int) {
    var counts: [UInt64: Int] = [:]
    for s in sentences {
      tokenCount += s.count
      for w in s { counts[w, default: 0] += 1 }
    }
    let kept = counts.filter { $0.value >= least }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
    words = kept.map(\.key)
    let rest = Int32(words.count)
    var number: [UInt64: Int32] = [:]
    for (k, w) in words.enumerated() { number[w] = Int32(k) }
    var pairs: [UInt64: Int32] = [:]
    for s in sentences {
      var last = rest
      for w in s.map({ number[$0] ?? rest }) + [rest] {
        pairs[UInt64(last) << 32 | UInt64(w), default: 0] += 1
        last = w
      }
    }
    after = Array(repeating: [], count: words.count + 1)
    before = after
    for (p, n) in pairs.sorted(by: { $0.key < $1.key }) {
      let a = Int32(truncatingIfNeeded: p >> 32)
      let b = Int32(truncatingIfNeeded: p)
      after[Int(a)].append((b, n))
      before[Int(b)].append((a, n))
    }
  }
}

/// One run of the exchange algorithm for a number of classes.
struct Exchange {
  private let corpus: ClusterCorpus
  private let count: Int
  /// The class of each word; the rest of the words has a class of its own, the last one.
  private(set) var classOf: [Int]
  /// How often a class follows a class.
  private var pairs: [Int32]
  private var totals: [Int]
  private let logs: [Double]

  init(_ corpus: ClusterCorpus, classCount: Int) {
    self.corpus = corpus
    count = classCount + 1
    // Frequent words take turns; the rest is the last class.
    classOf = (0...corpus.words.count).map { $0 == corpus.words.count ? classCount : $0 % classCount }
    pairs = [Int32](repeating: 0, count: count * count)
    totals = [Int](repeating: 0, count: count)
    logs = [0] + (1..<65_536).map { Double($0) * PortableMath.log(Double($0)) }
    for (a, list) in corpus.after.enumerated() {
      for (b, n) in list {
        pairs[classOf[a] * count + classOf[Int(b)]] += n
        totals[classOf[a]] += Int(n)
      }
    }
  }

  private func f(_ n: Int) -> Double { n < logs.count ? logs[n] : Double(n) * PortableMath.log(Double(n)) }

  /// Moves every word to its best class; returns how many moved.
  mutating func round() -> Int {
    var moved = 0
    var out = [Int32](repeating: 0, count: count)
    var into = out
    for w in corpus.words.indices {
      var successors: [Int] = []
      var predecessors: [Int] = []
      var own: Int32 = 0
      var total = 0
      for (b, n) in corpus.after[w] {
        total += Int(n)
        if Int(b) == w {
          own += n
          continue
        }
        let c = classOf[Int(b)]
        if out[c] == 0 { successors.append(c) }
        out[c] += n
      }
      for (a, n) in corpus.before[w] where Int(a) != w {
        let c = classOf[Int(a)]
        if into[c] == 0 { predecessors.append(c) }
        into[c] += n
      }
      let old = classOf[w]
      add(w: old, out, into, successors, predecessors, own, total, -1)
      var best = old
      var bestGain = -Double.infinity
      for c in 0..<count - 1 {
        let g = gain(c, out, into, successors, predecessors, own, total)
        if g > bestGain + 1e-9 || c == old && g >= bestGain - 1e-9 {
          bestGain = max(g, bestGain)
          best = c
        }
      }
      add(w: best, out, into, successors, predecessors, own, total, 1)
      classOf[w] = best
      if best != old { moved += 1 }
      for c in successors { out[c] = 0 }
      for c in predecessors { into[c] = 0 }
    }
    return moved
  }

  private mutating func add(
    w c: Int, _ out: [Int32], _ into: [Int32], _ successors: [Int], _ predecessors: [Int], _ own: Int32, _ total: Int,
    _ sign: Int32
  ) {
    for s in successors { pairs[c * count + s] += sign * out[s] }
    for p in predecessors { pairs[p * count + c] += sign * into[p] }
    pairs[c * count + c] += sign * own
    totals[c] += Int(sign) * total
  }

  /// How much likelier the text becomes when a word without a class gets this one.
  private func gain(
    _ c: Int, _ out: [Int32], _ into: [Int32], _ successors: [Int], _ predecessors: [Int], _ own: Int32, _ total: Int
  ) -> Double {
    var g = 0.0
    for s in successors where s != c {
      let n = Int(pairs[c * count + s])
      g += f(n + Int(out[s])) - f(n)
    }
    for p in predecessors where p != c {
      let n = Int(pairs[p * count + c])
      g += f(n + Int(into[p])) - f(n)
    }
    let n = Int(pairs[c * count + c])
    g += f(n + Int(out[c]) + Int(into[c]) + Int(own)) - f(n)
    return g - 2 * (f(totals[c] + total) - f(totals[c]))
  }
}
