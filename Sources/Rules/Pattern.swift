/// A pattern over tokens, as it is written in a rule file.
public indirect enum Pattern: Sendable, Hashable {
  /// One token, or one multi-word member of a list or result of an earlier phase, of which all tests hold.
  case atom([Test])
  /// One after the other.
  case sequence([Pattern])
  /// One of them, the first that fits.
  case choice([Pattern])
  /// From `min` to `max` times; `max` nil is as often as the match's length allows.
  case repetition(Pattern, min: Int, max: Int?, isLazy: Bool)
  /// What the pattern matches, under a name.
  case capture(String, Pattern)

  /// A property of a token: its name, and whether it must be absent.
  public struct Test: Sendable, Hashable {
    /// A property, a class of a list, or the type of a result of an earlier phase.
    public var name: String
    /// Whether the token must not have it.
    public var isNegated: Bool
    /// Where it stands, for messages.
    public var line: Int
    /// Where it stands, for messages.
    public var column: Int

    /// Whether two tests ask the same, wherever they stand.
    public static func == (a: Test, b: Test) -> Bool { a.name == b.name && a.isNegated == b.isNegated }
    /// Hashes what the test asks.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(name)
      hasher.combine(isNegated)
    }
  }

  /// All tests in it.
  public var tests: [Test] {
    switch self {
    case .atom(let tests): tests
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.tests)
    case .repetition(let p, _, _, _), .capture(_, let p): p.tests
    }
  }

  /// The names of its captures.
  public var captures: [String] {
    switch self {
    case .atom: []
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.captures)
    case .repetition(let p, _, _, _): p.captures
    case .capture(let name, let p): [name] + p.captures
    }
  }

  /// Whether it can match nothing.
  public var isNullable: Bool {
    switch self {
    case .atom: false
    case .sequence(let parts): parts.allSatisfy(\.isNullable)
    case .choice(let parts): parts.contains(where: \.isNullable)
    case .repetition(let p, let min, _, _): min == 0 || p.isNullable
    case .capture(_, let p): p.isNullable
    }
  }

  /// The pattern whose first token must pass `tests` too; nil where it may begin with nothing.
  func adding(_ tests: [Test]) -> Pattern? {
    switch self {
    case .atom(let own): return .atom(own + tests)
    case .choice(let parts):
      let joined = parts.compactMap { $0.adding(tests) }
      return joined.count == parts.count ? .choice(joined) : nil
    case .sequence(let parts):
      guard let first = parts.first?.adding(tests) else { return nil }
      return .sequence([first] + parts.dropFirst())
    case .repetition(let p, let min, let max, let isLazy):
      guard min == 1, max == 1, let joined = p.adding(tests) else { return nil }
      return .repetition(joined, min: 1, max: 1, isLazy: isLazy)
    case .capture(let name, let p): return p.adding(tests).map { .capture(name, $0) }
    }
  }
}
