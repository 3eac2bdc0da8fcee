import Testing

@testable import Time

/// The anchor is Wednesday 15 May 2024.
@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("day: 12; month: @month=7; year: 2019", "2019-07-12"), ("day: ١٢; month: @month=7; year: ٢٠١٩", "2019-07-12"),
    ("day: السابع عشر; month: @month=4; year: 1946", "1946-04-17"),
    ("day: الحادي والثلاثين; month: @month=8; year: 2022", "2022-08-31"),
    ("day: 31; month: @month=4; year: 2022", "invalid"), ("day: 29; month: @month=2; year: 2023", "invalid"),
    ("day: 40; month: @month=4", "invalid"), ("day: 31; month: @month=4", "invalid"),
    ("month: @month=11; year: 1989", "1989-11"), ("year: عام 1975", "1975"), ("year: عام 67", "1967"),
    ("year: 2030م", "2030"), ("year: ألفين وعشرة", "2010"), ("year: 44 @era=BC", "BC0044"), ("year: 5", "invalid"),
    ("day: 20; month: @month=4", "2024-04-20"), ("day: 2; month: @month=1", "2024-01-02"),
    ("day: 20; month: @month=12", "2023-12-20"), ("day: 3; month: @month=9", "2024-09-03"),
    ("day: 20; month: @month=4; direction: @direction=1", "2025-04-20"),
    ("day: 20; month: @month=6; direction: @direction=-1", "2023-06-20"),
    ("day: 15; month: @month=5; direction: @direction=0", "2024-05-15"),
    ("day: 20; month: @month=4; yearDirection: @direction=-1", "2023-04-20"),
    ("month: @month=3; direction: @direction=-1", "2024-03"), ("month: @month=5; direction: @direction=-1", "2023-05"),
    ("month: @month=2; direction: @direction=1", "2025-02"), ("month: @month=5; direction: @direction=0", "2024-05"),
    ("month: @month=10; yearDirection: @direction=1", "2025-10"), ("month: @month=6", "2024-06"),
    ("weekday: @weekday=1; day: 20; month: @month=11", "2023-11-20"),
    ("weekday: @weekday=3; day: 20; month: @month=11", "2024-11-20"),
    ("month: @month=7; month2: @month=8; year: 2023", "2023-07-01/2023-08-31"),
    ("month: @month=7; month2: @month=7; year: 2023", "2023-07"),
    ("day: 5; direction: @direction=0; unit: @unit=M", "2024-05-05"),
    ("day: 25; direction: @direction=-1; unit: @unit=M", "2024-04-25"),
    ("day: 31; direction: @direction=-1; unit: @unit=M", "invalid"),
    ("day: 9; month: @month=7; year: 2023; part: @part=EV", "2023-07-09TEV"),
    ("day: 11; month: @month=9; cue: @on0911=2001", "2001-09-11"),
    ("day: 12; month: @month=9; cue: @on0911=2001", "2024-09-12"),
  ])
  func gregorian(text: String, expected: String) {
    #expect(value("calendar-date", text) == expected)
  }

  @Test(arguments: [
    ("day: 1; month: @hmonth=10; year: 1445", "2024-04-10"), ("day: 1; month: @hmonth=10; year: 1445ه", "2024-04-10"),
    ("day: 1; month: @hmonth=10", "2024-04-10"), ("day: 1; month: @hmonth=10; direction: @direction=1", "2025-03-30"),
    ("month: @hmonth=9", "2024-03-11/2024-04-09"),
    ("month: @hmonth=9; direction: @direction=1", "2025-03-01/2025-03-29"),
    ("month: @hmonth=9; year: 2012", "2012-07-20/2012-08-18"), ("year: 1440; era: @era=AH", "2018-09-11/2019-08-30"),
    ("year: 1443", "2021-08-09/2022-07-29"), ("year: 1386", "1966-04-22/1967-04-10"),
    ("year: 1453", "1453"), ("day: 31; month: @hmonth=9", "invalid"),
    ("month: @hmonth=9; year: 1445; era: @era=CE", "invalid"),
  ])
  func hijri(text: String, expected: String) {
    #expect(value("calendar-date", text) == expected)
  }

  @Test func calendars() {
    #expect(evaluate("calendar-date", "year: 1443")?.calendar == .hijri)
    #expect(evaluate("calendar-date", "year: 1453")?.calendar == .gregorian)
    let ramadan = evaluate("calendar-date", "month: @hmonth=9")
    #expect(ramadan?.calendar == .hijri)
    #expect(ramadan?.begin == "2024-03-11")
    #expect(ramadan?.end == "2024-04-09")
    #expect(evaluate("calendar-date", "month: @month=2; year: 2020")?.end == "2020-02-29")
  }

  @Test func tense() {
    #expect(value("calendar-date", "day: 20; month: @month=4", future: true) == "2025-04-20")
    #expect(value("calendar-date", "month: @month=5", future: true) == "2024-05")
  }

  @Test(arguments: [
    ("a: 7; b: 9; c: 2021", "2021-09-07"), ("a: 7; b: 25; c: 2021", "2021-07-25"),
    ("a: 2021; b: 09; c: 07", "2021-09-07"),
    ("text: 07.09.2021", "2021-09-07"), ("text: ٧/٩/٢٠٢١", "2021-09-07"), ("text: 7/9/21", "2021-09-07"),
    ("text: 7/9/85", "1985-09-07"), ("text: 31/4/2021", "invalid"), ("text: 13/13/2021", "invalid"),
    ("text: 1/10/1445", "2024-04-10"), ("text: 1/10/45; era: @era=AH", "2024-04-10"), ("text: 3/6", "2024-06-03"),
    ("text: 25/12", "2023-12-25"), ("text: 6/2023", "2023-06"), ("text: 45/2", "invalid"), ("text: 5", "invalid"),
  ])
  func numeric(text: String, expected: String) {
    #expect(value("numeric-date", text) == expected)
  }

  @Test func numericOrder() {
    let american = TimeOptions(dateOrder: .mdy)
    #expect(evaluate("numeric-date", "text: 7/9/2021", options: american)?.value == "2021-07-09")
    #expect(evaluate("numeric-date", "text: 25/9/2021", options: american)?.value == "2021-09-25")
    #expect(evaluate("numeric-date", "text: 21/9/7", options: TimeOptions(dateOrder: .ymd))?.value == "2021-09-07")
  }

  @Test func pairs() {
    let near = "day: 2; month: @hmonth=10; year: 1445; gday: 10; gmonth: @month=4; gyear: 2024م"
    #expect(value("hijri-pair", near) == "2024-04-10")
    #expect(evaluate("hijri-pair", near)?.calendar == .hijri)
    let far = "day: 20; month: @hmonth=10; year: 1445; gday: 10; gmonth: @month=4; gyear: 2024"
    #expect(value("hijri-pair", far) == "2024-04-29")
    #expect(value("hijri-pair", "day: 1; month: @hmonth=10; year: 1445") == "2024-04-10")
  }
}
