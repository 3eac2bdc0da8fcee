extension GazetteerImport {
  /// ParaNames: wikidata_id, eng, label, language, type; with or without the header line.
  struct ParaNamesImporter: LineImporter {
    private var columns = ["wikidata_id": 0, "eng": 1, "label": 2, "language": 3, "type": 4]

    mutating func read(_ line: ImportLine, into rows: inout RowCollector) {
      let cells = line.cells
      if line.number == 1, cells.contains(where: { $0.elementsEqual("wikidata_id".utf8) }) {
        return header(cells, line, &rows)
      }
      guard let last = columns.values.max(), cells.count > last else {
        return rows.fail(line, "\(cells.count) cells, but there are \((columns.values.max() ?? 4) + 1) columns")
      }
      func cell(_ name: String) -> ArraySlice<UInt8> { cells[columns[name] ?? 0] }
      let item = cell("wikidata_id").ascii
      guard isWikidataID(item) else {
        return rows.fail(line, at: cell("wikidata_id").startIndex, "'\(item)' is no Wikidata id")
      }
      // An entity of several types has them divided: PER-ORG. The first counts.
      let label = cell("type").ascii
      let types = label.split { !$0.isLetter }
      guard let kind = types.lazy.compactMap({ Kind(label: $0) }).first ?? rows.settings.kind else {
        return rows.fail(line, at: cell("type").startIndex, "unknown type '\(label)'; known: PER, ORG, LOC")
      }
      rows.accept()
      guard cell("language").elementsEqual("ar".utf8) else { return rows.skip(.language) }
      guard let name = rows.text(cell("label"), line), let latin = rows.text(cell("eng"), line) else { return }
      rows.add(raw: name, id: "\(kind.prefix)wd-\(item.lowercased())", kind) {
        $0.row.links = ["wd:\(item)"]
        $0.row.latin = latin
        if kind == .person { $0.flagSingleWords() }
      }
    }

    private mutating func header(_ cells: [ArraySlice<UInt8>], _ line: ImportLine, _ rows: inout RowCollector) {
      let names = cells.map(\.ascii)
      for name in columns.keys.sorted() {
        guard let place = names.firstIndex(of: name) else {
          return rows.fail(line, "the header has no column '\(name)'")
        }
        columns[name] = place
      }
    }
  }
}
