import ArabicText
import Rules

/// Finds the titles beside a person's name: «وزير الخارجية الروسي» before it, «رئيس اللجنة» after a comma.
public struct TitleFinder: Sendable {
  /// The classes that it asks the lattice for.
  public static let classes = offices + tails

  private static let offices = ["title", "rank", "occupation", "title-weak", "occupation-weak"]
  private static let tails = [
    "title-field", "title-adjective", "nationality", "org-adjective", "place", "organization", "honorific",
  ]
  private let offices: [Int]
  private let tails: [Int]

  init(_ annotator: Annotator) {
    offices = Self.offices.compactMap { annotator.bit($0) }
    tails = Self.tails.compactMap { annotator.bit($0) }
  }

  /// The titles around the name in `tokens`.
  func around(_ lattice: Lattice, _ tokens: Range<Int>) -> [String] {
    [before(lattice, tokens.lowerBound), after(lattice, tokens.upperBound)].compactMap { $0 }
      .map { EntityBuilder.clean(lattice.text(lattice.span($0))) }
  }

  private func isOffice(_ lattice: Lattice, _ t: Int) -> Bool { offices.contains { lattice.begins($0, t) } }

  /// Whether a token can belong to a title without beginning one.
  private func isTail(_ lattice: Lattice, _ t: Int) -> Bool {
    guard lattice.tokens[t].kind == .arabic, !lattice.has(.functionWord, t) else { return false }
    return lattice.has(.definite, t) || tails.contains { lattice.begins($0, t) }
  }

  /// The title that ends right before `end`, a comma between them allowed: from the farthest office word that reaches it.
  private func before(_ lattice: Lattice, _ end: Int) -> Range<Int>? {
    var t = end - 1
    if t >= 0, lattice.tokens[t].kind == .comma { t -= 1 }
    let last = t
    var first: Int?
    while t >= 0, last - t < 9 {
      if isOffice(lattice, t), !lattice.has(.functionWord, t) { first = t } else if !isTail(lattice, t) { break }
      if lattice.has(.sentenceStart, t) { break }
      t -= 1
    }
    return first.map { $0..<last + 1 }
  }

  /// The title that begins right after a name, or after a comma behind it.
  private func after(_ lattice: Lattice, _ start: Int) -> Range<Int>? {
    var t = start
    guard t + 1 < lattice.tokens.count else { return nil }
    if lattice.tokens[t].kind == .comma { t += 1 }
    guard t < lattice.tokens.count, isOffice(lattice, t), !lattice.has(.functionWord, t), lattice.has(.bare, t) else {
      return nil
    }
    var end = t + 1
    while end < lattice.tokens.count, end - t < 7, isOffice(lattice, end) || isTail(lattice, end),
      !lattice.has(.withWaw, end)
    { end += 1 }
    return t..<end
  }
}
