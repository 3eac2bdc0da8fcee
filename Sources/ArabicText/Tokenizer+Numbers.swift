extension TokenScanner {
  /// The length of a decimal or grouping mark inside a number, nil where it is none: «2.4» and «1,200», not «5.3.2015».
  func separator(_ c: UInt8, _ n: Int) -> Int? {
    let kind = TokenKind(rawValue: c &- FoldCode.punctuation)
    guard kind == .period || kind == .comma || kind == .decimal, isDigit(at: i + n) else { return nil }
    var j = i + n
    var digits = 0
    while isDigit(at: j) {
      digits += 1
      j += code(at: j).length
    }
    switch kind {
    case .decimal: return n
    case .comma: return digits == 3 && bytes[i] != 0xD8 ? n : nil
    default:
      // A second period with a digit makes it a date or a version.
      if j < end, bytes[j] == 0x2E, isDigit(at: j + 1) { return nil }
      var k = i
      while k > 0, isDigit(before: k) { k -= bytes[k - 1] < 0x80 ? 1 : 2 }
      if k > 1, bytes[k - 1] == 0x2E, isDigit(before: k - 1) { return nil }
      return n
    }
  }

  func isDigit(at: Int) -> Bool {
    guard at < end else { return false }
    let (c, _) = code(at: at)
    return c >= 0x30 && c <= 0x39
  }

  func isDigit(before at: Int) -> Bool {
    let b = bytes[at - 1]
    if b < 0x80 { return b >= 0x30 && b <= 0x39 }
    return at >= 2 && b < 0xC0 && isDigit(at: at - 2)
  }

  /// Takes «.ف.ب» after a single letter; the final period of the text's sentence is left.
  mutating func abbreviation(_ hash: inout UInt64, _ lead: inout UInt32, _ trail: inout UInt32, _ letters: inout Int)
    -> Bool
  {
    var j = i
    var found = false
    while j + 2 < end, bytes[j] == 0x2E {
      var k = j + 1
      if bytes[k] == 0x20, k + 2 < end, found { k += 1 }
      let (c, n) = code(at: k)
      guard c < 0x30, k + n <= end else { break }
      if k + n < end {
        let (next, _) = code(at: k + n)
        guard next >= FoldCode.firstNonWord, next != FoldCode.long else { break }
      }
      add(c, &hash, &lead, &trail, &letters)
      j = k + n
      i = j
      found = true
    }
    return found
  }
}
