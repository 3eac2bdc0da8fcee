import Testing

@testable import Time

/// The anchor is Wednesday 15 May 2024.
@Suite struct RelativeTests {
  @Test(arguments: [
    ("weekday: @weekday=3", "2024-05-15"), ("weekday: @weekday=4", "2024-05-09"), ("weekday: @weekday=2", "2024-05-14"),
    ("weekday: @weekday=3; direction: @direction=-1", "2024-05-08"),
    ("weekday: @weekday=3; direction: @direction=1", "2024-05-22"),
    ("weekday: @weekday=7; direction: @direction=1", "2024-05-19"),
    ("weekday: @weekday=5; part: @part=NI", "2024-05-10TNI"),
    ("weekday: @weekday=1; weekDirection: @direction=1", "2024-05-20"),
    ("weekday: @weekday=7; weekDirection: @direction=0", "2024-05-12"), ("weekday: @weekday=9", "invalid"),
  ])
  func weekdays(text: String, expected: String) {
    #expect(value("weekday", text) == expected)
  }

  @Test func weekdaysByTense() {
    #expect(value("weekday", "weekday: @weekday=4", future: true) == "2024-05-16")
    #expect(value("weekday", "weekday: @weekday=3", future: true) == "2024-05-15")
    let nearest = TimeOptions(preference: .nearest)
    #expect(evaluate("weekday", "weekday: @weekday=5", options: nearest)?.value == "2024-05-17")
    #expect(evaluate("weekday", "weekday: @weekday=1; part: @part=MO")?.timex == .time)
  }

  @Test(arguments: [
    ("deictic: @offset=0", "2024-05-15"), ("deictic: @offset=-2", "2024-05-13"), ("deictic: @offset=1", "2024-05-16"),
    ("deictic: @offset=-1; part: @part=AF", "2024-05-14TAF"), ("deictic: @offset=0 @part=NI", "2024-05-15TNI"),
    ("deictic: @offset=0; weekday: @weekday=2", "2024-05-14"),
    ("deictic: @offset=0; weekday: @weekday=4", "2024-05-16"),
    ("deictic: @offset=-1; weekday: @weekday=2", "2024-05-14"),
    ("deictic: @offset=0; weekday: @weekday=7", "2024-05-12"),
  ])
  func deictic(text: String, expected: String) {
    #expect(value("deictic", text) == expected)
  }

  @Test(arguments: [
    ("unit: @unit=W; direction: @direction=-1", "2024-W19"), ("unit: @unit=W; direction: @direction=0", "2024-W20"),
    ("unit: @unit=M; direction: @direction=1", "2024-06"), ("unit: @unit=Y; direction: @direction=-2", "2022"),
    ("unit: @unit=Q; direction: @direction=-1", "2024-Q1"), ("unit: @unit=DECADE; direction: @direction=-1", "201X"),
    ("unit: @unit=CENTURY; direction: @direction=-1", "19"), ("unit: @unit=D; direction: @direction=1", "2024-05-16"),
    ("unit: @unit=Y @number=n; direction: @direction=-1", "PAST_REF"),
    ("unit: @unit=W @number=2; direction: @direction=1", "FUTURE_REF"),
    ("unit: @unit=H; direction: @direction=1", "FUTURE_REF"), ("unit: @unit=Y; direction: @relative=event", "nil"),
    ("unit: @unit=Y @number=n; event: @relative=event @step=-1", "PAST_REF"),
    ("unit: @unit=SEASONYEAR; direction: @direction=0", "2023/2024"),
    ("unit: @unit=SEASONYEAR; direction: @direction=1", "2024/2025"),
    ("unit: @unit=SCHOOLYEAR; direction: @direction=-1", "2022/2023"),
    ("unit: @unit=SEASONYEAR; direction: @direction=0 @new=1", "2024/2025"),
    ("unit: @unit=Y @calendar=hijri; direction: @direction=0", "2023-07-19/2024-07-06"),
    ("direction: @direction=0", "invalid"),
  ])
  func units(text: String, expected: String) {
    #expect(value("unit-relative", text) == expected)
  }

  @Test func sundayBelongsToTheNewWeek() {
    let sunday = CivilDate(unchecked: 2024, 5, 19)
    let arguments = captures("unit: @unit=W; direction: @direction=0")
    let arab = TimeContext(anchor: sunday)
    #expect(TimeFunctions.evaluate("unit-relative", arguments, arab)?.value == "2024-W21")
    let iso = TimeContext(anchor: sunday, options: TimeOptions(weekStart: 1))
    #expect(TimeFunctions.evaluate("unit-relative", arguments, iso)?.value == "2024-W20")
  }

