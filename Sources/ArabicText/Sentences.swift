/// Cuts tokens into sentences.
public enum Sentences {
  /// The first tokens of all sentences, in order; the first one is 0 where there are tokens.
  ///
  /// Decimals, initials («د. محمد») and dotted agency names do not end a sentence; a line break does.
  public static func starts(in tokens: [Token]) -> [Int] {
    var starts: [Int] = []
    var ended = true
    for i in tokens.indices {
      let t = tokens[i]
      let closing =
        t.kind == .closeQuote || t.kind == .closeParen || t.kind == .quote && !t.flags.contains(.spaceBefore)
      if t.flags.contains(.lineStart) || ended && !closing && !isEnd(tokens, i) {
        starts.append(i)
        ended = false
      }
      if isEnd(tokens, i) { ended = true }
    }
    return starts
  }

  /// Whether the mark at `i` ends a sentence.
  public static func isEnd(_ tokens: [Token], _ i: Int) -> Bool {
    switch tokens[i].kind {
    case .question, .exclamation: return true
    case .ellipsis: return i + 1 >= tokens.count || tokens[i + 1].flags.contains(.lineStart)
    case .period:
      guard i > 0 else { return false }
      let before = tokens[i - 1]
      let glued = !tokens[i].flags.contains(.spaceBefore)
      if glued, before.kind == .arabic, before.letters == 1 { return false }
      guard i + 1 < tokens.count else { return true }
      let after = tokens[i + 1]
      if glued, !after.flags.contains(.spaceBefore),
        before.kind == .latin || before.kind == .number || before.kind == .mixed
      {
        return after.kind == .arabic
      }
      return true
    default: return false
    }
  }
}
