extension GazetteerImport {
  /// JRC-Names: id, type (P, O, …), language (or u), name with + for spaces; all spellings of an id are one row.
  struct JRCNamesImporter: LineImporter {
    /// The first Latin spelling of the entity being read: the lines of an id stand together.
    private var current: (id: String, latin: String) = ("", "")

    mutating func read(_ line: ImportLine, into rows: inout RowCollector) {
      if line.bytes.first == 0x23 { return }
      let cells = line.cells
      guard cells.count >= 4 else {
        return rows.fail(line, "\(cells.count) cells; id, type, language and name are four")
      }
      guard cells[0].isNumber else { return rows.fail(line, at: cells[0].startIndex, "'\(cells[0].ascii)' is no id") }
      guard cells[1].count == 1, let letter = cells[1].first, 0x41...0x5A ~= letter else {
        return rows.fail(
          line, at: cells[1].startIndex, "'\(cells[1].ascii)' is no type; one capital letter is expected")
      }
      guard !cells[3].isEmpty else { return rows.fail(line, at: cells[3].startIndex, "the name is empty") }
      rows.accept()
      let source = cells[0].ascii
      guard let name = rows.text(cells[3], line) else { return }
      let spaced = name.split(separator: "+").joined(separator: " ")
      if current.id != source { current = (source, "") }
      let isLatin = spaced.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic || $0.value < 0x250 }
      if isLatin {
        if current.latin.isEmpty { current.latin = spaced }
        return rows.skip(.noArabic)
      }
      let language = cells[2].ascii
      guard language == "u" || language == "ar" else { return rows.skip(.language) }
      guard let kind = Kind(label: cells[1].ascii) ?? rows.settings.kind else { return rows.skip(.kind) }
      let latin = current.latin
      rows.add(raw: spaced, rank: language == "ar" ? 0 : 1, id: "\(kind.prefix)jrc-\(source)", kind) {
        if $0.row.latin.isEmpty { $0.row.latin = latin }
        if kind == .person { $0.flagSingleWords() }
      }
    }
  }
}

extension GazetteerImport.RowCollector.Draft {
  /// A person's name of one word in a machine-made list is mostly a given or family name: it must not fire alone.
  mutating func flagSingleWords() {
    guard let last = names.last, !last.text.utf8.contains(0x20), !row.flags.contains(.givenName) else { return }
    row.flags.append(.givenName)
  }
}
