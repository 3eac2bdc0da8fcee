import ArabicText

/// Works out which one-word names are also ordinary words or parts of people's names: these need further evidence.
public enum Ambiguity {
  /// Classes whose words do not make a name ambiguous.
  private static let harmless: Set<String> = [
    "given-name", "family-name", "foreign-name", "nisba", "zone", "stop-name", "source-noun",
  ]
  /// Places that are named too often to doubt them.
  private static let sure: Set<String> = ["country", "continent"]
  /// The class of words that make only places ambiguous.
  private static let homograph = "place-homograph"

  /// Gives the ambiguous forms of `entries` the `-weak` classes.
  public static func mark(_ entries: inout [Entry]) {
    var words: Set<String> = []
    var names: Set<String> = []
    var homographs: Set<String> = []
    for e in entries {
      for f in e.forms where !f.text.utf8.contains(0x20) {
        let key = Folding.text(f.text)
        if e.id.contains("/") {
          if e.type == homograph {
            homographs.insert(key)
          } else if harmless.contains(e.type) {
            names.insert(key)
          } else {
            words.insert(key)
          }
        } else if e.type == "PER" {
          names.insert(key)
        }
      }
    }
    markHomographs(&entries)
    for k in entries.indices where !entries[k].id.contains("/") {
      let subtype = entries[k].attribute("subtype") ?? ""
      if sure.contains(subtype) { continue }
      let imported = entries[k].type == "LOC" && entries[k].id.hasPrefix("loc.gn-")
      for f in entries[k].forms.indices where !entries[k].forms[f].text.utf8.contains(0x20) {
        let key = Folding.text(entries[k].forms[f].text)
        guard
          words.contains(key) || imported && names.contains(key)
            || entries[k].type == "LOC" && homographs.contains(key)
        else { continue }
        entries[k].forms[f].classes = entries[k].forms[f].classes.map {
          $0.hasSuffix("-weak") || $0.hasSuffix("-short") ? $0 : $0 + "-weak"
        }
      }
    }
  }

  /// Compares hamza and shadda only where they tell two words apart: «اكد» can be nothing but أكد, «بين» can be بين or بيّن.
  private static func markHomographs(_ entries: inout [Entry]) {
    var written: [String: Set<String>] = [:]
    func isWord(_ e: Entry) -> Bool { e.id.contains("/") && !harmless.contains(e.type) && e.type != "common-word" }
    for e in entries where isWord(e) {
      for f in e.forms where !f.text.utf8.contains(0x20) { written[Folding.text(f.text), default: []].insert(f.text) }
    }
    for k in entries.indices where isWord(entries[k]) && entries[k].type.hasPrefix("cue-") {
      for f in entries[k].forms.indices where entries[k].forms[f].isExact {
        if written[Folding.text(entries[k].forms[f].text)]?.count == 1 { entries[k].forms[f].isExact = false }
      }
    }
  }
}
