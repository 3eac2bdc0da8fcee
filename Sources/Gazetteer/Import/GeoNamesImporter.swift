extension GazetteerImport {
  /// GeoNames: lines of `alternateNamesV2.txt` (4 to 10 cells) and of `cities500.txt` or `allCountries.txt` (19 cells).
  struct GeoNamesImporter: LineImporter {
    /// Wikidata items that alternate names of the language `wkdt` tell, by GeoNames id.
    private var items: [Int: Int] = [:]

    mutating func read(_ line: ImportLine, into rows: inout RowCollector) {
      if line.bytes.first == 0x23 { return }
      let cells = line.cells
      switch cells.count {
      case 19: place(cells, line, &rows)
      case 4...10: alternate(cells, line, &rows)
      default: rows.fail(line, "\(cells.count) cells; alternate names have 10 and places 19")
      }
    }

    private mutating func alternate(_ cells: [ArraySlice<UInt8>], _ line: ImportLine, _ rows: inout RowCollector) {
      for c in 0..<2 where !cells[c].isNumber {
        let what = c == 0 ? "alternateNameId" : "geonameid"
        return rows.fail(line, at: cells[c].startIndex, "'\(cells[c].ascii)' is no \(what)")
      }
      guard !cells[3].isEmpty else { return rows.fail(line, at: cells[3].startIndex, "the name is empty") }
      rows.accept()
      let language = cells[2]
      if language.elementsEqual("wkdt".utf8) {
        if let id = Int(cells[1].ascii), let item = Int(cells[3].dropFirst().ascii) { items[id] = item }
        return
      }
      guard language.elementsEqual("ar".utf8) else { return rows.skip(.language) }
      func isSet(_ c: Int) -> Bool { c < cells.count && cells[c].elementsEqual("1".utf8) }
      let ended = cells.count > 9 && !cells[9].isEmpty
      if isSet(6) || isSet(7) || ended { return rows.skip(.historic) }
      guard let name = rows.text(cells[3], line) else { return }
      // The preferred name first, short names after full ones.
      let rank = (isSet(4) ? 0 : 2) + (isSet(5) ? 1 : 0)
      let gn = cells[1].ascii
      rows.add(raw: name, rank: rank, id: "loc.gn-\(gn)", .place) { $0.row.links = ["gn:\(gn)"] }
    }

    private func place(_ cells: [ArraySlice<UInt8>], _ line: ImportLine, _ rows: inout RowCollector) {
      guard cells[0].isNumber else {
        return rows.fail(line, at: cells[0].startIndex, "'\(cells[0].ascii)' is no geonameid")
      }
      let population = cells[14].isEmpty ? 0 : Int(cells[14].ascii)
      guard let population else {
        return rows.fail(line, at: cells[14].startIndex, "the population '\(cells[14].ascii)' is no number")
      }
      rows.accept()
      if cells[3].allSatisfy({ $0 < 0x80 }) { return rows.skip(.noArabic) }
      guard let subtype = Self.subtype(cells[6].ascii, cells[7].ascii, population) else { return rows.skip(.kind) }
      guard let names = rows.text(cells[3], line), let latin = rows.text(cells[1], line) else { return }
      let gn = cells[0].ascii
      let country = cells[8].ascii
      for name in names.utf8.split(separator: 0x2C) {
        // Alternate names have no language here: the alphabet must tell.
        guard case .name(let name) = clean(Substring(name), .strict) else { continue }
        rows.add(name, rank: Self.rank(name), id: "loc.gn-\(gn)", .place) {
          $0.row.links = ["gn:\(gn)"]
          $0.row.subtype = subtype
          $0.row.latin = latin
          $0.row.country = country.utf8.count == 2 ? country.uppercased() : ""
          $0.weight = population
        }
      }
      if rows.place("loc.gn-\(gn)") == nil { rows.skip(.noArabic) }
    }

    mutating func finish(_ rows: inout RowCollector) {
      for (gn, item) in items { rows.change("loc.gn-\(gn)") { $0.row.links.append("wd:Q\(item)") } }
    }

    /// Names with letters that Persian and Urdu don't write at the end or begin with come first.
    private static func rank(_ name: String) -> Int {
      var rank = 4
      if name.hasPrefix("ال") { rank -= 1 }
      if name.contains("ة") { rank -= 2 }
      if name.contains(where: { "أإؤئى".contains($0) }) { rank -= 1 }
      return rank
    }

    /// Our kind of place for a feature class and code; nil for what news do not name.
    static func subtype(_ featureClass: String, _ code: String, _ population: Int) -> String? {
      switch (featureClass, code) {
      case ("P", "PPLC"): "capital"
      case ("P", "PPLX"): "district"
      case ("P", "PPLH"), ("P", "PPLQ"), ("P", "PPLW"), ("P", "PPLCH"): nil
      case ("P", "PPLA"): "city"
      case ("P", _): population >= 50_000 ? "city" : population >= 5_000 ? "town" : population > 0 ? "village" : ""
      case ("A", "PCLI"), ("A", "PCLD"), ("A", "PCLF"), ("A", "PCLS"), ("A", "PCL"): "country"
      case ("A", "ADM1"): "region"
      case ("A", _): code.hasSuffix("H") ? nil : ""
      case ("T", "MT"), ("T", "MTS"), ("T", "PK"), ("T", "VLC"): "mountain"
      case ("T", "ISL"), ("T", "ISLS"): "island"
      case ("T", "DSRT"): "desert"
      case ("H", "SEA"), ("H", "OCN"), ("H", "GULF"): "sea"
      case ("H", "STM"): "river"
      case ("H", "LK"), ("H", "LKS"), ("H", "RSV"): "lake"
      case ("H", "STRT"): "strait"
      case ("L", "CONT"): "continent"
      case ("L", "RGN"), ("L", "AREA"): "area"
      case ("L", "PRT"), ("S", "PRT"): "port"
      case ("S", "AIRP"), ("S", "AIRB"): "airport"
      case ("S", "CMPRF"), ("L", "CMPRF"): "camp"
      default: nil
      }
    }
  }
}
