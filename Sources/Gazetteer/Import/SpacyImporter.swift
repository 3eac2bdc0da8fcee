import ArabicText

extension GazetteerImport {
  /// Patterns of spaCy: `{"label": "GPE", "pattern": "رام الله", "id": "ramallah"}`, or a list of `{"LOWER": …}` as the pattern.
  struct SpacyImporter: LineImporter {
    func read(_ line: ImportLine, into rows: inout RowCollector) {
      let node: Node
      do throws(JSONLine.Fault) {
        node = try JSONLine.parse(line.bytes)
      } catch {
        return rows.fail(line, at: error.index, error.message)
      }
      guard case .object = node else { return rows.fail(line, "an object with 'label' and 'pattern' is expected") }
      guard let label = node["label"]?.string else { return rows.fail(line, "there is no string 'label'") }
      guard let pattern = node["pattern"] else { return rows.fail(line, "there is no 'pattern'") }
      let phrase: String
      switch pattern {
      case .string(let s): phrase = s
      case .array(let tokens):
        rows.accept()
        guard let words = Self.words(tokens) else { return rows.skip(.pattern) }
        phrase = words.joined(separator: " ")
      default: return rows.fail(line, "'pattern' must be a string or a list of tokens")
      }
      rows.accept()
      guard let kind = Kind(label: label) ?? rows.settings.kind else { return rows.skip(.kind) }
      let source = node["id"]?.string ?? ""
      rows.add(raw: phrase, source: source, kind)
    }

    /// The words of a token pattern; nil where it is no plain sequence of them.
    private static func words(_ tokens: [Node]) -> [String]? {
      var words: [String] = []
      for t in tokens {
        guard case .object(let attributes) = t, attributes.count == 1, let (key, value) = attributes.first,
          ["LOWER", "TEXT", "ORTH", "NORM"].contains(key.uppercased()), let word = value.string
        else { return nil }
        words.append(word)
      }
      return words.isEmpty ? nil : words
    }
  }
}

extension GazetteerImport.RowCollector {
  /// Adds a name under the id that the source gives, or under one made from the name where it gives none.
  mutating func add(
    raw: some StringProtocol, source: String, _ kind: GazetteerImport.Kind, _ change: (inout Draft) -> Void = { _ in }
  ) {
    guard case .name(let name) = GazetteerImport.clean(raw) else {
      add(raw: raw, id: "", kind)
      return
    }
    let isItem = GazetteerImport.isWikidataID(source)
    let own = GazetteerImport.id(kind, isItem ? "wd-" + source : source)
    // An id that ours can't write, such as an Arabic word, still holds its spellings together.
    let key = source.isEmpty ? Folding.text(name) : source
    add(name, id: own ?? GazetteerImport.id(kind, hashing: key), kind) {
      if isItem { $0.row.links = ["wd:" + source] }
      change(&$0)
    }
  }
}
