extension GazetteerImport {
  /// Any tab-separated table: with our own header, or with `--columns`.
  struct TableImporter: LineImporter {
    /// The places of our columns; nil before the first line, empty where there is no telling.
    private var places: [String: Int]?

    mutating func read(_ line: ImportLine, into rows: inout RowCollector) {
      if line.bytes.first == 0x23 { return }
      guard let text = rows.text(line.bytes, line) else { return }
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if places == nil, begin(cells, line, &rows) { return }
      guard let places, let name = places["name"] else { return }
      row(cells, places, name, line, &rows)
    }

    /// Finds out where the columns are; whether the line was a header.
    private mutating func begin(_ cells: [String], _ line: ImportLine, _ rows: inout RowCollector) -> Bool {
      places = [:]
      guard let columns = rows.settings.columns else {
        let own = Dictionary(cells.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
          .filter { columnNames.contains($0.key) }
        if own["name"] != nil, own["type"] != nil || rows.settings.kind != nil {
          places = own
        } else {
          rows.fail(line, "the header has not our columns id, type and name; say where they are with --columns")
        }
        return true
      }
      do throws(DataError) {
        places = try columns.places(header: cells)
      } catch {
        rows.fail(line, error.message)
      }
      return columns.hasHeader
    }

    private func row(
      _ cells: [String], _ places: [String: Int], _ name: Int, _ line: ImportLine, _ rows: inout RowCollector
    ) {
      func cell(_ column: String) -> String {
        guard let p = places[column], p < cells.count else { return "" }
        return GazetteerImport.cell(cells[p])
      }
      func items(_ column: String) -> [String] {
        cell(column).split(separator: "|").map { GazetteerImport.cell(String($0)) }.filter { !$0.isEmpty }
      }
      func fail(_ column: String, _ message: String) {
        let before = cells[..<min(places[column] ?? 0, cells.count)].reduce(0) { $0 + $1.utf8.count + 1 }
        rows.fail(line, at: line.bytes.startIndex + before, message)
      }
      guard name < cells.count else {
        return rows.fail(line, "\(cells.count) cells, but the name is the cell \(name + 1)")
      }
      guard !cell("name").isEmpty else { return fail("name", "the name is empty") }
      guard let kind = cell("type").isEmpty ? rows.settings.kind : Kind(label: cell("type")) ?? rows.settings.kind
      else { return fail("type", "unknown type '\(cell("type"))'; known: PER, ORG, LOC") }
      var flags: [EntryFlag] = []
      for f in items("flags") {
        guard let flag = EntryFlag(rawValue: f) else { return fail("flags", "unknown flag '\(f)'") }
        flags.append(flag)
      }
      rows.accept()
      let source = cell("id")
      for (n, raw) in ([cell("name")] + items("variants")).enumerated() {
        guard n == 0 || !source.isEmpty else {
          variants(raw, of: cell("name"), kind, &rows)
          continue
        }
        rows.add(raw: raw, source: source, kind) { d in
          guard n == 0 else { return }
          for f in flags where !d.row.flags.contains(f) { d.row.flags.append(f) }
          d.row.subtype = cell("subtype")
          d.row.short += items("short").compactMap { if case .name(let s) = clean($0) { s } else { nil } }
          d.row.titles += items("titles")
          d.row.country = cell("country").utf8.count == 2 ? cell("country").uppercased() : ""
          d.row.gender = ["m", "f"].contains(cell("gender")) ? cell("gender") : ""
          d.row.parent = cell("parent")
          d.row.links += items("links").filter { !d.row.links.contains($0) }
          d.row.latin = cell("latin")
        }
      }
    }

    /// Adds a variant to the row that its name made the id of.
    private func variants(_ raw: String, of name: String, _ kind: Kind, _ rows: inout RowCollector) {
      guard case .name(let first) = clean(name) else { return }
      rows.add(raw: raw, id: GazetteerImport.id(kind, hashing: GazetteerImport.folded(first)), kind)
    }
  }
}
