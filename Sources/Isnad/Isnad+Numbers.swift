import ArabicText
import Time

/// A number in a text: «خمسة وعشرين» (25), «2.4 مليون», «الحادي عشر» (the eleventh).
public struct NumberMention: Sendable, Hashable {
  /// Its place.
  public var span: ByteSpan
  /// Its value.
  public var value: Double
  /// Whether it is an ordinal.
  public var isOrdinal: Bool
}

extension Isnad {
  /// The numbers of a text in words and in digits of three scripts, in text order.
  ///
  /// It asks no list: «ثانية» is the second here, even where it is a second of time.
  public static func numbers(in text: [UInt8]) -> [NumberMention] {
    let tokens = Tokenizer.tokenize(text)
    var found: [NumberMention] = []
    var t = 0
    while t < tokens.count {
      guard let (mention, count) = number(text, tokens, at: t) else {
        t += 1
        continue
      }
      found.append(mention)
      t += count
    }
    return found
  }

  private static func number(_ text: [UInt8], _ tokens: [Token], at t: Int) -> (NumberMention, Int)? {
    func word(_ k: Int) -> String {
      tokens[k].kind == .number
        ? String(decoding: text[Int(tokens[k].start)..<Int(tokens[k].end)], as: UTF8.self)
        : Folding.text(tokens[k], in: text)
    }
    let run = tokens[t...].prefix(24).prefix { $0.kind == .arabic || $0.kind == .number }.indices
    guard !run.isEmpty else { return nil }
    if let grouped = grouped(text, tokens, run) { return grouped }
    var words = run.map(word)
    var start = Int(tokens[t].start)
    var parsed = NumberWords.parse(words)
    if parsed == nil, tokens[t].kind == .arabic, let first = words[0].first, "وفبلك".contains(first) {
      words[0].removeFirst()
      parsed = words[0].unicodeScalars.count > 2 ? NumberWords.parse(words) : nil
      start += 2
    }
    guard let parsed else { return nil }
    var value = parsed.value
    // «.77» and «-5»: the marks stand before the digits without a space.
    var before = t - 1
    if tokens[t].kind == .number, isMark(tokens, before, [.period, .decimal]) {
      value /= words[0].unicodeScalars.reduce(1) { n, _ in n * 10 }
      start = Int(tokens[before].start)
      before -= 1
    }
    if tokens[t].kind == .number, isMark(tokens, before, [.dash]) {
      value = -value
      start = Int(tokens[before].start)
    }
    let end = Int(tokens[t + parsed.count - 1].end)
    return (NumberMention(span: ByteSpan(start, end), value: value, isOrdinal: parsed.isOrdinal), parsed.count)
  }

  /// Whether a mark of one of these kinds stands right before the next token, and not right after another word.
  private static func isMark(_ tokens: [Token], _ t: Int, _ kinds: Set<TokenKind>) -> Bool {
    guard tokens.indices.contains(t), kinds.contains(tokens[t].kind), tokens[t].end == tokens[t + 1].start else {
      return false
    }
    return t == 0 || tokens[t - 1].end < tokens[t].start || !tokens[t - 1].kind.isWord
  }

  /// Digits grouped by spaces: «1 000 000».
  private static func grouped(_ text: [UInt8], _ tokens: [Token], _ run: Range<Int>) -> (NumberMention, Int)? {
    func digits(_ k: Int) -> String? {
      guard tokens[k].kind == .number else { return nil }
      let token = String(decoding: text[Int(tokens[k].start)..<Int(tokens[k].end)], as: UTF8.self)
      return NumberWords.digits(token) != nil ? token : nil
    }
    guard let first = digits(run.lowerBound), first.unicodeScalars.count <= 3 else { return nil }
    let rest = run.dropFirst().prefix { digits($0)?.unicodeScalars.count == 3 }
    guard !rest.isEmpty, let value = NumberWords.digits(([first] + rest.compactMap(digits)).joined()) else {
      return nil
    }
    let span = ByteSpan(Int(tokens[run.lowerBound].start), Int(tokens[rest.upperBound - 1].end))
    return (NumberMention(span: span, value: value, isOrdinal: false), rest.count + 1)
  }
}
