/// A stretch between quotation marks, in tokens.
public struct Quotation: Sendable, Hashable {
  /// The opening mark.
  public var open: Int
  /// The closing mark, or the first token after the quotation where none closes it.
  public var close: Int
  /// Whether a mark closes it.
  public var isClosed: Bool
}

/// Finds quotations: «», "", “”, '' and <<>>, also reversed, unbalanced, or over several paragraphs.
public enum Quotations {
  /// The quotations in order of their opening marks; they do not overlap (an inner one is part of the outer).
  public static func find(in tokens: [Token]) -> [Quotation] {
    var found: [Quotation] = []
    var open: Int?
    var style = TokenKind.quote
    var depth = 0
    var i = 0
    while i < tokens.count {
      let kind = tokens[i].kind
      if let start = open {
        if tokens[i].flags.contains(.paragraphStart) || tokens[i].flags.contains(.lineStart),
          !continues(tokens, at: i, style)
        {
          found.append(Quotation(open: start, close: i, isClosed: false))
          open = nil
          continue
        }
        if kind == style, style != .quote, !tokens[i].flags.contains(.lineStart) {
          depth += 1
        } else if closes(kind, style, tokens, i) {
          depth -= 1
          if depth <= 0 {
            found.append(Quotation(open: start, close: i, isClosed: true))
            open = nil
          }
        }
      } else if kind == .openQuote || kind == .quote || kind == .closeQuote && opens(tokens, i)
        || kind == .apostrophe && isLoose(tokens, i) && isClosed(tokens, i)
      {
        open = i
        style = kind
        depth = 1
      }
      i += 1
    }
    if let start = open { found.append(Quotation(open: start, close: tokens.count, isClosed: false)) }
    return found
  }

  /// Whether the mark at `i` ends a quotation of this style.
  private static func closes(_ kind: TokenKind, _ style: TokenKind, _ tokens: [Token], _ i: Int) -> Bool {
    switch style {
    case .quote: kind == .quote || kind == .closeQuote
    case .closeQuote: kind == .openQuote
    case .apostrophe: kind == .apostrophe && !tokens[i].flags.contains(.spaceBefore) && hasSpaceAfter(tokens, i)
    default: kind == .closeQuote || kind == .quote && !hasSpaceAfter(tokens, i) == false
    }
  }

  private static func hasSpaceAfter(_ tokens: [Token], _ i: Int) -> Bool {
    i + 1 >= tokens.count || tokens[i + 1].flags.contains(.spaceBefore) || !tokens[i + 1].kind.isWord
  }

  /// Whether a closing mark stands where an opening one should: «» written the wrong way round.
  private static func opens(_ tokens: [Token], _ i: Int) -> Bool {
    guard i + 1 < tokens.count else { return false }
    return tokens[i].flags.contains(.spaceBefore) && !tokens[i + 1].flags.contains(.spaceBefore)
      && tokens[i + 1].kind.isWord
  }

  /// Whether white space stands on just one side of the apostrophe at `i`, so that it is no part of a word.
  private static func isLoose(_ tokens: [Token], _ i: Int) -> Bool {
    guard i + 1 < tokens.count, tokens[i + 1].kind.isWord else { return false }
    return tokens[i].flags.contains(.spaceBefore) != tokens[i + 1].flags.contains(.spaceBefore)
  }

  /// Whether an apostrophe that stands for an opening mark is closed by another one on its line.
  private static func isClosed(_ tokens: [Token], _ start: Int) -> Bool {
    var i = start + 1
    while i < min(tokens.count, start + 400), !tokens[i].flags.contains(.lineStart) {
      if closes(tokens[i].kind, .apostrophe, tokens, i) { return true }
      i += 1
    }
    return false
  }

  /// Whether an open quotation goes on over the line break before token `i`: the next line opens it again, or closes it before
  /// it opens another.
  private static func continues(_ tokens: [Token], at i: Int, _ style: TokenKind) -> Bool {
    if tokens[i].kind == style { return style != .quote }
    var j = i
    let limit = min(tokens.count, i + 400)
    while j < limit {
      if j > i, tokens[j].flags.contains(.lineStart) { return false }
      switch (style, tokens[j].kind) {
      case (.openQuote, .openQuote): return false
      case (.openQuote, .closeQuote): return true
      case (.quote, .quote):
        // A straight mark closes when a word stands right before it and none right after.
        return !tokens[j].flags.contains(.spaceBefore) && hasSpaceAfter(tokens, j)
      default: break
      }
      j += 1
    }
    return false
  }
}
