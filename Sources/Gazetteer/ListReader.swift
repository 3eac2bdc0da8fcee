/// Reads a list of any kind into entries, expanding inflected forms and article forms.
public enum ListReader {
  /// The entries of a list and its mistakes.
  public struct Result: Sendable {
    /// The entries in file order.
    public var entries: [Entry] = []
    /// The mistakes.
    public var errors: [DataError] = []
  }

  /// Reads the text of a list; its header tells its kind.
  public static func read(file: String, text: String, list: String) -> Result {
    let first = text.utf8.split(separator: 0x0A).first { $0.first != 0x23 && $0.first != 0x0D } ?? "".utf8[...]
    let head = Substring(first.last == 0x0D ? first.dropLast() : first).utf8.split(
      separator: 0x09, omittingEmptySubsequences: false
    )
    .map { String(Substring($0)) }
    guard let kind = ListKind(header: head) else {
      return Result(
        errors: [
          DataError(
            file: file, line: 1, column: 1, "unknown kind of list: its header must begin with id, form or lemma")
        ])
    }
    let table = TableReader(file: file, text: text, first: head[0])
    var result = Result(errors: table.errors)
    switch kind {
    case .names: NameList.read(table, list: list, into: &result)
    case .words: WordList.read(table, list: list, into: &result)
    case .verbs: VerbList.read(table, list: list, into: &result)
    }
    return result
  }

  /// The flags of a cell, with a mistake for each unknown one.
  static func flags(_ table: TableReader, _ row: TableReader.Row, _ column: Int?, _ errors: inout [DataError]) -> Set<
    EntryFlag
  > {
    guard let column else { return [] }
    var flags: Set<EntryFlag> = []
    for f in row.cells[column].split(separator: "|") {
      if let flag = EntryFlag(rawValue: String(f)) {
        flags.insert(flag)
      } else {
        errors.append(
          table.error(
            row, column, "unknown flag '\(f)'; known: \(EntryFlag.allCases.map(\.rawValue).joined(separator: ", "))"))
      }
    }
    return flags
  }
}

/// People, organizations and places.
enum NameList {
  static let classes = ["PER": "person", "ORG": "organization", "LOC": "place"]

  static func read(_ table: TableReader, list: String, into result: inout ListReader.Result) {
    func column(_ name: String) -> Int? { table.column(name) }
    guard let type = column("type"), let name = column("name") else {
      result.errors.append(DataError(file: list, line: 1, "a list of names needs the columns id, type and name"))
      return
    }
    let attributes = ["subtype", "titles", "country", "gender", "parent", "links", "latin"].compactMap { k in
      column(k).map { (k, $0) }
    }
    let variants = column("variants")
    let short = column("short")
    let flagColumn = column("flags")
    for row in table.rows {
      let cells = row.cells
      guard let base = classes[String(cells[type])] else {
        result.errors.append(table.error(row, type, "unknown type '\(cells[type])'; known: PER, ORG, LOC"))
        continue
      }
      guard !cells[0].isEmpty else {
        result.errors.append(table.error(row, 0, "the id is empty"))
        continue
      }
      guard !cells[name].isEmpty else {
        result.errors.append(table.error(row, name, "the name is empty"))
        continue
      }
      let flags = ListReader.flags(table, row, flagColumn, &result.errors)
      let subtype = attributes.first { $0.0 == "subtype" }.map { String(cells[$0.1]) } ?? ""
      var entry = Entry(
        id: String(cells[0]), type: String(cells[type]), name: String(cells[name]), list: list, line: row.line)
      for (key, c) in attributes where !cells[c].isEmpty { entry.attributes.append((key, String(cells[c]))) }
      let ambiguous = !flags.isDisjoint(with: [.commonWord, .quoted, .needsHead, .givenName, .nisba, .weak])
      let strong = subtype.isEmpty ? [base] : [base, subtype]
      let weak = strong.map { $0 + "-weak" }
      // A flag speaks of the single word: a form of several words is not a common word.
      func add(_ form: Substring, classes: [String]) {
        let single = !form.utf8.contains(0x20)
        entry.forms.append(
          Entry.Form(text: String(form), classes: ambiguous && single ? weak : classes, isExact: false))
      }
      add(cells[name], classes: strong)
      if let variants { for v in cells[variants].split(separator: "|") { add(v, classes: strong) } }
      if let short {
        for v in cells[short].split(separator: "|") {
          entry.forms.append(Entry.Form(text: String(v), classes: [base + "-short"], isExact: false))
        }
      }
      result.entries.append(entry)
    }
  }
}

