/// A rule of a rule file.
public struct Rule: Sendable {
  /// Its name: family and name, «person.title-name».
  public var id: String
  /// The file it stands in.
  public var file: String
  /// The line of its name.
  public var line: Int
  /// What must stand before, looked at and not consumed.
  public var before: Pattern?
  /// What matches.
  public var match: Pattern
  /// What must stand after, looked at and not consumed.
  public var after: Pattern?
  /// What it makes.
  public var make: Make
  /// How sure a match is, 0 to 1.
  public var trust: Double
  /// Whether the shortest match counts, not the longest.
  public var prefersShortest: Bool
  /// Sentences in which it must match, with the span in brackets, and sentences in which it must not.
  public var examples: [Example]

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
