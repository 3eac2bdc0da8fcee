import Tagger

/// A document with the labels of its tokens.
public struct TrainingDocument: Sendable {
  /// The document.
  public var document: TaggerDocument
  /// The label of each token.
  public var labels: [UInt8]

  /// Creates it.
  public init(document: TaggerDocument, labels: [UInt8]) {
    self.document = document
    self.labels = labels
  }
}

/// Sentences whose features have numbers.
struct TrainingSet {
  /// The sentences by their tokens.
  var sentences: [Range<Int>] = []
  /// The sentences of each document.
  var documents: [Range<Int>] = []
  /// Where the features of each token begin; one more than there are tokens.
  var offsets: [Int32] = [0]
  /// The numbers of the features.
  var features: [Int32] = []
  /// The label of each token.
  var labels: [UInt8] = []
  /// What each token's values are, so many a token; empty for none.
  var values: [Float] = []
  /// The hashes of the numbered features.
  var hashes: [UInt64] = []

  /// The set of all features that come at least `least` times.
  ///
  /// `list` calls its argument with the hashes of each token of document `k`.
  init(_ documents: [TrainingDocument], least: Int, list: (Int, (UnsafeBufferPointer<UInt64>) -> Void) -> Void) {
    var all: [UInt64] = []
    var ends: [Int] = []
    for (k, d) in documents.enumerated() {
      let first = sentences.count
      let base = labels.count
      for s in d.document.sentences.indices {
        let r = d.document.sentence(s)
        sentences.append(r.lowerBound + base..<r.upperBound + base)
      }
      self.documents.append(first..<sentences.count)
      labels += d.labels
      list(k) {
        all.append(contentsOf: $0)
        ends.append(all.count)
      }
    }
    var index = HashIndex(capacity: all.count / 3 + 16)
    let slots = all.map { index.count($0) }
    let (number, kept) = index.numbers(least: least)
    hashes = kept
    features.reserveCapacity(all.count)
    var i = 0
    for e in ends {
      while i < e {
        let n = number[Int(slots[i])]
        if n >= 0 { features.append(n) }
        i += 1
      }
      offsets.append(Int32(features.count))
    }
  }
}

/// Counts hashes and gives them numbers in the order in which they first came.
private struct HashIndex {
  private var table: [Int32]
  private var keys: [UInt64] = []
  private var counts: [Int32] = []

  init(capacity: Int) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    table = [Int32](repeating: -1, count: size)
  }

  /// Counts a hash and returns its slot.
  mutating func count(_ h: UInt64) -> Int32 {
    if keys.count * 2 > table.count { grow() }
    let mask = table.count - 1
    var k = Int(truncatingIfNeeded: h >> 20) & mask
    while table[k] >= 0 {
      let s = table[k]
      if keys[Int(s)] == h {
        counts[Int(s)] += 1
        return s
      }
      k = (k + 1) & mask
    }
    table[k] = Int32(keys.count)
    keys.append(h)
    counts.append(1)
    return table[k]
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    let mask = table.count - 1
    for (s, h) in keys.enumerated() {
      var k = Int(truncatingIfNeeded: h >> 20) & mask
      while table[k] >= 0 { k = (k + 1) & mask }
      table[k] = Int32(s)
    }
  }

  func numbers(least: Int) -> (number: [Int32], kept: [UInt64]) {
    var number = [Int32](repeating: -1, count: keys.count)
    var kept: [UInt64] = []
    for s in keys.indices where counts[s] >= least {
      number[s] = Int32(kept.count)
      kept.append(keys[s])
    }
    return (number, kept)
  }
}
