import Tagger

/// Counts of names: right, found, and in the corpus.
public struct NameCounts: Sendable {
  /// By type: right, found, in the corpus.
  public var counts = [[Int]](repeating: [0, 0, 0], count: TagType.allCases.count)

  /// No names.
  public init() {}

  /// Adds a document: its names and those that were found.
  public mutating func add(
    gold: [(type: TagType, range: Range<Int>)], found: [(type: TagType, range: Range<Int>)]
  ) {
    let set = Set(gold.map { Key(type: $0.type, range: $0.range) })
    for g in gold { counts[g.type.rawValue][2] += 1 }
    for f in found {
      counts[f.type.rawValue][1] += 1
      if set.contains(Key(type: f.type, range: f.range)) { counts[f.type.rawValue][0] += 1 }
    }
  }

  private struct Key: Hashable {
    var type: TagType
    var range: Range<Int>
  }

  /// Adds other counts.
  public mutating func add(_ other: NameCounts) {
    for t in counts.indices { for k in 0..<3 { counts[t][k] += other.counts[t][k] } }
  }

  /// Precision, recall and F1 of a type, of all types where it is nil, in percent.
  public func score(_ type: TagType?) -> (precision: Double, recall: Double, f1: Double) {
    let c = type.map { counts[$0.rawValue] } ?? (0..<3).map { k in counts.reduce(0) { $0 + $1[k] } }
    let p = c[1] == 0 ? 0 : Double(c[0]) / Double(c[1])
    let r = c[2] == 0 ? 0 : Double(c[0]) / Double(c[2])
    return (100 * p, 100 * r, p + r == 0 ? 0 : 200 * p * r / (p + r))
  }
}
