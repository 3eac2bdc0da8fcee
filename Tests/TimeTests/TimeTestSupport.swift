@testable import Time

/// Folds as the matcher does.
func folded(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "أ", "إ", "آ", "ٱ": result += "ا"
    case "ى", "ئ": result += "ي"
    case "ة": result += "ه"
    case "ؤ": result += "و"
    case "\u{640}", "\u{64B}"..."\u{652}": break
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

func words(_ text: String) -> [String] {
  folded(text).split(separator: " ").map(String.init)
}

/// Captures written as `day: الخامس; month: @month=3`, where @ marks an attribute.
func captures(_ text: String) -> [String: TimeArgument] {
  var result: [String: TimeArgument] = [:]
  for part in text.split(separator: ";") {
    guard let colon = part.firstIndex(of: ":") else { continue }
    var argument = TimeArgument()
    for token in part[part.index(after: colon)...].split(separator: " ") {
      if token.hasPrefix("@"), let equals = token.firstIndex(of: "=") {
        argument.attributes[String(token[..<equals].dropFirst())] = String(token[token.index(after: equals)...])
      } else {
        argument.words.append(folded(String(token)))
      }
    }
    result[part[..<colon].filter { $0 != " " }] = argument
  }
  return result
}

/// A Wednesday.
let anchor = CivilDate(unchecked: 2024, 5, 15)

func evaluate(_ name: String, _ text: String, future: Bool = false, options: TimeOptions = TimeOptions())
  -> TimexResult?
{
  let context = TimeContext(anchor: anchor, options: options, futureTense: future)
  return TimeFunctions.evaluate(name, captures(text), context)
}

func value(_ name: String, _ text: String, future: Bool = false) -> String {
  guard let result = evaluate(name, text, future: future) else { return "invalid" }
  return result.value ?? "nil"
}
