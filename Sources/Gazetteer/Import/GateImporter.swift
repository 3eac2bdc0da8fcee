extension GazetteerImport {
  /// A line of a GATE index (`lists.def`): which file has which type.
  public struct GateDefinition: Sendable, Hashable {
    /// The list, relative to the index.
    public var file: String
    /// The major type, such as `location`.
    public var major: String
    /// The minor type, such as `city`; may be empty.
    public var minor: String
    /// The line of the index.
    public var line: Int

    /// The type of its names; nil for lists of other things.
    public var kind: Kind? {
      // Given names and surnames are parts of names, not people.
      if major.hasPrefix("person_") && major != "person_full" { return nil }
      return Kind(label: major)
    }

    /// Our subtype for the minor type, where it is the same word.
    public var subtype: String {
      let known: Set<String> = [
        "city", "country", "capital", "region", "river", "sea", "mountain", "island", "airport", "lake", "company",
        "bank", "university", "party", "newspaper", "government", "ministry",
      ]
      let word = minor == "province" ? "region" : minor
      if word.isEmpty, known.contains(major) { return major }
      return known.contains(word) ? word : ""
    }
  }

  /// Reads a GATE index: `file.lst:major:minor:language:annotation type`, a line a list.
  public static func gateDefinitions(
    file: String, bytes: [UInt8]
  ) -> (definitions: [GateDefinition], errors: [DataError]) {
    var definitions: [GateDefinition] = []
    var errors: [DataError] = []
    for (n, raw) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let text = cell(String(decoding: raw, as: UTF8.self))
      if text.isEmpty || text.hasPrefix("#") { continue }
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.count >= 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        errors.append(
          DataError(file: file, line: n + 1, column: 1, "'\(text)' is not file:major type:minor type:language"))
        continue
      }
      definitions.append(
        GateDefinition(file: parts[0], major: parts[1], minor: parts.count > 2 ? parts[2] : "", line: n + 1))
    }
    return (definitions, errors)
  }

  /// A GATE list: a name a line; after a tab, or after one of `&;:$~` before a `=`, come features.
  struct GateImporter: LineImporter {
    var kind: Kind?
    var subtype = ""

    mutating func read(_ line: ImportLine, into rows: inout RowCollector) {
      if let b = line.bytes.first, b == 0x7B || b == 0x3C {
        return rows.fail(line, "a name is expected, not JSON or XML")
      }
      guard let text = rows.text(line.bytes, line) else { return }
      let parts = Self.parts(text)
      guard let name = parts.first, !name.isEmpty else { return rows.fail(line, "the name is empty") }
      var features: [String: String] = [:]
      var offset = name.utf8.count + 1
      for part in parts.dropFirst() {
        let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2, !pair[0].isEmpty else {
          return rows.fail(line, at: line.bytes.startIndex + offset, "'\(part)' is not feature=value")
        }
        features[pair[0].lowercased()] = String(pair[1])
        offset += part.utf8.count + 1
      }
      rows.accept()
      guard let kind else { return rows.skip(.kind) }
      let subtype = subtype
      rows.add(raw: name, source: Self.source(features), kind) {
        if $0.row.subtype.isEmpty { $0.row.subtype = subtype }
        Self.fill(&$0.row, features)
      }
    }

    private static func parts(_ text: String) -> [Substring] {
      if text.utf8.contains(0x09) { return text.split(separator: "\t", omittingEmptySubsequences: false) }
      guard text.utf8.contains(0x3D), let mark = text.first(where: { "&;:$~".contains($0) }) else { return [text[...]] }
      return text.split(separator: mark, omittingEmptySubsequences: false)
    }

    /// What the features tell of the identity: a Wikidata item, an id.
    private static func source(_ features: [String: String]) -> String {
      for key in ["wikidata", "inst", "uri", "id"] {
        guard let value = features[key], let last = value.split(whereSeparator: { "/#".contains($0) }).last else {
          continue
        }
        return String(last)
      }
      return ""
    }

    private static func fill(_ row: inout Row, _ features: [String: String]) {
      for (key, value) in features {
        switch key {
        case "gender":
          let genders = ["m": "m", "male": "m", "f": "f", "female": "f"]
          row.gender = row.kind == .person ? genders[value.lowercased()] ?? row.gender : ""
        case "country", "countrycode":
          if value.utf8.count == 2, value.utf8.allSatisfy({ 0x41...0x5A ~= $0 }) { row.country = value }
        case "latin", "english", "en": row.latin = value
        default: continue
        }
      }
    }
  }
}