  @Test(arguments: [
    ("unit: @unit=D @number=2", "2024-05-13"), ("count: أربعة; unit: @unit=D @number=n", "2024-05-11"),
    ("count: 3; unit: @unit=W @number=n", "2024-W17"), ("unit: @unit=M @number=2", "2024-03"),
    ("count: خمسة عشر; unit: @unit=Y @number=1", "2009"), ("unit: @unit=Y @number=1; fraction: ونصف", "2022-11"),
    ("count: أربعة; unit: @unit=DECADE @number=n", "198X"), ("unit: @unit=CENTURY; fraction: نصف @of=1", "1974"),
    ("unit: @unit=D @number=n", "PAST_REF"), ("count: @count=X; unit: @unit=Y @number=n", "PAST_REF"),
    ("count: 5; unit: @unit=H @number=n", "2024-05-15"), ("count: 48; unit: @unit=H", "2024-05-13"),
    ("unit: @unit=D @number=2; event: بعد", "nil"),
  ])
  func ago(text: String, expected: String) {
    #expect(value("ago", text) == expected)
  }

  @Test func laterAndSince() {
    #expect(value("later", "count: عشرة; unit: @unit=D @number=n") == "2024-05-25")
    #expect(value("later", "unit: @unit=D @number=n") == "FUTURE_REF")
    #expect(value("later", "count: عدة @count=X; unit: @unit=M @number=n") == "FUTURE_REF")
    let since = evaluate("since", "count: 40; unit: @unit=Y @number=1")
    #expect(since?.value == "1984")
    #expect(since?.begin == "1984-01-01")
    #expect(since?.end == nil)
    #expect(value("since", "year: عام 2003") == "2003")
    #expect(value("since", "deictic: @offset=-1") == "2024-05-14")
    #expect(evaluate("since", "mod: @mod=MORE_THAN; unit: @unit=Y @number=1")?.mod == "MORE_THAN")
    let clock = TimeContext(anchor: anchor, anchorHour: 1, anchorMinute: 20)
    let hours = TimeFunctions.evaluate("ago", captures("count: 3; unit: @unit=H @number=n"), clock)
    #expect(hours?.value == "2024-05-14T22:20")
    #expect(hours?.timex == .time)
  }

  @Test func weekends() {
    #expect(value("weekend", "mod: @mod=END") == "2024-W19-WE")
    #expect(value("weekend", "direction: @direction=1") == "2024-W20-WE")
    #expect(value("weekend", "a: x", future: true) == "2024-W20-WE")
    #expect(value("part-of-period", "mod: @mod=END; unit: @unit=W @number=1") == "2024-W19-WE")
    #expect(evaluate("weekend", "a: x")?.begin == "2024-05-10")
  }

  @Test func vague() {
    #expect(value("vague", "word: @ref=PAST") == "PAST_REF")
    #expect(value("fixed", "word: @value=2001-09-11") == "2001-09-11")
    #expect(value("no-such-function", "word: @ref=PAST") == "invalid")
  }

  @Test(arguments: [
    ("weekday", "weekday: @weekday=3"), ("deictic", "deictic: @offset=0"), ("weekend", "a: x"),
    ("unit-relative", "unit: @unit=M; direction: @direction=-1"), ("ago", "count: 3; unit: @unit=D"),
    ("calendar-date", "day: 3; month: @month=3"), ("calendar-date", "month: @hmonth=9"),
    ("quarter", "quarter: الأول"), ("season", "season: @season=SU"),
    ("festival", "festival: @festival=x @fmonth=1 @fday=1"),
    ("clock", "hour: 14:30"), ("decade", "decade: @decade=20"), ("century", "direction: @direction=-1"),
    ("numeric-date", "text: 5/3"), ("unit-relative", "unit: @unit=SEASONYEAR; direction: @direction=1"),
  ])
  func withoutAnchorThereIsNoValue(name: String, text: String) {
    let result = TimeFunctions.evaluate(name, captures(text), TimeContext())
    #expect(result != nil)
    #expect(result?.value == nil)
  }

  @Test(arguments: [
    ("calendar-date", "day: 3; month: @month=3; year: 1999", "1999-03-03"),
    ("numeric-date", "text: 5/3/1999", "1999-03-05"),
    ("century", "century: العشرين", "19"), ("decade", "decade: @decade=60", "196X"),
    ("vague", "w: @ref=PAST", "PAST_REF"),
    ("duration", "count: 3; unit: @unit=D", "P3D"), ("set", "unit: @unit=D", "P1D"),
    ("calendar-date", "day: 1; month: @hmonth=1; year: 1440", "2018-09-11"),
  ])
  func fullDatesNeedNoAnchor(name: String, text: String, expected: String) {
    #expect(TimeFunctions.evaluate(name, captures(text), TimeContext())?.value == expected)
  }
}
