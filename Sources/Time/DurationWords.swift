/// Reads durations of several parts: «يومين وساعة إلا ربعا», «3 ساعات و10 ثوان».
enum DurationWords {
  /// The parts, or nil where the words are no duration.
  static func parts(_ words: [String]) -> TimeFunctions.DurationParts? {
    var amounts: [(amount: Double, unit: TimeFunctions.DurationCode)] = []
    var rest = words.filter { !$0.isEmpty && $0 != "و" }[...]
    while let first = rest.first {
      let word = unit(first) == nil && first.hasPrefix("و") ? String(first.dropFirst()) : first
      if let unit = unit(word) {
        amounts.append((unit.count, unit.code))
        rest = rest.dropFirst()
      } else if word == "الا", let fraction = rest.dropFirst().first.flatMap(fraction), !amounts.isEmpty {
        amounts[amounts.count - 1].amount -= fraction
        rest = rest.dropFirst(2)
      } else if let number = number(word, rest) {
        rest = rest.dropFirst(number.count)
        if let unit = rest.first.flatMap(unit) {
          amounts.append((number.value * unit.count, unit.code))
          rest = rest.dropFirst()
        } else if number.value < 1, let last = amounts.last {
          amounts.append((number.value, last.unit))
        } else {
          return nil
        }
      } else {
        return nil
      }
    }
    var parts = TimeFunctions.DurationParts()
    for part in amounts where !parts.add(part.amount * part.unit.factor, part.unit) { return nil }
    return amounts.isEmpty ? nil : parts
  }

  private static func number(_ first: String, _ rest: ArraySlice<String>) -> (value: Double, count: Int)? {
    if let value = fraction(first) { return (value, 1) }
    return NumberWords.parse([first] + rest.dropFirst()).map { ($0.value, $0.count) }
  }

  private static func fraction(_ word: String) -> Double? {
    switch word {
    case "نصف", "نص", "نصفا", "النصف": 0.5
    case "ربع", "ربعا", "الربع": 0.25
    case "ثلث", "ثلثا", "الثلث": 1.0 / 3
    default: nil
    }
  }

  /// The unit of a folded word and how many of it: two for «يومين».
  private static func unit(_ word: String) -> (code: TimeFunctions.DurationCode, count: Double)? {
    let bare = word.hasPrefix("ال") && word.utf8.count > 6 ? String(word.dropFirst(2)) : word
    guard let found = units[bare] else { return nil }
    return TimeFunctions.durationCode(found.unit).map { ($0, found.count) }
  }

  private static let units: [String: (unit: String, count: Double)] = {
    let forms = [
      "S": "ثانيه ثواني ثوان", "MIN": "دقيقه دقايق", "H": "ساعه ساعات", "D": "يوم يوما ايام اياما",
      "W": "اسبوع اسبوعا اسابيع", "M": "شهر شهرا اشهر شهور شهورا", "Y": "عام عاما اعوام اعواما سنه سنوات سنين",
      "DECADE": "عقد عقدا عقود", "CENTURY": "قرن قرنا قرون",
    ]
    let duals = [
      "S": "ثانيت", "MIN": "دقيقت", "H": "ساعت", "D": "يوم", "W": "اسبوع", "M": "شهر", "Y": "عام سنت", "DECADE": "عقد",
      "CENTURY": "قرن",
    ]
    var table: [String: (unit: String, count: Double)] = [:]
    for (unit, words) in forms {
      for word in words.split(separator: " ") { table[String(word)] = (unit, 1) }
    }
    for (unit, stems) in duals {
      for stem in stems.split(separator: " ") {
        for ending in ["ان", "ين"] { table[stem + ending] = (unit, 2) }
      }
    }
    return table
  }()
}