/// Words and phrases with classes.
enum WordList {
  static func read(_ table: TableReader, list: String, into result: inout ListReader.Result) {
    guard let classColumn = table.column("class") else {
      result.errors.append(DataError(file: list, line: 1, "a list of words needs the columns form and class"))
      return
    }
    let value = table.column("value")
    let flagColumn = table.column("flags")
    for row in table.rows {
      let form = String(row.cells[0])
      let name = String(row.cells[classColumn])
      guard !form.isEmpty, !name.isEmpty else {
        result.errors.append(table.error(row, form.isEmpty ? 0 : classColumn, "the cell is empty"))
        continue
      }
      let flags = ListReader.flags(table, row, flagColumn, &result.errors)
      var entry = Entry(id: "\(name)/\(form)", type: name, name: form, list: list, line: row.line)
      if let value {
        for pair in row.cells[value].split(separator: ";") {
          let kv = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          guard kv.count == 2 else {
            result.errors.append(table.error(row, value, "'\(pair)' is not key=value"))
            continue
          }
          entry.attributes.append((String(kv[0]), String(kv[1])))
        }
      }
      let weak = !flags.isDisjoint(with: [.weak, .commonWord])
      let own = weak ? name + "-weak" : name
      for f in Inflection.forms(form, flags: flags) {
        entry.forms.append(Entry.Form(text: f, classes: [own], isExact: flags.contains(.exact)))
      }
      // A word with a pronoun («تصريحه», his statement) is another class: it is no head of a name.
      for f in Inflection.withPronouns(form, flags: flags) {
        entry.forms.append(Entry.Form(text: f, classes: [name + "-pron"], isExact: flags.contains(.exact)))
      }
      result.entries.append(entry)
    }
  }
}

/// Reporting verbs: every written form gets the class of its column.
enum VerbList {
  static let columns = ["past", "present", "passive", "participle", "masdar"]

  static func read(_ table: TableReader, list: String, into result: inout ListReader.Result) {
    let facts = ["complements", "hearer", "speech-act", "stance", "strength", "plover"].compactMap { k in
      table.column(k).map { (k, $0) }
    }
    let flagColumn = table.column("flags")
    for row in table.rows {
      let lemma = String(row.cells[0])
      let flags = ListReader.flags(table, row, flagColumn, &result.errors)
      for name in columns {
        guard let c = table.column(name), !row.cells[c].isEmpty else { continue }
        var entry = Entry(id: "cue-\(name)/\(lemma)", type: "cue-\(name)", name: lemma, list: list, line: row.line)
        entry.attributes = [("lemma", lemma)]
        for (key, f) in facts where !row.cells[f].isEmpty { entry.attributes.append((key, String(row.cells[f]))) }
        let strength = entry.attribute("strength") ?? ""
        for form in row.cells[c].split(separator: "|") {
          var classes = ["cue-\(name)" + (flags.contains(.weak) ? "-weak" : "")]
          let strength = flags.contains(.weak) ? "weak" : strength
          classes += [strength.isEmpty ? "cue-medium" : "cue-\(strength)"]
          if entry.attribute("speech-act") == "continue" { classes.append("cue-continue") }
          // What follows the verb: «حذر من», «طالب بـ», «أعلن» with a masdar.
          for c in (entry.attribute("complements") ?? "").split(separator: "|") { classes.append("cue-takes-\(c)") }
          if let hearer = entry.attribute("hearer") { classes.append("cue-hearer-\(hearer)") }
          entry.forms.append(Entry.Form(text: String(form), classes: classes, isExact: true))
        }
        result.entries.append(entry)
      }
    }
  }
}

/// Forms that the compiler adds by flag.
enum Inflection {
  static let suffixes = ["ه", "ها", "هم", "هما", "هن", "ي", "نا", "ك", "كم"]

  static func forms(_ form: String, flags: Set<EntryFlag>) -> [String] {
    var forms = [form]
    if flags.contains(.al) { forms.append("ال" + form) }
    if flags.contains(.alAll) {
      forms.append(
        form.split(separator: " ").map { $0.hasPrefix("ال") ? String($0) : "ال" + $0 }.joined(separator: " "))
    }
    return forms
  }

  /// The forms with a pronoun; ة becomes ت.
  static func withPronouns(_ form: String, flags: Set<EntryFlag>) -> [String] {
    guard flags.contains(.pron), !form.contains(" ") else { return [] }
    let stem =
      form.hasSuffix("ة") ? String(form.dropLast()) + "ت" : form.hasSuffix("ى") ? String(form.dropLast()) + "ا" : form
    return suffixes.map { stem + $0 }
  }
}
