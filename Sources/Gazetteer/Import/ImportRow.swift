import ArabicText

extension GazetteerImport {
  /// One row of a list of names: what the 13 columns hold.
  public struct Row: Sendable, Hashable {
    /// The stable id, made from the id of the source.
    public var id: String
    /// Its type.
    public var kind: Kind
    /// What kind of person, organization or place, where the source tells.
    public var subtype = ""
    /// The first name.
    public var name = ""
    /// The other names.
    public var variants: [String] = []
    /// Forms that stand for it only after a full one.
    public var short: [String] = []
    /// Flags.
    public var flags: [EntryFlag] = []
    /// Usual titles.
    public var titles: [String] = []
    /// ISO 3166-1 code, upper case.
    public var country = ""
    /// `m`, `f` or empty.
    public var gender = ""
    /// The id of the parent.
    public var parent = ""
    /// `wd:Q42`, `gn:123`.
    public var links: [String] = []
    /// The usual Latin spelling.
    public var latin = ""

    /// Creates a row without names.
    public init(id: String, kind: Kind) {
      self.id = id
      self.kind = kind
    }

    /// Its cells, in the order of ``GazetteerImport/columnNames``.
    var cells: [String] {
      func list(_ items: [String]) -> String {
        items.map { GazetteerImport.cell($0, isItem: true) }.filter { !$0.isEmpty }.joined(separator: "|")
      }
      func one(_ s: String) -> String { GazetteerImport.cell(s) }
      return [
        one(id), kind.rawValue, one(subtype), one(name), list(variants), list(short), list(flags.map(\.rawValue)),
        list(titles), one(country), one(gender), one(parent), list(links), one(latin),
      ]
    }
  }

  /// The columns of a list of names.
  public static let columnNames = [
    "id", "type", "subtype", "name", "variants", "short", "flags", "titles", "country", "gender", "parent", "links",
    "latin",
  ]

  /// The rows as a list: a header line, one line a row.
  public static func table(_ rows: [Row]) -> [UInt8] {
    var out = Array((columnNames.joined(separator: "\t") + "\n").utf8)
    for row in rows {
      var cells = row.cells
      while cells.last == "" { cells.removeLast() }
      out += Array(cells.joined(separator: "\t").utf8)
      out.append(0x0A)
    }
    return out
  }

  /// A cell without what would divide it: tabs, line breaks and other controls become one space, in an item of a list also `|`.
  static func cell(_ text: String, isItem: Bool = false) -> String {
    var out = String.UnicodeScalarView()
    var space = false
    for u in text.unicodeScalars {
      let gap = u.value <= 0x20 || 0x7F...0xA0 ~= u.value || 0x2028...0x2029 ~= u.value || isItem && u == "|"
      if gap {
        space = !out.isEmpty
        continue
      }
      if space { out.append(" ") }
      space = false
      out.append(u)
    }
    return String(out)
  }

  /// An id of ours for an id of a source: `per.wd-q42`; nil where the source's has letters that an id can't have.
  static func id(_ kind: Kind, _ source: some StringProtocol) -> String? {
    var slug = ""
    for u in source.unicodeScalars {
      switch u {
      case "a"..."z", "0"..."9", ".", "-": slug.unicodeScalars.append(u)
      case "A"..."Z": slug += String(u).lowercased()
      case "_", " ", ":", "/": slug += "-"
      default: return nil
      }
    }
    if slug.isEmpty { return nil }
    return slug.hasPrefix(kind.prefix) ? slug : kind.prefix + slug
  }

  /// An id for a row whose source gives none, always the same for the same folded name.
  static func id(_ kind: Kind, hashing folded: String) -> String {
    var h: UInt64 = 0xCBF2_9CE4_8422_2325
    for b in folded.utf8 { h = (h ^ UInt64(b)) &* 0x100_0000_01B3 }
    return kind.prefix + "x-" + String(h, radix: 36)
  }

  /// The folded form of a name, by which two names are the same.
  static func folded(_ name: String) -> String { Folding.text(name) }

  /// Whether this is the id of a Wikidata item: Q and digits.
  static func isWikidataID(_ s: some StringProtocol) -> Bool {
    s.utf8.count > 1 && s.utf8.first == 0x51 && s.utf8.dropFirst().allSatisfy { 0x30...0x39 ~= $0 }
  }
}
