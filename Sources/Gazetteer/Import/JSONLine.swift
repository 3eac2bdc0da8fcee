extension GazetteerImport {
  /// Reads the JSON object of a line. Formats has a reader for documents; this one passes over what an import doesn't need.
  struct JSONLine {
    /// A mistake and the byte at which it is.
    struct Fault: Error {
      var message: String
      var index: Int
    }

    let bytes: ArraySlice<UInt8>
    var i: Int
    private var depth = 0
    /// Which members of which objects are wanted; a nil set wants all.
    private let wanted: @Sendable (_ path: [String]) -> Bool
    private var path: [String] = []

    /// The value that the line holds.
    static func parse(
      _ bytes: ArraySlice<UInt8>, wanted: @escaping @Sendable ([String]) -> Bool = { _ in true }
    ) throws(Fault) -> Node {
      var r = JSONLine(bytes: bytes, i: bytes.startIndex, wanted: wanted)
      let v = try r.value()
      r.space()
      guard r.i == bytes.endIndex else { throw r.fault("more text after the value") }
      return v
    }

    private init(bytes: ArraySlice<UInt8>, i: Int, wanted: @escaping @Sendable ([String]) -> Bool) {
      self.bytes = bytes
      self.i = i
      self.wanted = wanted
    }

    func fault(_ message: String) -> Fault { Fault(message: message, index: i) }
    var next: UInt8? { i < bytes.endIndex ? bytes[i] : nil }

    mutating func space() {
      while let b = next, b == 0x20 || b == 0x09 || b == 0x0A || b == 0x0D { i += 1 }
    }

    private mutating func expect(_ byte: UInt8) throws(Fault) {
      space()
      guard next == byte else {
        throw fault("'\(Character(Unicode.Scalar(byte)))' is expected" + (next == nil ? "; the line ends here" : ""))
      }
      i += 1
    }

    private mutating func value() throws(Fault) -> Node {
      space()
      switch next {
      case 0x7B: return try object()
      case 0x5B: return try array()
      case 0x22: return .string(try string())
      case nil: throw fault("a value is expected; the line ends here")
      default: return try word()
      }
    }

    private mutating func object() throws(Fault) -> Node {
      try open()
      defer { depth -= 1 }
      var members: [String: Node] = [:]
      space()
      if next == 0x7D {
        i += 1
        return .object(members)
      }
      while true {
        space()
        guard next == 0x22 else { throw fault("a name in quotation marks is expected") }
        let key = try string()
        try expect(0x3A)
        path.append(key)
        if wanted(path) {
          members[key] = try value()
        } else {
          try pass()
          members[key] = .other
        }
        path.removeLast()
        space()
        if next == 0x2C {
          i += 1
          continue
        }
        try expect(0x7D)
        return .object(members)
      }
    }

    private mutating func array() throws(Fault) -> Node {
      try open()
      defer { depth -= 1 }
      var elements: [Node] = []
      space()
      if next == 0x5D {
        i += 1
        return .array(elements)
      }
      while true {
        elements.append(try value())
        space()
        if next == 0x2C {
          i += 1
          continue
        }
        try expect(0x5D)
        return .array(elements)
      }
    }

    private mutating func open() throws(Fault) {
      depth += 1
      guard depth <= 64 else { throw fault("more than 64 values one in the other") }
      i += 1
    }

    /// A number, true, false or null.
    private mutating func word() throws(Fault) -> Node {
      let start = i
      while let b = next, 0x30...0x39 ~= b || 0x61...0x7A ~= b || b == 0x45 || b == 0x2B || b == 0x2D || b == 0x2E {
        i += 1
      }
      let text = String(decoding: bytes[start..<i], as: UTF8.self)
      if ["true", "false", "null"].contains(text) { return .other }
      if Double(text) != nil, let b = text.utf8.first, b == 0x2D || 0x30...0x39 ~= b { return .number(text) }
      i = start
      throw fault("a value is expected")
    }
  }
}
