import ArgumentParser

/// What `--week-start` takes: a day by its English name or its ISO number, 1 for Monday to 7 for Sunday.
struct WeekdayName: ExpressibleByArgument {
  static let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  let number: Int

  init(number: Int) { self.number = number }

  init?(argument: String) {
    let word = argument.lowercased()
    if let n = Int(word), (1...7).contains(n) {
      number = n
    } else if word.utf8.count >= 3, let n = Self.names.firstIndex(where: { $0.hasPrefix(word) }) {
      number = n + 1
    } else {
      return nil
    }
  }

  var defaultValueDescription: String { Self.names[number - 1] }
}

/// What `--weekend` takes: one day or two with a dash, Monday to Sunday: `friday-saturday`, `6-7`.
struct Weekend: ExpressibleByArgument {
  let days: ClosedRange<Int>

  init(days: ClosedRange<Int>) { self.days = days }

  init?(argument: String) {
    let ends = argument.split(separator: "-", omittingEmptySubsequences: false).map {
      WeekdayName(argument: String($0))
    }
    guard (1...2).contains(ends.count), let first = ends[0]?.number, let last = ends[ends.count - 1]?.number,
      first <= last
    else { return nil }
    days = first...last
  }

  var defaultValueDescription: String {
    [days.lowerBound, days.upperBound].map { WeekdayName.names[$0 - 1] }.joined(separator: "-")
  }
}
