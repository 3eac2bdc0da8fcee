import ArabicText

/// What the words of a document were taken for, wherever they occur: the features of the second pass.
///
/// A surname that is sure beside a title tells the same word elsewhere (two-stage tagging; Krishnan and Manning 2006).
struct DocumentMemory {
  private struct Entry {
    var count: Int32 = 0
    var sum = LabelScores.zero
    var highest = LabelScores.zero
    var second = LabelScores.zero
  }

  private var keys: [UInt64] = []
  private var entries: [Entry] = []
  private var slotOf: [Int32] = []
  private var mask = 0

  /// Takes the probabilities of all tokens of a document.
  mutating func fill(_ tokens: [TaggerToken], _ probabilities: [LabelScores]) {
    var size = 16
    while size < tokens.count * 2 { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    entries = [Entry](repeating: Entry(), count: size)
    slotOf = [Int32](repeating: -1, count: tokens.count)
    for t in tokens.indices where tokens[t].isWord {
      let k = slot(tokens[t].stem)
      keys[k] = tokens[t].stem
      entries[k].count = 1
      slotOf[t] = Int32(k)
    }
    let powers = Self.powers
    for t in tokens.indices where tokens[t].isWord && tokens[t].stem == tokens[t].word {
      // «وجوتشولك» is «جوتشولك» where the document has that word too.
      guard let rest = tokens[t].withoutFirstLetter(powers) else { continue }
      let k = slot(rest)
      if entries[k].count > 0 { slotOf[t] = Int32(k) }
    }
    for k in entries.indices { entries[k].count = 0 }
    for t in tokens.indices where slotOf[t] >= 0 {
      let k = Int(slotOf[t])
      let p = probabilities[t]
      entries[k].count += 1
      entries[k].sum += p
      let higher = p .> entries[k].highest
      let middle = p .> entries[k].second
      entries[k].second = entries[k].second.replacing(with: p, where: middle).replacing(
        with: entries[k].highest, where: higher)
      entries[k].highest.replace(with: p, where: higher)
    }
  }

  private static let powers = TokenHash.powers

  private func slot(_ key: UInt64) -> Int {
    var k = Int(truncatingIfNeeded: FeatureHash.of(201, key)) & mask
    while keys[k] != 0, keys[k] != key { k = (k + 1) & mask }
    return k
  }

  /// What the other occurrences of token `t` were taken for: how many there are, the mean and the highest probabilities.
  func others(_ t: Int, own p: LabelScores) -> (count: Int, mean: LabelScores, highest: LabelScores)? {
    guard t >= 0, t < slotOf.count, slotOf[t] >= 0 else { return nil }
    let e = entries[Int(slotOf[t])]
    guard e.count > 1 else { return nil }
    let mean = (e.sum - p) / Float(e.count - 1)
    let highest = e.highest.replacing(with: e.second, where: p .>= e.highest)
    return (Int(e.count) - 1, mean, highest)
  }

  /// The number of values that ``write(_:in:_:to:)`` gives.
  static let valueCount = 24

  /// Writes the values of token `t` of a sentence: the mean and the highest probability of each label at the word's other
  /// occurrences, and the shares of the types at those of its neighbours; false where there are none.
  func write(
    _ t: Int, in sentence: Range<Int>, _ probabilities: [LabelScores], to out: UnsafeMutablePointer<Float>
  ) -> Bool {
    var any = false
    for k in 0..<Self.valueCount { out[k] = 0 }
    if let o = others(t, own: probabilities[t]) {
      any = true
      for l in 0..<TagLabel.count {
        out[l] = o.mean[l]
        out[7 + l] = o.highest[l]
      }
      out[20] = 1
      out[21] = o.count > 2 ? 1 : 0
    }
    for (d, base) in [(-1, 14), (1, 17)] where sentence.contains(t + d) {
      guard let o = others(t + d, own: probabilities[t + d]) else { continue }
      any = true
      for k in 0..<3 { out[base + k] = o.mean[k * 2] + o.mean[k * 2 + 1] }
      out[d < 0 ? 22 : 23] = 1
    }
    return any
  }
}
