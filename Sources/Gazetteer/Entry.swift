/// One entry of a list: a name with its forms, or a word with its class.
public struct Entry: Sendable, Hashable {
  /// The stable id («per.trump»), or `class/form` of a word.
  public var id: String
  /// `PER`, `ORG`, `LOC`, or the class of a word.
  public var type: String
  /// The canonical form.
  public var name: String
  /// Further facts by key: subtype, country, gender, titles, links, latin, or the value of a word.
  public var attributes: [(key: String, value: String)] = []
  /// The list it stands in.
  public var list: String
  /// Its line there.
  public var line: Int
  /// The forms by which it is found.
  public var forms: [Form] = []

  /// A written form of an entry.
  public struct Form: Sendable, Hashable {
    /// As written, with hamza and shadda where they tell.
    public var text: String
    /// The classes by which rules see it.
    public var classes: [String]
    /// Hamza and shadda of the text must not contradict it.
    public var isExact: Bool
  }

  /// The attribute with this key.
  public func attribute(_ key: String) -> String? { attributes.first { $0.key == key }?.value }

  /// Whether two entries are the same row of the same list.
  public static func == (a: Entry, b: Entry) -> Bool { a.id == b.id && a.list == b.list }
  /// Hashes the id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// What kind of list a file is.
public enum ListKind: String, Sendable {
  /// People, organizations, places.
  case names
  /// Words with classes.
  case words
  /// The reporting verbs with their inflected forms.
  case verbs

  /// The kind that a header tells.
  public init?(header: [String]) {
    switch header.first {
    case "id": self = .names
    case "form": self = .words
    case "lemma": self = .verbs
    default: return nil
    }
  }
}

/// The flags that a list may use.
public enum EntryFlag: String, Sendable, CaseIterable {
  case commonWord = "common-word"
  case givenName = "given-name"
  case needsHead = "needs-head"
  case nisba
  case noClitic = "no-clitic"
  case timeSense = "time-sense"
  case historic
  case quoted
  case weak
  case al
  case alAll = "al-all"
  case pron
  case exact
}
