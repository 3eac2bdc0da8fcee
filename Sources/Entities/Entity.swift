import ArabicText
import Time

/// A name or date in the text.
public struct Entity: Sendable {
  /// `PER`, `ORG`, `LOC` or `DATE`.
  public var type: EntityType
  /// A finer type of the gazetteer: `country`, `news-agency`.
  public var subtype: String?
  /// Its tokens.
  public var tokens: Range<Int>
  /// Its bytes; proclitics stay outside.
  public var span: ByteSpan
  /// Its text.
  public var text: String
  /// The canonical name: the gazetteer's, else the fullest of the document.
  public var name: String
  /// The usual Latin spelling, where the gazetteer knows it.
  public var latin: String?
  /// Titles seen beside this mention.
  public var titles: [String] = []
  /// The number of its actor in the document; -1 for dates.
  public var actor = -1
  /// A Wikidata id.
  public var link: String?
  /// Ids of the gazetteer entries behind it.
  public var entries: [String] = []
  /// How sure it is, 0 to 1.
  public var confidence: Double
  /// The rule that made it.
  public var rule: String
  /// The meaning of a date.
  public var timex: TimexResult?
  /// The country of the gazetteer entry.
  public var country: String?
}

/// What an entity is.
public enum EntityType: String, Sendable, CaseIterable, Hashable {
  /// A person.
  case person = "PER"
  /// An organization.
  case organization = "ORG"
  /// A place.
  case location = "LOC"
  /// A date or clock time.
  case date = "DATE"
}

/// Somebody or something that the document names, with all its mentions.
public struct Actor: Sendable {
  /// What it is.
  public var type: EntityType
  /// Its fullest name in the document.
  public var name: String
  /// The titles seen beside its mentions, in text order.
  public var roles: [String] = []
  /// The number of the organization or country that its titles name.
  public var affiliation: Int?
  /// The numbers of its mentions.
  public var mentions: [Int] = []
}
