import Testing

@testable import Time

@Suite struct DurationTests {
  @Test(arguments: [
    ("4 ساعات و 20 دقيقة و 5 ثوان", "PT4H20M5S"), ("خمسة أيام وساعة الا ثلثا", "P5DT40M"), ("ساعة ونصف", "PT1H30M"),
    ("أسبوعين وثلاثة أيام", "P2W3D"), ("سنتان وشهر ونصف شهر", "P2Y1M15D"), ("ألف وثلاثمئة يوم وليلة", nil),
    ("كتاب", nil),
    ("عام", "P1Y"), ("ثلث ساعة", "PT20M"),
  ])
  func parts(text: String, value: String?) {
    #expect(DurationWords.parts(words(text))?.value == value)
  }

  @Test(arguments: [
    ("nth", "nth: @value=1 اول; weekday: @weekday=2; month: @month=10; year: 2024", "2024-10-01"),
    ("nth", "nth: @last=1; weekday: @weekday=5; month: @month=2; year: 2024", "2024-02-23"),
    ("nth", "nth: @last=1; target: @unit=D; month: @month=2; year: 2024", "2024-02-29"),
    ("nth", "nth: @value=5 خامس; weekday: @weekday=5; month: @month=2; year: 2024", "invalid"),
    ("nth", "nth: @last=1; target: @unit=D; month: @hmonth=6; year: 1443", "2022-02-01"),
    ("later", "count: ثلاث; unit: @unit=Y @number=n; calendar: @calendar=hijri", "2026-06-16/2027-06-05"),
    ("clock", "hour: 1430", "2024-05-15T14:30"), ("clock", "hour: 1475", "invalid"),
    ("part-of-period", "mod: @mod=END نهاية; month: @hmonth=10; year: 1436", "2015-08-15"),
    ("part-of-period", "mod: @mod=END أواخر; month: @hmonth=10; year: 1436", "2015-07-17/2015-08-15"),
    ("calendar-date", "day: 30; month: @hmonth=2; year: 1433", "2012-01-24"),
    ("numeric-date", "text: 30-02-1433", "2012-01-24"), ("numeric-date", "text: 31-02-1433", "invalid"),
    ("calendar-date", "weekday: @weekday=6; day: الثامن عشر", "2024-05-18"),
  ])
  func values(name: String, text: String, expected: String) {
    #expect(value(name, text) == expected)
  }

  /// Only news have a story from which «السابق» counts.
  @Test func previousCountsFromTheAnchorOutsideOfNews() {
    let text = "unit: @unit=W @number=1; event: @relative=event @step=-1"
    #expect(evaluate("unit-relative", text)?.value == nil)
    #expect(evaluate("unit-relative", text, options: TimeOptions(preference: .past, weekStart: 1))?.value == "2024-W19")
  }
}
