/// Turns lists of other makers into rows of a list of names.
///
/// ```swift
/// let result = try GazetteerImport.read(.geonames, file: "alternateNamesV2.txt", bytes: bytes)
/// let list = GazetteerImport.table(result.rows)
/// ```
/// A broken row is counted and left out, with its place in ``Result/errors``; only a file in which no line has the form of the
/// format is refused.
public enum GazetteerImport {
  /// The formats that are read.
  public enum Format: String, Sendable, CaseIterable {
    /// GeoNames: `alternateNamesV2.txt`, or `cities500.txt` and `allCountries.txt`.
    case geonames
    /// Wikidata entities, one JSON object a line, or a dump with its brackets and commas.
    case wikidata
    /// JRC-Names: id, type, language, name.
    case jrcNames = "jrc-names"
    /// ParaNames: wikidata_id, eng, label, language, type.
    case paranames
    /// Patterns of spaCy's EntityRuler or SpanRuler, one JSON object a line.
    case spacyJSONL = "spacy-jsonl"
    /// A GATE list: a name a line, then `feature=value`.
    case gateLst = "gate-lst"
    /// Any tab-separated table, or a list of ours.
    case tsv
  }

  /// The types of names.
  public enum Kind: String, Sendable, CaseIterable {
    /// People.
    case person = "PER"
    /// Organizations.
    case organization = "ORG"
    /// Places.
    case place = "LOC"

    /// The type that a label of another tool means, in any case: `PERSON`, `GPE`, `Organisation`.
    public init?(label: some StringProtocol) {
      switch label.uppercased() {
      case "PER", "PERS", "PERSON", "PEOPLE", "P", "PERSON_FULL": self = .person
      case "ORG", "ORGANIZATION", "ORGANISATION", "O", "COMPANY", "NEWSPAPER": self = .organization
      case "LOC", "LOCATION", "GPE", "FAC", "FACILITY", "PLACE", "L", "CITY", "COUNTRY": self = .place
      default: return nil
      }
    }

    /// The beginning of its ids.
    var prefix: String { rawValue.lowercased() + "." }
  }

  /// What the caller says about a source.
  public struct Settings: Sendable {
    /// The type of rows whose source tells none of ours.
    public var kind: Kind?
    /// Where the columns of a table are; nil for a table with our own header.
    public var columns: Columns?
    /// How many errors are kept with their text; all are counted.
    public var keptErrors = 1000

    /// Creates the settings.
    public init(kind: Kind? = nil, columns: Columns? = nil) {
      self.kind = kind
      self.columns = columns
    }
  }

  /// What an import gave.
  public struct Result: Sendable {
    /// The rows, sorted by id.
    public var rows: [Row] = []
    /// The number of lines read, blank ones left out.
    public var lineCount = 0
    /// How many names or rows were left out, by reason, the most frequent first.
    public var skipped: [(reason: SkipReason, count: Int)] = []
    /// The number of broken rows.
    public var errorCount = 0
    /// The first of them, with their places.
    public var errors: [DataError] = []
  }

  /// Reads a whole file.
  ///
  /// - Throws: an error where no line has the form of the format.
  public static func read(
    _ format: Format, file: String, bytes: [UInt8], settings: Settings = Settings()
  ) throws(DataError) -> Result {
    var session = Session(format, settings)
    session.begin(file: file)
    session.add(bytes)
    return try session.finish()
  }
}
