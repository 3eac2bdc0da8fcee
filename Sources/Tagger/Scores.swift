/// A score for each label: lanes 0 to 5 for names, lane 6 for none, lane 7 unused.
public typealias LabelScores = SIMD8<Float>

/// Exponentials that are the same on every processor, so that training gives the same bytes everywhere.
public enum PortableMath {
  /// e to the power of each lane; the library's own function may differ in the last bit between processors.
  @inlinable
  public static func exp(_ v: SIMD8<Float>) -> SIMD8<Float> {
    let low = SIMD8<Float>(repeating: -80)
    let high = SIMD8<Float>(repeating: 80)
    let x = v.replacing(with: low, where: v .< low).replacing(with: high, where: v .> high)
    // Added to a small number, this leaves its nearest integer in the low bits.
    let shift: Float = 12_582_912
    let shifted = x * 1.442695041 + shift
    let n = shifted - shift
    let r = (x - n * 0.693359375) + n * 2.12194440e-4
    var p = SIMD8<Float>(repeating: 1.9875691500e-4)
    p = p * r + 1.3981999507e-3
    p = p * r + 8.3334519073e-3
    p = p * r + 4.1665795894e-2
    p = p * r + 1.6666665459e-1
    p = p * r + 5.0000001201e-1
    let e = p * r * r + r + 1
    let bits = (unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- (0x4B40_0000 - 127)) &<< 23
    return e * unsafeBitCast(bits, to: SIMD8<Float>.self)
  }
}

/// The scores of pairs of labels that follow each other.
public struct Transitions: Sendable {
  /// A score that no sequence should have.
  public static let forbidden: Float = -1e9
  /// By the earlier label: the scores of the later one.
  public var rows: [LabelScores]
  /// The scores of the first label of a sentence.
  public var start: LabelScores

  /// Scores of zero where BIO allows the pair, else ``forbidden``.
  public init() {
    rows = (0..<8).map { Self.mask($0 < TagLabel.count ? UInt8($0) : nil, isPadding: $0 == 7) }
    start = Self.mask(nil, isPadding: false)
  }

  private static func mask(_ from: UInt8?, isPadding: Bool) -> LabelScores {
    var v = LabelScores(repeating: forbidden)
    guard !isPadding else { return v }
    for to in 0..<UInt8(TagLabel.count) where TagLabel.isAllowed(from, to) { v[Int(to)] = 0 }
    return v
  }
}

extension SIMD8<Float> {
  /// The scores with the unused lane out of reach.
  @inlinable var sealed: Self {
    var v = self
    v[7] = Transitions.forbidden
    return v
  }

  /// The lane with the highest value, the lowest of equal ones.
  @inlinable var bestLane: Int {
    var best = 0
    for k in 1..<TagLabel.count where self[k] > self[best] { best = k }
    return best
  }
}

extension PortableMath {
  /// The natural logarithm of a positive number, the same on every processor.
  public static func log(_ x: Double) -> Double {
    let m = x.significand > 1.4142135623730951 ? x.significand / 2 : x.significand
    let e = Double(x.exponent) + (x.significand > 1.4142135623730951 ? 1 : 0)
    let t = (m - 1) / (m + 1)
    let s = t * t
    var sum = 0.0
    var k = 21.0
    while k >= 1 {
      sum = sum * s + 1 / k
      k -= 2
    }
    return 2 * t * sum + e * 0.6931471805599453
  }
}
