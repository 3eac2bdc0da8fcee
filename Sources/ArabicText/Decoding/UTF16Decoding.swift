/// UTF-16 to UTF-8, and the guess at UTF-16 that has no byte order mark.
enum UTF16Decoding {
  /// The byte order of what seems to be UTF-16, or nil; looks at the first 4 KiB.
  ///
  /// In Arabic UTF-16 nearly every high byte is 0x06 (letters) or 0x00 (spaces, digits, ASCII),
  /// and in no other text are most bytes in odd or even positions such controls.
  static func guess(_ input: [UInt8]) -> TextEncoding? {
    let bytes = input.span
    let units = min(bytes.count, 4096) / 2
    guard units >= 2 else { return nil }
    var even = (zeros: 0, sixes: 0)
    var odd = (zeros: 0, sixes: 0)
    for unit in 0..<units {
      let (first, second) = (bytes[2 * unit], bytes[2 * unit + 1])
      if first == 0 { even.zeros += 1 }
      if first == 6 { even.sixes += 1 }
      if second == 0 { odd.zeros += 1 }
      if second == 6 { odd.sixes += 1 }
    }
    func fits(high: (zeros: Int, sixes: Int), low: (zeros: Int, sixes: Int)) -> Bool {
      let isFrequent = 10 * (high.zeros + high.sixes) >= 6 * units
      let isLopsided = 20 * (low.zeros + low.sixes) <= units
      return isFrequent && isLopsided && (units >= 4 || high.sixes >= 2)
    }
    if fits(high: odd, low: even) { return .utf16LE }
    if fits(high: even, low: odd) { return .utf16BE }
    return nil
  }

  /// Decodes UTF-16, dropping its byte order mark; lone surrogates and an odd last byte become
  /// U+FFFD.
  static func decode(_ input: [UInt8], bigEndian: Bool) -> DecodedText {
    let bytes = input.span
    let high = bigEndian ? 0 : 1
    let low = 1 - high
    let end = bytes.count & ~1
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    var replacements = 0
    var offsets: [Int] = []
    func unit(at index: Int) -> UInt32 {
      UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + low])
    }
    var index = end >= 2 && unit(at: 0) == 0xFEFF ? 2 : 0
    while index < bytes.count {
      var scalar: UInt32 = 0xFFFD
      var length = 2
      var isValid = index < end
      if isValid {
        scalar = unit(at: index)
        if scalar & 0xF800 == 0xD800 {
          let next = index + 2 < end ? unit(at: index + 2) : 0
          isValid = scalar < 0xDC00 && next & 0xFC00 == 0xDC00
          scalar = isValid ? 0x1_0000 + (scalar & 0x3FF) << 10 + (next & 0x3FF) : 0xFFFD
          length = isValid ? 4 : 2
        }
      }
      if !isValid {
        if replacements < TextDecoder.offsetLimit {
          offsets.append(index)
        }
        replacements += 1
      }
      append(scalar, to: &output)
      index += length
    }
    return DecodedText(
      bytes: output, encoding: bigEndian ? .utf16BE : .utf16LE, replacements: replacements,
      replacementOffsets: offsets)
  }

  @inline(__always)
  private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    func trail(_ shift: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: 0x80 | (scalar &>> shift) & 0x3F)
    }
    if scalar < 0x80 {
      output.append(UInt8(truncatingIfNeeded: scalar))
      return
    }
    if scalar < 0x800 {
      output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    } else {
      if scalar < 0x1_0000 {
        output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      } else {
        output.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
        output.append(trail(12))
      }
      output.append(trail(6))
    }
    output.append(trail(0))
  }
}
