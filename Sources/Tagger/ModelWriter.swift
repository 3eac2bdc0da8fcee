/// What one pass of a model has learnt.
public struct PassWeights: Sendable {
  /// The features by hash with their scores relative to the label O.
  public var features: [(hash: UInt64, scores: LabelScores)]
  /// The scores of the values of the second pass; empty in the first one.
  public var values: [LabelScores] = []
  /// The scores of label pairs.
  public var transitions: Transitions
  /// The scores that every token gets.
  public var bias: LabelScores

  /// Creates it.
  public init(features: [(hash: UInt64, scores: LabelScores)], transitions: Transitions, bias: LabelScores) {
    self.features = features
    self.transitions = transitions
    self.bias = bias
  }
}

/// Packs what was learnt into the bytes of a model.
public struct ModelWriter {
  private var bytes: [UInt8] = FlatModel.magic
  private var fields = [Int](repeating: 0, count: FlatModel.headerCount)
  /// The number of features that have weights.
  public private(set) var rowCount = 0
  /// The number of weights that are not zero.
  public private(set) var weightCount = 0

  /// The bytes of a model; `clusters` are words by the hash of their stem with packed classes.
  public static func bytes(
    first: PassWeights, second: PassWeights, groups: FeatureGroups, clusters: [(word: UInt64, classes: UInt32)] = [],
    report: (ModelWriter) -> Void = { _ in }
  ) -> [UInt8] {
    var w = ModelWriter()
    w.bytes += [UInt8](repeating: 0, count: FlatModel.headerCount * 4)
    w.fields[FlatModel.Field.classVersion.rawValue] = Int(TaggerClasses.version)
    w.fields[FlatModel.Field.groups.rawValue] = Int(groups.rawValue)
    w.pass(first, .firstPass)
    w.pass(second, .secondPass)
    w.fields[FlatModel.Field.values.rawValue] = w.bytes.count
    for k in 0..<DocumentMemory.valueCount { w.append(k < second.values.count ? second.values[k] : .zero) }
    w.rows(first.features, second.features)
    if !clusters.isEmpty { w.add(clusterRows(clusters).map { ($0.hash, [$0.value]) }, .clusterCapacity, .clusterRows) }
    w.finish()
    report(w)
    return w.bytes
  }

  private mutating func append(_ v: Int) {
    precondition(v >= 0 && v < 1 << 28, "a value of a model must fit 28 bits")
    for k in 0..<4 { bytes.append(UInt8(v >> (7 * k) & 0x7F)) }
  }

  private mutating func append(_ s: LabelScores) {
    for l in 0..<8 {
      append(
        s[l] < Transitions.forbidden / 2
          ? 0 : max(1, Int((s[l] * FlatModel.unit).rounded(.toNearestOrEven)) + FlatModel.bias))
    }
  }

  private mutating func pass(_ p: PassWeights, _ at: FlatModel.Field) {
    fields[at.rawValue] = bytes.count
    append(p.bias)
    append(p.transitions.start)
    for r in p.transitions.rows { append(r) }
  }

  private mutating func rows(
    _ first: [(hash: UInt64, scores: LabelScores)], _ second: [(hash: UInt64, scores: LabelScores)]
  ) {
    let steps = [Self.step(first), Self.step(second)]
    fields[FlatModel.Field.firstScale.rawValue] = steps[0]
    fields[FlatModel.Field.secondScale.rawValue] = steps[1]
    let other = Dictionary(second.map { ($0.hash, $0.scores) }) { a, _ in a }
    let known = Set(first.map(\.hash))
    var table: [(hash: UInt64, values: [UInt64])] = []
    for f in first + second.filter({ !known.contains($0.hash) }) {
      let a = packed(known.contains(f.hash) ? f.scores : .zero, steps[0])
      let b = packed(other[f.hash] ?? .zero, steps[1])
      if a.isEmpty, b.isEmpty { continue }
      table.append((f.hash, [a.row | FeatureHash.fingerprint(f.hash) << 48, b.row]))
    }
    rowCount = table.count
    add(table, .capacity, .rows)
  }

