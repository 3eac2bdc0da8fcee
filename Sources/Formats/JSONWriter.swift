/// Writes JSON as UTF-8 bytes, piece by piece, with correct escapes.
public struct JSONWriter: Sendable {
  /// What has been written and not yet taken.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private let indent: Bool
  private var depth = 0

  /// Creates a writer; with `indent` every member stands on a line of its own.
  public init(indent: Bool = false) { self.indent = indent }

  /// Takes what has been written so far.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func line() {
    guard indent else { return }
    bytes.append(0x0A)
    for _ in 0..<depth { bytes += [0x20, 0x20] }
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    if depth > 0, !afterKey { line() }
    afterKey = false
    needsComma = true
  }

  private var afterKey = false

  /// Begins an object.
  public mutating func beginObject() { open(0x7B) }
  /// Ends an object.
  public mutating func endObject() { close(0x7D) }
  /// Begins an array.
  public mutating func beginArray() { open(0x5B) }
  /// Ends an array.
  public mutating func endArray() { close(0x5D) }

  private mutating func open(_ b: UInt8) {
    separate()
    bytes.append(b)
    needsComma = false
    depth += 1
  }

  private mutating func close(_ b: UInt8) {
    depth -= 1
    if needsComma { line() }
    bytes.append(b)
    needsComma = true
  }

  /// Writes the key of a member.
  public mutating func key(_ key: String) {
    separate()
    string(bytes: key.utf8)
    bytes.append(0x3A)
    if indent { bytes.append(0x20) }
    needsComma = false
    afterKey = true
  }

  /// Writes a string.
  public mutating func value(_ s: String) {
    separate()
    string(bytes: s.utf8)
  }

  /// Writes a string from UTF-8 bytes that are known to be valid.
  public mutating func value(utf8: ArraySlice<UInt8>) {
    separate()
    string(bytes: utf8)
  }

  /// Writes a whole number.
  public mutating func value(_ n: Int) {
    separate()
    bytes += Array(String(n).utf8)
  }

  /// Writes a number with at most three decimals.
  public mutating func value(_ x: Double) {
    separate()
    let thousandths = Int((x * 1000).rounded())
    var text = String(thousandths / 1000)
    var rest = String(abs(thousandths % 1000))
    while rest.count < 3 { rest = "0" + rest }
    while rest.hasSuffix("0") { rest.removeLast() }
    if thousandths < 0, thousandths / 1000 == 0 { text = "-0" }
    bytes += Array((rest.isEmpty ? text : text + "." + rest).utf8)
  }

  /// Writes a number in full: `2400000`, `0.1`, `1e+20`; null where it is none.
  public mutating func value(exact x: Double) {
    guard x.isFinite else { return null() }
    separate()
    bytes += Array((x == x.rounded() && abs(x) < 1e15 ? String(Int(x)) : String(x)).utf8)
  }

  /// Writes true or false.
  public mutating func value(_ b: Bool) {
    separate()
    bytes += Array((b ? "true" : "false").utf8)
  }

  /// Writes null.
  public mutating func null() {
    separate()
    bytes += Array("null".utf8)
  }

  /// Writes a member with a string, or null.
  public mutating func member(_ name: String, _ s: String?) {
    key(name)
    if let s { value(s) } else { null() }
  }

  /// Writes a member with a number.
  public mutating func member(_ name: String, _ n: Int) {
    key(name)
    value(n)
  }

  /// Writes a member with a number.
  public mutating func member(_ name: String, _ x: Double) {
    key(name)
    value(x)
  }

  /// Ends a document with a newline.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func string(bytes s: some Collection<UInt8>) {
    bytes.append(0x22)
    for b in s {
      switch b {
      case 0x22: bytes += [0x5C, 0x22]
      case 0x5C: bytes += [0x5C, 0x5C]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x0D: bytes += [0x5C, 0x72]
      case 0x09: bytes += [0x5C, 0x74]
      case 0..<0x20, 0x7F:
        bytes += Array("\\u00".utf8)
        bytes.append(Self.hex[Int(b >> 4)])
        bytes.append(Self.hex[Int(b & 15)])
      default: bytes.append(b)
      }
    }
    bytes.append(0x22)
  }

  private static let hex = Array("0123456789abcdef".utf8)
}
