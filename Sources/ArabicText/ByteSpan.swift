/// A half-open range of bytes of the decoded UTF-8 text.
///
/// The only kind of offset inside the toolkit; code points and UTF-16 units are made from it by ``OffsetMap``.
public struct ByteSpan: Sendable, Hashable, Comparable {
  /// The first byte.
  public var start: Int
  /// The byte after the last one.
  public var end: Int

  /// Creates the span from `start` up to, but not including, `end`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  @inlinable public var count: Int { end - start }

  /// Whether the two spans share a byte.
  @inlinable
  public func overlaps(_ other: ByteSpan) -> Bool { start < other.end && other.start < end }

  /// Whether `other` lies wholly inside.
  @inlinable
  public func contains(_ other: ByteSpan) -> Bool { start <= other.start && other.end <= end }

  /// Orders by start, the longer span first where the starts are equal.
  @inlinable
  public static func < (a: ByteSpan, b: ByteSpan) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}
