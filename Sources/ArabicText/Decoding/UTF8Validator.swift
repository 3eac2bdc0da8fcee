/// Strict UTF-8 validation with an automaton whose state is a shift distance.
///
/// Each byte has a row of 64 bits that holds the next state of every state, six bits wide, at the
/// bit position that is the state's own number. A step is then one shift, with no branch, so the
/// speed does not depend on how scripts mix.
enum UTF8Validator {
  /// The automaton's rows, one a byte.
  private static let rows: [UInt64] = (0...255).map { row(of: $0) }

  /// Whether the bytes are well-formed UTF-8, by the Unicode Standard's table 3-7.
  static func isValid(_ input: [UInt8]) -> Bool {
    isValid(input.span, rows.span)
  }

  private static func isValid(_ input: Span<UInt8>, _ rows: Span<UInt64>) -> Bool {
    let count = input.count
    var state = State.accept
    var index = 0
    while count - index >= 16 {
      let end = index &+ 16
      if state & 63 == State.accept {
        var bits: UInt8 = 0
        for position in index..<end {
          bits |= input[position]
        }
        if bits < 0x80 {
          index = end
          continue
        }
      }
      while index < end {
        state = rows[Int(input[index])] &>> state
        index &+= 1
      }
      if state & 63 == State.reject {
        return false
      }
    }
    while index < count {
      state = rows[Int(input[index])] &>> state
      index &+= 1
    }
    return state & 63 == State.accept
  }

  /// The states: what the automaton waits for, as shift distances.
  private enum State {
    static let reject: UInt64 = 0
    static let accept: UInt64 = 6
    static let lastByte: UInt64 = 12
    static let twoBytes: UInt64 = 18
    static let threeBytes: UInt64 = 24
    static let afterE0: UInt64 = 30
    static let afterED: UInt64 = 36
    static let afterF0: UInt64 = 42
    static let afterF4: UInt64 = 48
  }

  private static func row(of byte: UInt8) -> UInt64 {
    var row = start(byte) << State.accept
    guard (0x80...0xBF).contains(byte) else { return row }
    row |= State.accept << State.lastByte
    row |= State.lastByte << State.twoBytes
    row |= State.twoBytes << State.threeBytes
    row |= (byte >= 0xA0 ? State.lastByte : State.reject) << State.afterE0
    row |= (byte < 0xA0 ? State.lastByte : State.reject) << State.afterED
    row |= (byte >= 0x90 ? State.twoBytes : State.reject) << State.afterF0
    row |= (byte < 0x90 ? State.twoBytes : State.reject) << State.afterF4
    return row
  }

  /// The state that a sequence's first byte leads to.
  private static func start(_ byte: UInt8) -> UInt64 {
    switch byte {
    case 0x00...0x7F: State.accept
    case 0xC2...0xDF: State.lastByte
    case 0xE0: State.afterE0
    case 0xED: State.afterED
    case 0xE1...0xEF: State.twoBytes
    case 0xF0: State.afterF0
    case 0xF1...0xF3: State.threeBytes
    case 0xF4: State.afterF4
    default: State.reject
    }
  }
}
