/// A JSON value.
public indirect enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  /// UTF-8 of the string; lone surrogates have become U+FFFD.
  case string([UInt8])
  case array([JSONValue])
  case object([Member])

  /// A member of an object.
  public struct Member: Sendable, Hashable {
    /// Its name.
    public var key: String
    /// Its value.
    public var value: JSONValue
  }

  /// The first member with this name.
  public subscript(_ key: String) -> JSONValue? {
    if case .object(let members) = self { return members.first { $0.key == key }?.value }
    return nil
  }

  /// The string, or nil.
  public var string: String? {
    if case .string(let s) = self { return String(decoding: s, as: UTF8.self) }
    return nil
  }
}

/// A mistake in JSON text.
public struct JSONError: Error, Sendable, Hashable {
  /// What is wrong.
  public var message: String
  /// The byte at which it is.
  public var offset: Int
}

/// Reads one JSON value from UTF-8 bytes.
public struct JSONReader {
  static let depthLimit = 512
  private let bytes: ArraySlice<UInt8>
  private var i: Int
  private var depth = 0

  /// The value that the bytes hold; nothing but white space may follow it.
  public static func parse(_ bytes: ArraySlice<UInt8>) throws(JSONError) -> JSONValue {
    var r = JSONReader(bytes)
    let v = try r.value()
    r.space()
    guard r.i == bytes.endIndex else { throw r.error("more text after the value") }
    return v
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    i = bytes.startIndex
  }

  private func error(_ message: String) -> JSONError { JSONError(message: message, offset: i - bytes.startIndex) }

  private mutating func space() {
    while i < bytes.endIndex, bytes[i] == 0x20 || bytes[i] == 0x0A || bytes[i] == 0x0D || bytes[i] == 0x09 { i += 1 }
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    space()
    guard i < bytes.endIndex else { throw error("the value is missing") }
    switch bytes[i] {
    case 0x7B: return try object()
    case 0x5B: return try array()
    case 0x22: return .string(try string())
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    case 0x2D, 0x30...0x39: return try number()
    default: throw error("unexpected character")
    }
  }

  private mutating func word(_ w: String, _ v: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[i...].starts(with: w.utf8) else { throw error("unknown word") }
    i += w.utf8.count
    return v
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = i
    func digits() -> Int {
      let from = i
      while i < bytes.endIndex, bytes[i] >= 0x30, bytes[i] <= 0x39 { i += 1 }
      return i - from
    }
    func fail() -> JSONError {
      i = start
      return error("not a number")
    }
    if bytes[i] == 0x2D { i += 1 }
    let zero = i < bytes.endIndex && bytes[i] == 0x30
    let whole = digits()
    guard whole > 0, !zero || whole == 1 else { throw fail() }
    if i < bytes.endIndex, bytes[i] == 0x2E {
      i += 1
      guard digits() > 0 else { throw fail() }
    }
    if i < bytes.endIndex, bytes[i] | 0x20 == 0x65 {
      i += 1
      if i < bytes.endIndex, bytes[i] == 0x2B || bytes[i] == 0x2D { i += 1 }
      guard digits() > 0 else { throw fail() }
    }
    guard let v = Double(String(decoding: bytes[start..<i], as: UTF8.self)) else { throw fail() }
    return .number(v)
  }

  private mutating func enter() throws(JSONError) {
    depth += 1
    i += 1
    guard depth <= Self.depthLimit else { throw error("more than \(Self.depthLimit) levels of nesting") }
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    try enter()
    var out: [JSONValue] = []
    space()
    if i < bytes.endIndex, bytes[i] == 0x5D {
      i += 1
      depth -= 1
      return .array(out)
    }
    while true {
      out.append(try value())
      if try !more(0x5D, "',' or ']'") { return .array(out) }
    }
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    try enter()
    var out: [JSONValue.Member] = []
    space()
    if i < bytes.endIndex, bytes[i] == 0x7D {
      i += 1
      depth -= 1
      return .object(out)
    }
    while true {
      space()
      guard i < bytes.endIndex, bytes[i] == 0x22 else { throw error("a name in quotation marks is expected") }
      let key = String(decoding: try string(), as: UTF8.self)
      space()
      guard i < bytes.endIndex, bytes[i] == 0x3A else { throw error("':' is expected") }
      i += 1
      out.append(JSONValue.Member(key: key, value: try value()))
      if try !more(0x7D, "',' or '}'") { return .object(out) }
    }
  }

  /// Whether another element follows; false after the closing sign.
  private mutating func more(_ end: UInt8, _ expected: String) throws(JSONError) -> Bool {
    space()
    guard i < bytes.endIndex else { throw error("\(expected) is expected, but the text ends") }
    defer { i += 1 }
    if bytes[i] == 0x2C { return true }
    guard bytes[i] == end else { throw error("\(expected) is expected") }
    depth -= 1
    return false
  }

  private mutating func string() throws(JSONError) -> [UInt8] {
    i += 1
    var out: [UInt8] = []
    while i < bytes.endIndex {
      let b = bytes[i]
      switch b {
      case 0x22:
        i += 1
        return out
      case 0x5C: try escape(&out)
      case 0..<0x20: throw error("a control character must be escaped")
      default:
        out.append(b)
        i += 1
      }
    }
    throw error("the string does not end")
  }

  private mutating func escape(_ out: inout [UInt8]) throws(JSONError) {
    guard i + 1 < bytes.endIndex else { throw error("the string does not end") }
    let c = bytes[i + 1]
    switch c {
    case 0x22, 0x5C, 0x2F: out.append(c)
    case 0x62: out.append(8)
    case 0x66: out.append(12)
    case 0x6E: out.append(10)
    case 0x72: out.append(13)
    case 0x74: out.append(9)
    case 0x75:
      var v = try hex(i + 2)
      i += 6
      if v >= 0xD800, v < 0xDC00, i + 5 < bytes.endIndex, bytes[i] == 0x5C, bytes[i + 1] == 0x75 {
        let low = try hex(i + 2)
        if low >= 0xDC00, low < 0xE000 {
          v = 0x10000 + (v - 0xD800) << 10 + (low - 0xDC00)
          i += 6
        }
      }
      let scalar = Unicode.Scalar(v) ?? "\u{FFFD}"
      out += Array(String(Character(scalar)).utf8)
      return
    default: throw error("unknown escape")
    }
    i += 2
  }

  private func hex(_ at: Int) throws(JSONError) -> UInt32 {
    guard at + 4 <= bytes.endIndex else { throw error("four hexadecimal digits are expected") }
    var v: UInt32 = 0
    for b in bytes[at..<at + 4] {
      switch b {
      case 0x30...0x39: v = v << 4 | UInt32(b - 0x30)
      case 0x41...0x46: v = v << 4 | UInt32(b - 0x37)
      case 0x61...0x66: v = v << 4 | UInt32(b - 0x57)
      default: throw error("four hexadecimal digits are expected")
      }
    }
    return v
  }
}
