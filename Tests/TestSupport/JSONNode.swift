/// JSON as the tests read it: a reader of their own, so that the project's reader and writer are checked against another one.
public indirect enum JSONNode: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONNode])
  case object([String: JSONNode])

  /// The member with this name.
  public subscript(_ key: String) -> JSONNode? {
    get {
      if case .object(let m) = self { return m[key] }
      return nil
    }
    set {
      guard case .object(var m) = self else { return }
      m[key] = newValue
      self = .object(m)
    }
  }

  /// The elements; none where it is no array.
  public var elements: [JSONNode] {
    if case .array(let a) = self { return a }
    return []
  }

  /// The string.
  public var string: String? {
    if case .string(let s) = self { return s }
    return nil
  }

  /// The whole number.
  public var integer: Int? {
    if case .number(let n) = self { return Int(exactly: n) }
    return nil
  }

  /// Why a text is no JSON.
  public struct Mistake: Error, CustomStringConvertible {
    /// What is wrong, and where.
    public var description: String
  }

  /// Reads a text strictly by RFC 8259; a name that stands twice in an object is a mistake too.
  public init(_ text: String) throws { try self.init(utf8: Array(text.utf8)) }

  /// Reads bytes strictly by RFC 8259.
  public init(utf8 bytes: [UInt8]) throws {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw Mistake(description: "not UTF-8") }
    var p = Parser(bytes: bytes)
    self = try p.value()
    p.space()
    guard p.i == bytes.count else { throw p.mistake("more text") }
  }

  /// Reads one value a line.
  public static func lines(_ bytes: [UInt8]) throws -> [JSONNode] {
    try bytes.split(separator: 0x0A).map { try JSONNode(utf8: Array($0)) }
  }

  private struct Parser {
    let bytes: [UInt8]
    var i = 0

    func mistake(_ m: String) -> Mistake { Mistake(description: "byte \(i): \(m)") }
    var next: UInt8 { i < bytes.count ? bytes[i] : 0 }
    mutating func space() { while [0x20, 0x09, 0x0A, 0x0D].contains(next) { i += 1 } }

    mutating func take(_ b: Character) -> Bool {
      space()
      guard next == b.asciiValue, i < bytes.count else { return false }
      i += 1
      return true
    }

    mutating func value() throws -> JSONNode {
      if take("{") { return .object(try members()) }
      if take("[") { return .array(try elements()) }
      if take("\"") { return .string(try string()) }
      for (word, node) in [("null", JSONNode.null), ("true", .bool(true)), ("false", .bool(false))]
      where bytes[i...].starts(with: word.utf8) {
        i += word.utf8.count
        return node
      }
      let start = i
      while "+-.0123456789eE".utf8.contains(next), i < bytes.count { i += 1 }
      let text = String(decoding: bytes[start..<i], as: UTF8.self)
      guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil, let v = Double(text) else {
        throw mistake("no value")
      }
      return .number(v)
    }

    mutating func elements() throws -> [JSONNode] {
      var out: [JSONNode] = []
      if take("]") { return out }
      repeat { out.append(try value()) } while take(",")
      guard take("]") else { throw mistake("no ]") }
      return out
    }

    mutating func members() throws -> [String: JSONNode] {
      var out: [String: JSONNode] = [:]
      if take("}") { return out }
      repeat {
        guard take("\"") else { throw mistake("no name") }
        let key = try string()
        guard take(":") else { throw mistake("no :") }
        guard out.updateValue(try value(), forKey: key) == nil else { throw mistake("'\(key)' stands twice") }
      } while take(",")
      guard take("}") else { throw mistake("no }") }
      return out
    }

    mutating func string() throws -> String {
      var units: [UInt8] = []
      while i < bytes.count {
        let b = next
        i += 1
        switch b {
        case 0x22: return String(decoding: units, as: UTF8.self)
        case 0..<0x20: throw mistake("a bare control character")
        case 0x5C:
          let c = next
          i += 1
          let plain: [UInt8: UInt8] = [
            0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
          ]
          if let p = plain[c] {
            units.append(p)
          } else if c == 0x75 {
            units += try escaped()
          } else {
            throw mistake("unknown escape")
          }
        default: units.append(b)
        }
      }
      throw mistake("the string does not end")
    }

    private mutating func unit() throws -> UInt16 {
      guard i + 4 <= bytes.count, let v = UInt16(String(decoding: bytes[i..<i + 4], as: UTF8.self), radix: 16) else {
        throw mistake("no four digits")
      }
      i += 4
      return v
    }

    private mutating func escaped() throws -> [UInt8] {
      var units = [try unit()]
      if UTF16.isLeadSurrogate(units[0]), bytes[i...].starts(with: [0x5C, 0x75]) {
        let back = i
        i += 2
        let low = try unit()
        if UTF16.isTrailSurrogate(low) { units.append(low) } else { i = back }
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    }
  }
}
