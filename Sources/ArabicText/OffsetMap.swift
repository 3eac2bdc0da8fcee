/// The unit in which offsets leave the toolkit.
public enum OffsetUnit: String, Sendable, CaseIterable {
  /// Unicode code points, as Python counts.
  case codepoint
  /// UTF-16 code units, as JavaScript and Java count.
  case utf16
  /// UTF-8 bytes.
  case utf8
}

/// Converts byte offsets of one text into another unit.
///
/// A checkpoint every 128 bytes keeps a conversion constant in time and the map at a sixteenth of the text.
public struct OffsetMap: Sendable {
  private static let step = 128
  /// The unit it converts to.
  public let unit: OffsetUnit
  private let bytes: [UInt8]
  private let checkpoints: [Int]

  /// Creates the map of a valid UTF-8 text.
  public init(_ bytes: [UInt8], unit: OffsetUnit) {
    self.unit = unit
    self.bytes = bytes
    guard unit != .utf8 else {
      checkpoints = []
      return
    }
    var points: [Int] = []
    points.reserveCapacity(bytes.count / Self.step + 1)
    var n = 0
    for i in bytes.indices {
      if i % Self.step == 0 { points.append(n) }
      n += Self.width(bytes[i], unit)
    }
    checkpoints = points
  }

  /// What a byte adds: one where a code point starts, two in UTF-16 beyond the basic plane.
  @inline(__always)
  private static func width(_ b: UInt8, _ unit: OffsetUnit) -> Int {
    b & 0xC0 == 0x80 ? 0 : b >= 0xF0 && unit == .utf16 ? 2 : 1
  }

  /// The offset in the map's unit of byte offset `byte`.
  public func offset(_ byte: Int) -> Int {
    guard unit != .utf8, byte > 0 else { return byte }
    let k = min(byte / Self.step, checkpoints.count - 1)
    guard k >= 0 else { return 0 }
    var n = checkpoints[k]
    for i in k * Self.step..<min(byte, bytes.count) { n += Self.width(bytes[i], unit) }
    return n
  }
}