  /// A millionth of the value of one step. The few largest weights are cut so that the many small ones keep their differences.
  private static func step(_ features: [(hash: UInt64, scores: LabelScores)]) -> Int {
    let sizes = features.flatMap { f in (0..<6).map { abs(f.scores[$0]) } }.filter { $0 > 0 }.sorted()
    let largest = sizes.isEmpty ? 1 : max(sizes[(sizes.count - 1) * 9995 / 10000], 0.5)
    return Int((largest / 63 * 1_000_000).rounded(.up))
  }

  private mutating func packed(_ scores: LabelScores, _ step: Int) -> (row: UInt64, isEmpty: Bool) {
    var row: UInt64 = 0
    var isEmpty = true
    for l in 0..<6 {
      let q = max(-63, min(63, Int((scores[l] * 1_000_000 / Float(step)).rounded(.toNearestOrEven))))
      if q != 0 {
        isEmpty = false
        weightCount += 1
      }
      row |= UInt64(q + 64) << UInt64(8 * l)
    }
    return (row, isEmpty)
  }

  /// Adds a table of rows with open addresses, filled to two thirds.
  private mutating func add(
    _ table: [(hash: UInt64, values: [UInt64])], _ capacity: FlatModel.Field, _ rows: FlatModel.Field
  ) {
    while bytes.count % 16 != 0 { bytes.append(0) }
    let width = table.first?.values.count ?? 2
    let (slots, size) = Self.slots(table.map(\.hash))
    fields[capacity.rawValue] = size
    fields[rows.rawValue] = bytes.count
    for s in slots {
      for j in 0..<width {
        let v = s < 0 ? 0 : table[s].values[j]
        for k in 0..<8 { bytes.append(UInt8(v >> UInt64(8 * k) & 0xFF)) }
      }
    }
  }

  /// Which feature stands in each row of a table, -1 for none.
  private static func slots(_ hashes: [UInt64]) -> (slots: [Int], capacity: Int) {
    let size = max(16, hashes.count * 3 / 2)
    var slots = [Int](repeating: -1, count: size + FlatModel.slack)
    for (k, h) in hashes.enumerated() {
      var at = FeatureHash.slot(h, UInt64(size))
      while at < slots.count - 1, slots[at] >= 0 { at += 1 }
      // A run that would pass the end of the table loses the feature; that takes more than sixty in a row.
      if at < slots.count - 1 { slots[at] = k }
    }
    return (slots, size)
  }

  /// The rows of a table of word classes.
  static func clusterSlots(_ clusters: [(word: UInt64, classes: UInt32)]) -> (slots: [UInt64], capacity: Int) {
    let rows = clusterRows(clusters)
    let (places, capacity) = slots(rows.map(\.hash))
    return (places.map { $0 < 0 ? 0 : rows[$0].value }, capacity)
  }

  private static func clusterRows(_ clusters: [(word: UInt64, classes: UInt32)]) -> [(hash: UInt64, value: UInt64)] {
    clusters.map { c in
      let h = FeatureHash.of(200, c.word)
      var packed: UInt64 = 0
      for k in 0..<4 { packed |= UInt64(c.classes >> UInt32(7 * k) & 0x7F) << UInt64(8 * k) }
      return (h, ClusterTable.key(h) | packed << 32)
    }
  }

  private mutating func finish() {
    fields[FlatModel.Field.size.rawValue] = bytes.count
    var h: UInt64 = 0xCBF2_9CE4_8422_2325
    for b in bytes { h = (h ^ UInt64(b)) &* 0x100_0000_01B3 }
    fields[FlatModel.Field.version.rawValue] = Int(h >> 36)
    for (k, v) in fields.enumerated() {
      for j in 0..<4 { bytes[8 + k * 4 + j] = UInt8(v >> (7 * j) & 0x7F) }
    }
  }
}
