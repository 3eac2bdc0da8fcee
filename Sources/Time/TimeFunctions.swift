/// The functions by which rules give time expressions their values.
///
/// A rule names a function and hands over its captures: `day:number month:month-name year:year` for «5 مارس 2025» calls
/// `calendar-date` with `day`, `month` and `year`. Every function also takes `mod` (a word with the attribute `mod`),
/// `calendar` and, where a day comes out, `part` (part of day).
public enum TimeFunctions {
  private typealias Function = @Sendable (TimeArguments, TimeContext) -> TimexResult?

  private static let table: [String: Function] = [
    "calendar-date": calendarDate, "numeric-date": numericDate, "hijri-pair": hijriPair, "weekday": weekday,
    "deictic": deictic, "unit-relative": unitRelative, "ago": ago, "later": later, "since": since, "vague": vague,
    "part-of-period": partOfPeriod, "weekend": weekend, "quarter": quarter, "half": half, "season": season,
    "season-year": seasonYear, "decade": decade, "century": century, "range": range, "range-from": rangeFrom,
    "range-to": rangeTo, "clock": clock, "duration": duration, "set": set, "festival": festival, "fixed": fixed,
    "nth": nth,
  ]

  /// The names that rules may call.
  public static let names: Set<String> = Set(table.keys)

  /// The meaning of a match, or nil where it is no valid time (31 April) and the match is to be dropped.
  ///
  /// Where the anchor is missing and the value depends on it, the result has no value.
  public static func evaluate(
    _ name: String, _ arguments: [String: TimeArgument], _ context: TimeContext
  ) -> TimexResult? {
    guard let function = table[name] else { return nil }
    let captures = TimeArguments(all: context.options.preference == .news ? arguments : counted(arguments))
    guard var result = function(captures, context) else { return nil }
    if result.mod == nil { result.mod = captures.attribute("mod") }
    return result
  }

  /// «التالي» (the following) and «السابق» (the previous) counted from the anchor: only news have a story to count from.
  private static func counted(_ arguments: [String: TimeArgument]) -> [String: TimeArgument] {
    var result: [String: TimeArgument] = [:]
    for (name, argument) in arguments {
      guard let step = argument.attributes["step"] else {
        result[name] = argument
        continue
      }
      var changed = argument
      changed.attributes["relative"] = nil
      changed.attributes["direction"] = step
      result[name == "event" ? "direction" : name] = changed
    }
    return result
  }

  /// Adds the part of day to a day: `2025-03-05TEV` for «مساء الأربعاء» (Wednesday evening).
  static func withPart(_ result: TimexResult?, _ arguments: TimeArguments) -> TimexResult? {
    guard var result, result.timex == .date, let part = arguments.attribute("part") else { return result }
    if let value = result.value {
      guard value.utf8.count == 10, value.utf8.dropFirst(7).first == 0x2D else { return result }
      result.value = value + "T" + part
    }
    result.timex = .time
    return result
  }

  /// A value that the word list gives, such as that of a famous day.
  private static func fixed(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    guard let value = arguments.attribute("value") else { return nil }
    let timex = arguments.attribute("timex").flatMap(TimexKind.init(rawValue:)) ?? .date
    return TimexResult(timex: timex, value: value)
  }

  /// «مؤخرا» (lately), «حاليا» (at present), «قريبا» (soon).
  private static func vague(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    guard let reference = arguments.attribute("ref") else { return nil }
    return TimexResult(timex: .date, value: reference + "_REF")
  }
}
