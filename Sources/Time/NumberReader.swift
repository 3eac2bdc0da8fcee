/// Reads one number from the start of a run of folded words.
struct NumberReader {
  /// A word with its entry; `end` is the number of words up to and with it.
  private struct Piece {
    var entry: NumberEntry
    var digits: Double?
    var joined: Bool
    var isDefinite = false
    var end: Int
  }

  private var pieces: [Piece] = []
  private var position = 0

  /// Takes the pieces up to the first word that is no number.
  init(_ words: ArraySlice<String>) {
    var joined = false
    for (offset, word) in words.enumerated() {
      if word == "و" {
        if joined || offset == 0 { return }
        joined = true
        continue
      }
      if let entry = NumberTables.entry(word) {
        pieces.append(Piece(entry: entry, joined: joined, isDefinite: word.hasPrefix("ال"), end: offset + 1))
      } else if let value = NumberWords.digits(word) {
        pieces.append(Piece(entry: .zero, digits: value, joined: joined, end: offset + 1))
      } else if !joined, word.hasPrefix("و"), let entry = NumberTables.entry(String(word.dropFirst())) {
        pieces.append(Piece(entry: entry, joined: true, end: offset + 1))
      } else {
        return
      }
      joined = false
    }
  }

  /// The longest number.
  mutating func read() -> ParsedNumber? {
    if let ordinal = ordinal() {
      let value = ordinal + (base() ?? 0)
      return result(value, isOrdinal: true)
    }
    if let fraction = leadingFraction() { return result(fraction) }
    guard var total = term(below: .infinity) else { return nil }
    var limit = lastScale
    while limit > 1, position < pieces.count, pieces[position].joined {
      let mark = position
      guard let next = term(below: limit) else {
        position = mark
        break
      }
      total += next
      limit = lastScale
    }
    if let piece = peek(), piece.joined, case .fraction(let part) = piece.entry {
      position += 1
      var unit = biggestScale
      if let scale = peek(), !scale.joined, case .scale(let value, _, _) = scale.entry, unit == 1 || unit == value {
        position += 1
        if unit == 1 { total *= value }
        unit = value
      }
      total += part * unit
    }
    if total > 0, total.truncatingRemainder(dividingBy: 100) == 0, peek()?.joined == true, let rest = ordinal() {
      return result(total + rest, isOrdinal: true)
    }
    if let base = base() { return result(total + base, isOrdinal: true) }
    if let decimals = decimals() { return result(total + decimals) }
    return result(total)
  }

  /// «بعد المئة», which makes «الثاني» the hundred and second.
  private mutating func base() -> Double? {
    guard position + 1 < pieces.count, case .beyond = pieces[position].entry, pieces[position + 1].isDefinite else {
      return nil
    }
    let mark = position
    position += 1
    if let base = term(below: .infinity), base >= 100 { return base }
    position = mark
    return nil
  }

  /// «فاصلة خمسة» (point five): the digits of the number behind it.
  private mutating func decimals() -> Double? {
    guard let piece = peek(), !piece.joined, case .point = piece.entry, position + 1 < pieces.count else { return nil }
    var rest = self
    rest.pieces = Array(pieces[(position + 1)...])
    rest.position = 0
    guard let number = rest.read(), let whole = number.integer, !number.isOrdinal else { return nil }
    position += 1 + rest.position
    return Double("0.\(whole)")
  }

  private var lastScale = 1.0
  private var biggestScale = 1.0

  private func peek() -> Piece? {
    position < pieces.count ? pieces[position] : nil
  }

  private func result(_ value: Double, isOrdinal: Bool = false) -> ParsedNumber? {
    guard position > 0 else { return nil }
    return ParsedNumber(value: value, count: pieces[position - 1].end, isOrdinal: isOrdinal)
  }

