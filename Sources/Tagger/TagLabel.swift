/// What a tagged span names.
public enum TagType: Int, Sendable, CaseIterable, Hashable {
  /// A person.
  case person
  /// An organization.
  case organization
  /// A place.
  case location

  /// Its name in our own files: `PER`, `ORG`, `LOC`.
  public var name: String { Self.names[rawValue] }

  private static let names = ["PER", "ORG", "LOC"]

  /// The type of a name in a corpus; nil for types that are not tagged, such as `MISC` and `DATE`.
  public init?(corpusName: some StringProtocol) {
    switch corpusName.uppercased() {
    case "PER", "PERS", "PERSON": self = .person
    case "ORG", "ORGANIZATION": self = .organization
    case "LOC", "GPE", "FAC", "LOCATION": self = .location
    default: return nil
    }
  }
}

/// The labels of tokens: a name begins, goes on, or there is none (BIO; Ramshaw and Marcus 1995).
///
/// «جوزيف عون في بيروت» is B-PER I-PER O B-LOC.
public enum TagLabel {
  /// The number of labels.
  public static let count = 7
  /// No name.
  public static let outside: UInt8 = 6

  /// The label of the first token of a name.
  @inlinable public static func begin(_ t: TagType) -> UInt8 { UInt8(t.rawValue * 2) }
  /// The label of a later token of a name.
  @inlinable public static func inside(_ t: TagType) -> UInt8 { UInt8(t.rawValue * 2 + 1) }
  /// Whether the label begins a name.
  @inlinable public static func isBegin(_ l: UInt8) -> Bool { l < 6 && l & 1 == 0 }
  /// The type of a label, nil outside.
  @inlinable public static func type(_ l: UInt8) -> TagType? { TagType(rawValue: Int(l) / 2) }

  /// Whether `to` may follow `from`: a name goes on only after its own beginning; nil is the sentence's edge.
  @inlinable public static func isAllowed(_ from: UInt8?, _ to: UInt8) -> Bool {
    if to == outside || isBegin(to) { return true }
    guard let from, from != outside else { return false }
    return from / 2 == to / 2
  }

  /// The spans of a sequence of labels; an inside label without its beginning begins a name, as conlleval reads it.
  public static func spans(_ labels: some Collection<UInt8>) -> [(type: TagType, range: Range<Int>)] {
    var out: [(TagType, Range<Int>)] = []
    var open: (type: TagType, start: Int)?
    var i = 0
    for l in labels {
      let t = type(l)
      if let o = open, isBegin(l) || t != o.type {
        out.append((o.type, o.start..<i))
        open = nil
      }
      if open == nil, let t { open = (t, i) }
      i += 1
    }
    if let o = open { out.append((o.type, o.start..<i)) }
    return out
  }
}
