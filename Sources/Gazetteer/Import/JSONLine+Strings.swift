extension GazetteerImport.JSONLine {
  mutating func string() throws(Fault) -> String {
    i += 1
    let start = i
    var text = ""
    var run = i
    func add(_ end: Int, _ r: Self) throws(Fault) {
      guard let s = String(validating: r.bytes[run..<end], as: UTF8.self) else {
        throw Fault(message: "not valid UTF-8", index: GazetteerImport.ImportLine.firstInvalid(r.bytes[run..<end]))
      }
      text += s
    }
    while let b = next {
      if b == 0x22 {
        try add(i, self)
        i += 1
        return text
      }
      if b < 0x20 { throw fault("a control character in a string") }
      guard b == 0x5C else {
        i += 1
        continue
      }
      try add(i, self)
      text.unicodeScalars.append(try escape())
      run = i
    }
    i = start - 1
    throw fault("the string has no end")
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    let c = i + 1 < bytes.endIndex ? bytes[i + 1] : 0
    if c == 0x75 {
      let high = try unit()
      guard 0xD800..<0xE000 ~= high else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
      guard high < 0xDC00, next == 0x5C, i + 1 < bytes.endIndex, bytes[i + 1] == 0x75 else { return "\u{FFFD}" }
      let low = try unit()
      guard 0xDC00..<0xE000 ~= low else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }
    let plain: [UInt8: Unicode.Scalar] = [
      0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
    ]
    guard let u = plain[c] else { throw fault("an unknown escape") }
    i += 2
    return u
  }

  /// The four hexadecimal digits after `\u`.
  private mutating func unit() throws(Fault) -> UInt32 {
    let digits = bytes[min(i + 2, bytes.endIndex)..<min(i + 6, bytes.endIndex)]
    guard digits.count == 4, !digits.contains(0x2B), !digits.contains(0x2D),
      let v = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits are expected after \\u") }
    i += 6
    return v
  }

  /// Passes over a value that is not wanted: strings and brackets are paired, the rest is not looked at.
  mutating func pass() throws(Fault) {
    var open = 0
    space()
    while let b = next {
      switch b {
      case 0x22:
        let start = i
        i += 1
        while let c = next, c != 0x22 { i += c == 0x5C ? 2 : 1 }
        guard i < bytes.endIndex else {
          i = start
          throw fault("the string has no end")
        }
        i += 1
      case 0x7B, 0x5B:
        open += 1
        i += 1
      case 0x7D, 0x5D, 0x2C:
        if open == 0 { return }
        if b != 0x2C { open -= 1 }
        i += 1
      default: i += 1
      }
      if open == 0, b == 0x22 || b == 0x7D || b == 0x5D { return }
    }
    throw fault("a value is expected; the line ends here")
  }
}