  /// A group below 1000 or digits, with its scale: «مئة ألف», «2.4 مليون», «ألفان».
  private mutating func term(below limit: Double) -> Double? {
    let mark = position
    guard let piece = peek() else { return nil }
    if case .scale(let value, let times, let needsCount) = piece.entry {
      guard !needsCount, value < limit else { return nil }
      position += 1
      return scaled(times, value)
    }
    let group: Double
    if let digits = piece.digits {
      position += 1
      var number = digits
      if let next = peek(), !next.joined, case .hundred = next.entry, digits < 10 {
        position += 1
        number *= 100
      }
      group = number
    } else if let words = belowThousand() {
      group = Double(words)
    } else {
      return nil
    }
    if let next = peek(), !next.joined, case .parts(let size) = next.entry, group < 20 {
      position += 1
      note(1)
      return group / size
    }
    if let next = peek(), !next.joined, case .scale(let value, 1, _) = next.entry {
      if value >= limit {
        position = mark
        return nil
      }
      position += 1
      return scaled(group, value)
    }
    note(1)
    return group < limit ? group : nil
  }

  /// The number times its scale, and times a larger one behind it: «مئة ألف مليون».
  private mutating func scaled(_ number: Double, _ scale: Double) -> Double {
    var scale = scale
    while let next = peek(), !next.joined, case .scale(let larger, 1, _) = next.entry, larger > scale {
      position += 1
      scale *= larger
    }
    note(scale)
    return number * scale
  }

  private mutating func note(_ scale: Double) {
    lastScale = scale
    biggestScale = max(biggestScale, scale)
  }

  private mutating func belowThousand() -> Int? {
    guard let first = peek(), first.digits == nil else { return nil }
    var hundreds = 0
    switch first.entry {
    case .zero:
      position += 1
      return 0
    case .hundred:
      hundreds = 100
      position += 1
    case .hundreds(let value):
      hundreds = value
      position += 1
    case .unit(let value) where value >= 3:
      if position + 1 < pieces.count, case .hundred = pieces[position + 1].entry, !pieces[position + 1].joined {
        hundreds = value * 100
        position += 2
      }
    default: break
    }
    if hundreds == 0 { return belowHundred() }
    guard let next = peek(), next.joined, next.digits == nil else { return hundreds }
    return hundreds + (belowHundred() ?? 0)
  }

  private mutating func belowHundred() -> Int? {
    guard let first = peek(), first.digits == nil else { return nil }
    switch first.entry {
    case .ten:
      position += 1
      return 10
    case .tens(let value), .whole(let value):
      position += 1
      return value
    case .unit(let value):
      position += 1
      guard let next = peek() else { return value }
      if case .ten = next.entry, !next.joined {
        position += 1
        return value + 10
      }
      if case .tens(let tens) = next.entry, next.joined {
        position += 1
        return value + tens
      }
      return value
    default:
      return nil
    }
  }

  /// «الحادي عشر», «الخامس والعشرين», «العاشر»; the tens alone are read as cardinals.
  private mutating func ordinal() -> Double? {
    guard let first = peek() else { return nil }
    switch first.entry {
    case .tenth:
      position += 1
      return 10
    case .ordinal(let value):
      position += 1
      guard let next = peek() else { return Double(value) }
      if case .ten = next.entry, !next.joined {
        position += 1
        return Double(value + 10)
      }
      if case .tens(let tens) = next.entry, next.joined {
        position += 1
        return Double(value + tens)
      }
      return Double(value)
    default:
      return nil
    }
  }

  /// «نصف مليون», «ربع», «نصف».
  private mutating func leadingFraction() -> Double? {
    guard let first = peek(), case .fraction(let part) = first.entry else { return nil }
    position += 1
    if let next = peek(), !next.joined, case .scale(let value, 1, false) = next.entry {
      position += 1
      return part * value
    }
    if let next = peek(), !next.joined, case .hundred = next.entry {
      position += 1
      return part * 100
    }
    return part
  }
}
