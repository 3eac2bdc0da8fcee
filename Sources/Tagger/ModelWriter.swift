/// What one pass of a model has learnt.
public struct PassWeights: Sendable {
  /// The features by hash with their scores relative to the label O.
  public var features: [(hash: UInt64, scores: LabelScores)]
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
  /// The number of rows of each table that hold weights.
  public private(set) var rowCounts: [Int] = []
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
    w.pass(first, .firstPass, .firstCapacity, .firstRows, .firstScale)
    w.pass(second, .secondPass, .secondCapacity, .secondRows, .secondScale)
    if !clusters.isEmpty { w.add(clusterRows(clusters), .clusterCapacity, .clusterRows) }
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

  private mutating func pass(
    _ p: PassWeights, _ at: FlatModel.Field, _ capacity: FlatModel.Field, _ rows: FlatModel.Field,
    _ scale: FlatModel.Field
  ) {
    fields[at.rawValue] = bytes.count
    append(p.bias)
    append(p.transitions.start)
    for r in p.transitions.rows { append(r) }
    // The few largest weights are cut so that the many small ones keep their differences.
    let sizes = p.features.flatMap { f in (0..<6).map { abs(f.scores[$0]) } }.filter { $0 > 0 }.sorted()
    let largest = sizes.isEmpty ? 1 : max(sizes[(sizes.count - 1) * 9995 / 10000], 0.5)
    let step = Int((largest / 63 * 1_000_000).rounded(.up))
    fields[scale.rawValue] = step
    var table: [(hash: UInt64, value: UInt64)] = []
    for f in p.features {
      var row: UInt64 = 0
      var any = false
      for l in 0..<6 {
        let q = max(-63, min(63, Int((f.scores[l] * 1_000_000 / Float(step)).rounded(.toNearestOrEven))))
        if q != 0 {
          any = true
          weightCount += 1
        }
        row |= UInt64(q + 64) << UInt64(8 * l)
      }
      if any { table.append((f.hash, row | FeatureHash.fingerprint(f.hash) << 48)) }
    }
    rowCounts.append(table.count)
    add(table, capacity, rows)
  }

  /// Adds a table of rows with open addresses, filled to two thirds.
  private mutating func add(
    _ table: [(hash: UInt64, value: UInt64)], _ capacity: FlatModel.Field, _ rows: FlatModel.Field
  ) {
    while bytes.count % 8 != 0 { bytes.append(0) }
    let (slots, size) = Self.slots(table)
    fields[capacity.rawValue] = size
    fields[rows.rawValue] = bytes.count
    for s in slots { for k in 0..<8 { bytes.append(UInt8(s >> UInt64(8 * k) & 0xFF)) } }
  }

  private static func slots(_ table: [(hash: UInt64, value: UInt64)]) -> (slots: [UInt64], capacity: Int) {
    let size = max(16, table.count * 3 / 2)
    var slots = [UInt64](repeating: 0, count: size + FlatModel.slack)
    for (hash, value) in table {
      var at = FeatureHash.slot(hash, UInt64(size))
      while at < slots.count - 1, slots[at] != 0 { at += 1 }
      // A run that would pass the end of the table loses the feature; that takes more than sixty in a row.
      if at < slots.count - 1 { slots[at] = value }
    }
    return (slots, size)
  }

  /// The rows of a table of word classes.
  static func clusterSlots(_ clusters: [(word: UInt64, classes: UInt32)]) -> (slots: [UInt64], capacity: Int) {
    slots(clusterRows(clusters))
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
