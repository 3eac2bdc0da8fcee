/// The meaning of the class bits of a ``TaggerToken``.
///
/// A model fits one meaning of the bits; change ``version`` when they change.
public enum TaggerClasses {
  /// The version of the meaning.
  public static let version: UInt32 = 1

  /// The groups of bits that features join: what rules made, names of the lists, parts of names, triggers, grammar.
  static let rules: UInt64 = 0xFF
  static let lists: UInt64 = 0xF_FF00 | 1 << 63
  static let parts: UInt64 = 0x3FF0_0000
  static let triggers: UInt64 = 0xFFFF_C000_0000
  static let grammar: UInt64 = 0x7FFF_0000_0000_0000
  /// Titles, ranks, occupations, kinship.
  static let titles: UInt64 = 0x3F << 30
  /// Heads of organizations.
  static let organizationHeads: UInt64 = 0xF << 37 | 1 << 45
  /// Heads of places.
  static let placeHeads: UInt64 = 0x3 << 41

  /// The names of the bits, from the lowest: a class, or several joined by `|`; `+` is the going on of a class.
  ///
  /// Upper-case names are types that rules make, names beginning with `.` properties of tokens.
  public static let names: [String] = [
    "PER", "PER+", "ORG", "ORG+", "LOC", "LOC+", "DATE|DATE+", "TITLE|TITLE+",
    "person", "person+", "organization", "organization+", "place", "place+", "country", "city|capital",
    "place-weak|place-weak+", "organization-weak|organization-weak+", "person-weak|person-weak+", "person-short",
    "given-name", "given-name-weak", "family-name", "family-name-weak", "foreign-name", "foreign-name-weak", "nisba",
    "sure-given", "nasab", "divine",
    "title", "title-weak", "honorific|honorific-weak", "rank|rank-weak", "occupation|occupation-weak",
    "kinship|kinship-weak", "title-adjective|title-field",
    "org-head", "org-head-weak", "media-head", "sport-head", "place-head", "place-head-weak", "org-adjective",
    "place-adjective", "org-plural-head", "nationality", "nationality-weak",
    "cue-past|cue-present", "cue-participle|cue-passive|cue-masdar", "source-noun|document-noun|cue-noun",
    "preposition|attribution-prep", "conjunction|reported-particle|relative",
    "common-word", ".function-word", ".known", ".definite", ".in-quote", ".foreign-shape", ".short-quote",
    "month-name|weekday|time-unit", "number-word|.integer", "org-compound|plural-head|many-heads",
    "newspaper|channel|news-agency|website|newspaper-weak|channel-weak|news-agency-weak",
  ]
}
