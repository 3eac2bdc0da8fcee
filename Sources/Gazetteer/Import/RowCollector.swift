import ArabicText

extension GazetteerImport {
  /// Collects names by id, and what went wrong.
  struct RowCollector {
    /// A row in the making.
    struct Draft {
      var row: Row
      /// Cleaned names with their rank; the lowest goes first.
      var names: [(text: String, rank: Int)] = []
      /// How much it is in the news: the greater keeps a name that two rows have.
      var weight = 0
    }

    var file = ""
    let settings: Settings
    private(set) var drafts: [Draft] = []
    private var places: [String: Int] = [:]
    private(set) var errors: [DataError] = []
    private(set) var errorCount = 0
    private var skips: [SkipReason: Int] = [:]
    /// Lines that have the form of the format.
    private(set) var understood = 0

    init(_ settings: Settings) { self.settings = settings }

    /// Notes a broken row.
    mutating func fail(_ line: ImportLine, at index: Int? = nil, _ message: String) {
      fail(DataError(file: file, line: line.number, column: index.map(line.column) ?? 1, message))
    }

    /// Notes a broken row.
    mutating func fail(_ error: DataError) {
      errorCount += 1
      if errors.count < settings.keptErrors { errors.append(error) }
    }

    /// Notes something left out that is not broken.
    mutating func skip(_ reason: SkipReason) { skips[reason, default: 0] += 1 }

    /// Notes a line that has the form of the format.
    mutating func accept() { understood += 1 }

    /// The text of a cell; a broken row where it is not UTF-8.
    mutating func text(_ cell: ArraySlice<UInt8>, _ line: ImportLine) -> String? {
      if let s = String(validating: cell, as: UTF8.self) { return s }
      fail(line, at: ImportLine.firstInvalid(cell), "not valid UTF-8")
      return nil
    }

    /// The number of the row with this id, if there is one.
    func place(_ id: String) -> Int? { places[id] }

    /// Adds a cleaned name to the row with this id; `change` fills in the other columns.
    mutating func add(
      _ name: String, rank: Int = 0, id: String, _ kind: Kind, _ change: (inout Draft) -> Void = { _ in }
    ) {
      let k = places[id] ?? drafts.count
      if k == drafts.count {
        drafts.append(Draft(row: Row(id: id, kind: kind)))
        places[id] = k
      }
      drafts[k].names.append((name, rank))
      change(&drafts[k])
    }

    /// Cleans a name and adds it, or notes why not.
    @discardableResult
    mutating func add(
      raw: some StringProtocol, rank: Int = 0, id: String, _ kind: Kind, _ alphabet: Alphabet = .news,
      _ change: (inout Draft) -> Void = { _ in }
    ) -> Bool {
      switch clean(raw, alphabet) {
      case .skip(let reason):
        skip(reason)
        return false
      case .name(let name):
        add(name, rank: rank, id: id, kind, change)
        return true
      }
    }

    /// Changes a row that there is.
    mutating func change(_ id: String, _ body: (inout Draft) -> Void) {
      if let k = places[id] { body(&drafts[k]) }
    }

    /// The finished rows: names that fold alike are one, and no two rows of a type and country have the same name.
    mutating func finish() -> Result {
      var result = Result()
      var taken: Set<String> = []
      let order = drafts.indices.sorted { (-drafts[$0].weight, $0) < (-drafts[$1].weight, $1) }
      for k in order {
        let d = drafts[k]
        var seen: Set<String> = []
        var names: [(text: String, key: String)] = []
        let ranked = d.names.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
        for (_, name) in ranked {
          let key = Folding.text(name.text)
          if seen.insert(key).inserted { names.append((name.text, key)) }
        }
        let free = names.firstIndex { !taken.contains(d.row.kind.rawValue + $0.key + d.row.country) }
        guard let free else {
          skip(.sameName)
          continue
        }
        var row = d.row
        let first = names.remove(at: free)
        taken.insert(row.kind.rawValue + first.key + row.country)
        row.name = first.text
        row.variants = names.map(\.text)
        row.short = row.short.filter { seen.insert(Folding.text($0)).inserted }
        row.links.sort()
        result.rows.append(row)
      }
      result.rows.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
      result.skipped = skips.map { (reason: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.reason.rawValue) < ($0.count, $1.reason.rawValue) }
      result.errors = errors
      result.errorCount = errorCount
      return result
    }
  }
}
