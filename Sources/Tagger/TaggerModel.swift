/// Why a model cannot be used.
public struct ModelError: Error, Sendable, CustomStringConvertible {
  /// What is wrong.
  public var description: String
}

/// A trained tagger, read in place.
public struct TaggerModel: @unchecked Sendable {
  // Unchecked: the bytes are never written after creation; `owner` keeps them alive where they are not static.
  private let owner: Storage?
  let weights: WeightTable
  let values: [LabelScores]
  let clusters: ClusterTable?
  let firstChain: Chain
  let secondChain: Chain
  let firstBias: LabelScores
  let secondBias: LabelScores
  /// The features that it was trained with.
  public let groups: FeatureGroups
  /// A hash of its content.
  public let version: UInt32

  /// Memory that a model owns.
  private final class Storage: @unchecked Sendable {
    let buffer: UnsafeMutableRawBufferPointer
    init(_ bytes: [UInt8]) {
      buffer = .allocate(byteCount: bytes.count, alignment: 16)
      buffer.copyBytes(from: bytes)
    }
    deinit { buffer.deallocate() }
  }

  /// A model over bytes that it keeps a copy of.
  public init(bytes: [UInt8]) throws(ModelError) {
    let storage = Storage(bytes)
    guard let base = storage.buffer.baseAddress else { throw ModelError(description: "the model is empty") }
    try self.init(base: UnsafeRawPointer(base), count: bytes.count, owner: storage)
  }

  /// A model over a literal in the binary.
  public init(embedded literal: StaticString) throws(ModelError) {
    try self.init(base: UnsafeRawPointer(literal.utf8Start), count: literal.utf8CodeUnitCount, owner: nil)
  }

  private init(base: UnsafeRawPointer, count: Int, owner: Storage?) throws(ModelError) {
    guard count > 8 + FlatModel.headerCount * 4,
      FlatModel.magic.indices.allSatisfy({ base.load(fromByteOffset: $0, as: UInt8.self) == FlatModel.magic[$0] })
    else { throw ModelError(description: "not a tagger model of this version; train it again with 'isnad train'") }
    func integer(_ at: Int) -> Int {
      Int(FlatModel.integer(base.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
    }
    func field(_ f: FlatModel.Field) -> Int { integer(8 + f.rawValue * 4) }
    guard field(.size) == count else { throw ModelError(description: "the tagger model is cut off") }
    guard field(.classVersion) == TaggerClasses.version else {
      throw ModelError(description: "the tagger model was trained for other word classes; train it again")
    }
    func table(_ capacity: FlatModel.Field, _ rows: FlatModel.Field, _ size: Int) throws(ModelError) -> (
      UnsafeRawPointer, Int
    ) {
      // A search ends at an empty row: the last one must be empty.
      let end = field(rows) + (field(capacity) + FlatModel.slack) * size
      guard field(capacity) > 0, end <= count, base.loadUnaligned(fromByteOffset: end - size, as: UInt64.self) == 0
      else { throw ModelError(description: "the tagger model is damaged") }
      return (base + field(rows), field(capacity))
    }
    func scores(_ at: FlatModel.Field, _ k: Int) -> LabelScores {
      var v = LabelScores.zero
      for l in 0..<8 {
        let i = integer(field(at) + (k * 8 + l) * 4)
        v[l] = i == 0 ? Transitions.forbidden : Float(i - FlatModel.bias) / FlatModel.unit
      }
      return v
    }
    func pass(_ at: FlatModel.Field) -> (Chain, LabelScores) {
      var t = Transitions()
      t.start = scores(at, 1)
      t.rows = (0..<8).map { scores(at, 2 + $0) }
      return (Chain(t), scores(at, 0))
    }
    guard field(.firstPass) + FlatModel.passSize <= count, field(.secondPass) + FlatModel.passSize <= count,
      field(.values) + DocumentMemory.valueCount * 32 <= count
    else { throw ModelError(description: "the tagger model is damaged") }
    self.owner = owner
    let (rows, capacity) = try table(.capacity, .rows, 16)
    weights = WeightTable(
      rows: rows, capacity: UInt64(capacity), firstScale: Float(field(.firstScale)) / 1_000_000,
      secondScale: Float(field(.secondScale)) / 1_000_000)
    values = (0..<DocumentMemory.valueCount).map { scores(.values, $0) }
    if field(.clusterCapacity) > 0 {
      let (rows, capacity) = try table(.clusterCapacity, .clusterRows, 8)
      clusters = ClusterTable(rows, capacity: capacity)
    } else {
      clusters = nil
    }
    (firstChain, firstBias) = pass(.firstPass)
    (secondChain, secondBias) = pass(.secondPass)
    groups = FeatureGroups(rawValue: UInt32(field(.groups)))
    version = UInt32(field(.version))
  }
}
