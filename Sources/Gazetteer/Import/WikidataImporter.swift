extension GazetteerImport {
  /// Wikidata: one entity a line, as in the dumps (`labels.ar.value`) or simplified (`labels.ar`, `claims.P31: ["Q5"]`).
  struct WikidataImporter: LineImporter {
    func read(_ line: ImportLine, into rows: inout RowCollector) {
      // A dump is an array with an entity a line.
      var bytes = line.bytes
      if bytes.last == 0x2C { bytes = bytes.dropLast() }
      if bytes.elementsEqual([0x5B]) || bytes.elementsEqual([0x5D]) { return }
      let entity: Node
      do throws(JSONLine.Fault) {
        entity = try JSONLine.parse(bytes, wanted: Self.isWanted)
      } catch {
        return rows.fail(line, at: error.index, error.message)
      }
      guard case .object = entity else { return rows.fail(line, "an object is expected") }
      guard let id = entity["id"]?.string else { return rows.fail(line, "there is no string 'id'") }
      guard let labels = entity["labels"] else { return rows.fail(line, "there are no 'labels'") }
      rows.accept()
      guard isWikidataID(id) else { return rows.skip(.kind) }
      guard let (kind, subtype) = Self.type(of: entity) ?? rows.settings.kind.map({ ($0, "") }) else {
        return rows.skip(.kind)
      }
      var names = Self.text(labels["ar"]).map { [$0] } ?? []
      names += Self.texts(entity["aliases"]?["ar"])
      if names.isEmpty { return rows.skip(.noArabic) }
      let ours = kind.prefix + "wd-" + id.lowercased()
      for (rank, name) in names.enumerated() {
        rows.add(raw: name, rank: rank, id: ours, kind) { Self.fill(&$0, entity, id, subtype) }
      }
    }

    /// Only what is read below is kept; an entity of Wikidata can have a megabyte.
    private static func isWanted(_ path: [String]) -> Bool {
      switch path.count {
      case 1: ["id", "labels", "aliases", "claims", "sitelinks"].contains(path[0])
      case 2:
        switch path[0] {
        case "labels": path[1] == "ar" || path[1] == "en"
        case "aliases": path[1] == "ar"
        case "claims": properties.contains(path[1])
        default: false
        }
      default: !["references", "qualifiers"].contains(path[path.count - 1])
      }
    }

    private static let properties: Set<String> = ["P31", "P17", "P27", "P21", "P570", "P576", "P1566"]

    private static func fill(_ d: inout RowCollector.Draft, _ entity: Node, _ id: String, _ subtype: String) {
      d.row.subtype = subtype
      d.row.links = ["wd:\(id)"] + claims(entity, "P1566").prefix(1).filter { Int($0) != nil }.map { "gn:\($0)" }
      d.row.latin = text(entity["labels"]?["en"]) ?? ""
      d.weight = entity["sitelinks"]?.count ?? 0
      let isPerson = d.row.kind == .person
      let countries = claims(entity, isPerson ? "P27" : "P17")
      d.row.country = countries.count == 1 ? WikidataTypes.countries[countries[0]] ?? "" : ""
      if isPerson, let g = claims(entity, "P21").first { d.row.gender = ["Q6581097": "m", "Q6581072": "f"][g] ?? "" }
      let end = claims(entity, isPerson ? "P570" : "P576").first
      if isPerson { d.flagSingleWords() }
      if let end, !isPerson || (year(end) ?? 1950) < 1950, !d.row.flags.contains(.historic) {
        d.row.flags.append(.historic)
      }
    }

    /// The type by the first class that the table knows, classes of preferred rank first.
    private static func type(of entity: Node) -> (Kind, String)? {
      claims(entity, "P31").lazy.compactMap { WikidataTypes.classes[$0] }.first
    }

    /// The values of a property: items, strings, times; deprecated ones left out, preferred ones first.
    static func claims(_ entity: Node, _ property: String) -> [String] {
      var preferred: [String] = []
      var others: [String] = []
      for claim in entity["claims"]?[property]?.elements ?? [] {
        if let s = claim.string {
          others.append(s)
          continue
        }
        guard claim["rank"]?.string != "deprecated", let value = claim["mainsnak"]?["datavalue"]?["value"] else {
          continue
        }
        guard let v = value.string ?? value["id"]?.string ?? value["time"]?.string else { continue }
        if claim["rank"]?.string == "preferred" { preferred.append(v) } else { others.append(v) }
      }
      return preferred + others
    }

    /// The year of `+1821-05-05T00:00:00Z`.
    private static func year(_ time: String) -> Int? {
      let sign = time.hasPrefix("-") ? -1 : 1
      let digits = time.drop { $0 == "+" || $0 == "-" }.prefix { $0.isNumber }
      return Int(digits).map { $0 * sign }
    }

    private static func text(_ node: Node?) -> String? { node?.string ?? node?["value"]?.string }

    private static func texts(_ node: Node?) -> [String] {
      if let one = node?.string { return [one] }
      return (node?.elements ?? []).compactMap { text($0) }
    }
  }
}
