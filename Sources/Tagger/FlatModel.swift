/// The layout of a model: one flat run of bytes, used in place.
///
/// Every byte is below 0x80, so that the whole can be embedded as a literal. A row of weights is sixteen bytes: six weights
/// of seven bits (relative to the label O, 64 for zero) and a fingerprint of fourteen bits; then six weights of the second pass. Integers are 28 bits in four bytes of seven.
enum FlatModel {
  static let magic: [UInt8] = Array("ISNADTG1".utf8)
  /// Rows behind the last one, so that a search never leaves the table.
  static let slack = 64
  /// Fractions of one in which transitions are kept.
  static let unit: Float = 4096
  /// What is added to signed integers.
  static let bias = 1 << 26
  static let headerCount = 24
  /// Bytes of the scores of a pass: the bias, the first label, and eight rows of label pairs.
  static let passSize = 10 * 32

  enum Field: Int {
    case classVersion, groups, capacity, rows, firstScale, secondScale
    case clusterCapacity, clusterRows, version, size, firstPass, secondPass, values
  }

  @inline(__always)
  static func integer(_ v: UInt32) -> UInt32 { v & 0x7F | v >> 1 & 0x3F80 | v >> 2 & 0x1F_C000 | v >> 3 & 0x0FE0_0000 }
}

/// The weights of features: rows found by hash.
struct WeightTable: @unchecked Sendable {
  // Unchecked: the bytes are never written; the model keeps them alive.
  let rows: UnsafeRawPointer
  let capacity: UInt64
  let firstScale: Float
  let secondScale: Float

  /// The scores that the features with these hashes give together in the first and the second pass.
  @inline(__always)
  func sum(_ hashes: UnsafePointer<UInt64>, _ n: Int) -> (LabelScores, LabelScores) {
    var first = SIMD8<UInt16>(repeating: 0)
    var second = SIMD8<UInt16>(repeating: 0)
    var hits: UInt16 = 0
    for k in 0..<n {
      let h = hashes[k]
      let key = FeatureHash.fingerprint(h)
      var at = FeatureHash.slot(h, capacity)
      while true {
        let row = rows.loadUnaligned(fromByteOffset: at &* 16, as: UInt64.self)
        if row >> 48 == key {
          let other = rows.loadUnaligned(fromByteOffset: at &* 16 &+ 8, as: UInt64.self)
          first &+= SIMD8<UInt16>(truncatingIfNeeded: unsafeBitCast(row, to: SIMD8<UInt8>.self))
          second &+= SIMD8<UInt16>(truncatingIfNeeded: unsafeBitCast(other, to: SIMD8<UInt8>.self))
          hits &+= 1
          break
        }
        if row == 0 { break }
        at &+= 1
      }
    }
    return (Self.scores(first, hits, firstScale), Self.scores(second, hits, secondScale))
  }

  @inline(__always)
  private static func scores(_ total: SIMD8<UInt16>, _ hits: UInt16, _ scale: Float) -> LabelScores {
    let centred = SIMD8<Int16>(truncatingIfNeeded: total &- SIMD8(repeating: 64 &* hits))
    var v = SIMD8<Float>(SIMD8<Int32>(truncatingIfNeeded: centred)) * scale
    v[6] = 0
    v[7] = 0
    return v
  }
}
