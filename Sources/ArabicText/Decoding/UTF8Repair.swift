/// Repair of ill-formed UTF-8: each maximal invalid subpart becomes one U+FFFD, as WHATWG has it.
enum UTF8Repair {
  /// How much of a text is UTF-8 and how much is not.
  struct Census {
    /// The number of well-formed sequences of two bytes and more.
    private(set) var sequences = 0
    /// The number of invalid subparts.
    private(set) var errors = 0
    /// Whether the input ends amid a sequence; it then counts as one of the errors.
    private(set) var isCutShort = false

    /// Counts in one pass.
    init(_ input: [UInt8]) {
      let bytes = input.span
      var index = 0
      while index < bytes.count {
        if bytes[index] < 0x80 {
          index += 1
          continue
        }
        let length = UTF8Repair.measure(bytes, at: index)
        if length > 0 {
          sequences += 1
        } else {
          errors += 1
          let tail = index - length == bytes.count
          isCutShort = tail && bytes[index] >= 0xC2 && bytes[index] <= 0xF4
        }
        index += abs(length)
      }
    }

    /// Whether errors are few among the sequences; an end that was cut off hardly counts.
    var isNearlyValid: Bool {
      let counted = isCutShort ? errors - 1 : errors
      return sequences > 0 && 2 * counted <= sequences
    }
  }

  /// The input from an offset on, with its ill-formed parts replaced.
  static func repair(_ input: [UInt8], from start: Int) -> DecodedText {
    let bytes = input.span
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count - start + 64)
    var replacements = 0
    var offsets: [Int] = []
    var runStart = start
    var index = start
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = measure(bytes, at: index)
      if length > 0 {
        index += length
        continue
      }
      output.append(contentsOf: input[runStart..<index])
      output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      if replacements < TextDecoder.offsetLimit {
        offsets.append(index)
      }
      replacements += 1
      index -= length
      runStart = index
    }
    output.append(contentsOf: input[runStart..<index])
    return DecodedText(
      bytes: output, encoding: .utf8, replacements: replacements, replacementOffsets: offsets)
  }

  /// The length of the well-formed sequence that begins with a byte, or the negated length of the
  /// invalid subpart that does.
  @inline(__always)
  private static func measure(_ bytes: Span<UInt8>, at index: Int) -> Int {
    var lower: UInt8 = 0x80
    var upper: UInt8 = 0xBF
    let needed: Int
    switch bytes[index] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: needed = 2
    case 0xE0: (needed, lower) = (3, 0xA0)
    case 0xED: (needed, upper) = (3, 0x9F)
    case 0xE1...0xEF: needed = 3
    case 0xF0: (needed, lower) = (4, 0x90)
    case 0xF1...0xF3: needed = 4
    case 0xF4: (needed, upper) = (4, 0x8F)
    default: return -1
    }
    var length = 1
    while length < needed {
      guard index + length < bytes.count else { return -length }
      let byte = bytes[index + length]
      guard byte >= lower, byte <= upper else { return -length }
      (lower, upper) = (0x80, 0xBF)
      length += 1
    }
    return length
  }
}
