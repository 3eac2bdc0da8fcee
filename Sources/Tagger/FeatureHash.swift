/// Hashing of features: template and value to 64 bits.
///
/// After the hashing trick (Weinberger et al. 2009), with fingerprints instead of collisions.
enum FeatureHash {
  @inline(__always)
  static func of(_ template: UInt64, _ value: UInt64) -> UInt64 {
    var x = (value ^ (value >> 31)) &* 0x9E37_79B9_7F4A_7C15 &+ template &* 0xD6E8_FEB8_6659_FD93
    x = (x ^ (x >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return x ^ (x >> 29)
  }

  @inline(__always)
  static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 { (a ^ (a >> 29)) &* 0xC2B2_AE3D_27D4_EB4F &+ b }

  /// The two bytes by which a row is told: seven bits each, never zero.
  @inline(__always)
  static func fingerprint(_ h: UInt64) -> UInt64 {
    let f = h & 0x7F7F
    return f == 0 ? 0x0101 : f
  }

  /// The row of a table of `capacity` rows at which the search begins.
  @inline(__always)
  static func slot(_ h: UInt64, _ capacity: UInt64) -> Int { Int(truncatingIfNeeded: ((h >> 32) &* capacity) >> 32) }
}

/// The groups of features, for ablation.
public struct FeatureGroups: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt32
  /// Creates a set from its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// Folded words around the token, and pairs of them.
  public static let words = FeatureGroups(rawValue: 1)
  /// Words without their proclitics.
  public static let stems = FeatureGroups(rawValue: 2)
  /// The word as it is written, with hamza and marks.
  public static let raw = FeatureGroups(rawValue: 4)
  /// First and last letters.
  public static let affixes = FeatureGroups(rawValue: 8)
  /// Three letters anywhere in the word.
  public static let ngrams = FeatureGroups(rawValue: 16)
  /// Kind, length, article, punctuation, quotation.
  public static let shape = FeatureGroups(rawValue: 32)
  /// Names of the lists.
  public static let lists = FeatureGroups(rawValue: 64)
  /// Parts of names: given and family names.
  public static let parts = FeatureGroups(rawValue: 128)
  /// Titles and heads of organizations and places, also some words back.
  public static let triggers = FeatureGroups(rawValue: 256)
  /// What the rules made.
  public static let rules = FeatureGroups(rawValue: 512)
  /// Grammar and verbs of saying.
  public static let grammar = FeatureGroups(rawValue: 1024)
  /// Classes learnt from raw text.
  public static let clusters = FeatureGroups(rawValue: 2048)
  /// What the document's other occurrences of the word were taken for.
  public static let document = FeatureGroups(rawValue: 4096)

  /// All, with their names.
  public static let named: [(name: String, group: FeatureGroups)] = [
    ("words", .words), ("stems", .stems), ("raw", .raw), ("affixes", .affixes), ("ngrams", .ngrams), ("shape", .shape),
    ("lists", .lists), ("parts", .parts), ("triggers", .triggers), ("rules", .rules), ("grammar", .grammar),
    ("clusters", .clusters), ("document", .document),
  ]
  /// All groups.
  public static let all = FeatureGroups(rawValue: 0x1FFF)
  /// Those that are worth their time: n-grams gain nothing beside affixes, and classes need the user's own text.
  public static let usual = all.subtracting([.ngrams, .clusters])
}
