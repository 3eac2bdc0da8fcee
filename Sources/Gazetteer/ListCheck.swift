import ArabicText

/// The rules that all lists together must keep.
public enum ListCheck {
  /// The mistakes of the lists: form, unknown values, equal ids, characters that do not belong.
  public static func errors(_ lists: [(file: String, text: String)]) -> [DataError] {
    var errors: [DataError] = []
    var ids: [String: (String, Int)] = [:]
    var names: [String: (String, String, Int)] = [:]
    for l in lists {
      let read = ListReader.read(file: l.file, text: l.text, list: l.file)
      errors += read.errors
      for e in read.entries {
        for f in e.forms {
          if let bad = badScalar(f.text) {
            errors.append(DataError(file: l.file, line: e.line, "«\(f.text)» holds \(bad)"))
          }
          if f.text.hasPrefix(" ") || f.text.hasSuffix(" ") || f.text.contains("  ") {
            errors.append(DataError(file: l.file, line: e.line, "«\(f.text)» has spaces at an end, or two in a row"))
          }
        }
        guard EntityCode.all.contains(e.type) else { continue }
        if let (file, line) = ids[e.id] {
          errors.append(
            DataError(file: l.file, line: e.line, column: 1, "the id '\(e.id)' stands at \(file):\(line) too"))
        } else {
          ids[e.id] = (l.file, e.line)
        }
        if !e.id.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E || $0 == 0x2D }) {
          errors.append(
            DataError(
              file: l.file, line: e.line, column: 1, "an id has small Latin letters, digits, '.' and '-', not '\(e.id)'"
            ))
        }
        let key = e.type + Folding.text(e.name) + (e.attribute("country") ?? "")
        if let (id, file, line) = names[key], id != e.id {
          errors.append(
            DataError(file: l.file, line: e.line, "«\(e.name)» is also the name of '\(id)' at \(file):\(line)"))
        } else {
          names[key] = (e.id, l.file, e.line)
        }
      }
    }
    return errors
  }

  private enum EntityCode { static let all: Set<String> = ["PER", "ORG", "LOC"] }

  /// A character that no form may hold.
  private static func badScalar(_ s: String) -> String? {
    for u in s.unicodeScalars {
      switch u.value {
      case 0x640: return "tatweel"
      case 0x6CC, 0x6A9: return "a Persian letter (U+0\(String(u.value, radix: 16, uppercase: true)))"
      case 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: return "an invisible control character"
      case 0xFB50...0xFDFF, 0xFE70...0xFEFE: return "a presentation form"
      default: continue
      }
    }
    return nil
  }
}
