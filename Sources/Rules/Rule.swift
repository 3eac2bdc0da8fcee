/// A rule of a rule file.
///
/// One value for all its matches, and so a reference.
public final class Rule: Sendable {
  /// Its name: family and name, «person.title-name».
  public let id: String
  /// The file it stands in.
  public let file: String
  /// The line of its name.
  public let line: Int
  /// What must stand before, looked at and not consumed.
  public let before: Pattern?
  /// What matches.
  public let match: Pattern
  /// What must stand after, looked at and not consumed.
  public let after: Pattern?
  /// What it makes.
  public let make: Make
  /// How sure a match is, 0 to 1.
  public let trust: Double
  /// Whether the shortest match counts, not the longest.
  public let prefersShortest: Bool
  /// Sentences in which it must match, with the span in brackets, and sentences in which it must not.
  public let examples: [Example]

  init(
    id: String, file: String, line: Int, before: Pattern? = nil, match: Pattern, after: Pattern? = nil, make: Make,
    trust: Double, prefersShortest: Bool, examples: [Example]
  ) {
    self.id = id
    self.file = file
    self.line = line
    self.before = before
    self.match = match
    self.after = after
    self.make = make
    self.trust = trust
    self.prefersShortest = prefersShortest
    self.examples = examples
  }

  /// The name of another stage that makes records of a type, in the place of a rule.
  public static func stage(_ id: String, making type: String) -> Rule {
    Rule(
      id: id, file: "", line: 0, match: .sequence([]), make: Make(type: type, fields: []), trust: 0.5,
      prefersShortest: false, examples: [])
  }

  /// The record that a match makes.
  public struct Make: Sendable {
    /// The type of the record.
    public var type: String
    /// Its fields in the order written.
    public var fields: [(key: String, value: Value)]

    /// The value of a field.
    public enum Value: Sendable, Hashable {
      /// What a capture matched.
      case capture(String)
      /// A constant.
      case constant(String)
      /// A function of captures and constants, by parameter name.
      case call(String, [Argument])
    }

    /// An argument of a function.
    public struct Argument: Sendable, Hashable {
      /// The parameter.
      public var name: String
      /// The capture or the constant.
      public var value: String
      /// Whether `value` names a capture.
      public var isCapture: Bool
    }

    /// The field with this key.
    public func field(_ key: String) -> Value? { fields.first { $0.key == key }?.value }

    /// The constant of the field with this key.
    public func constant(_ key: String) -> String? {
      if case .constant(let s)? = field(key) { return s }
      return nil
    }
  }

  /// An example sentence.
  public struct Example: Sendable, Hashable {
    /// The sentence without the brackets.
    public var text: String
    /// The expected spans in bytes of `text`; empty for a sentence in which the rule must not match.
    public var spans: [Range<Int>]
    /// Whether the rule must match.
    public var isPositive: Bool
    /// Its line.
    public var line: Int
  }
}

/// A phase of the cascade: its rules, and how their matches are chosen.
public struct Phase: Sendable {
  /// Its name.
  public var name: String
  /// How overlapping matches are resolved.
  public var mode: Mode
  /// Its rules, in file order.
  public var rules: [Rule]

  /// How overlapping matches are resolved.
  public enum Mode: String, Sendable, CaseIterable {
    /// The leftmost, of those the longest, of those the most trusted.
    case longest
    /// The leftmost, of those the one whose rule stands first.
    case first
    /// All matches.
    case all
  }
}
