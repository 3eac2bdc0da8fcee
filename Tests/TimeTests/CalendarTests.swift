import Testing

@testable import Time

@Suite struct CalendarTests {
  @Test func civilDaysGoRoundTrip() {
    var previous = CivilDate(dayNumber: -800_001)
    for number in stride(from: -800_000, through: 400_000, by: 1) {
      let date = CivilDate(dayNumber: number)
      if date.dayNumber != number || date <= previous {
        Issue.record("day \(number) is \(date.iso)")
        return
      }
      previous = date
    }
  }

  @Test(arguments: [
    ("2025-03-06", 20_153, 4, 2025, 10), ("2015-08-09", 16_656, 7, 2015, 32), ("2020-12-31", 18_627, 4, 2020, 53),
    ("2021-01-03", 18_630, 7, 2020, 53), ("2024-12-30", 20_087, 1, 2025, 1), ("2016-01-03", 16_803, 7, 2015, 53),
    ("1999-01-01", 10_592, 5, 1998, 53),
  ])
  func weeks(iso: String, number: Int, weekday: Int, year: Int, week: Int) throws {
    let date = try #require(CivilDate(iso: iso))
    #expect(date.dayNumber == number)
    #expect(date.iso == iso)
    #expect(date.weekday == weekday)
    #expect(date.isoWeek == (year, week))
    #expect(CivilDate.monday(year: year, week: week).adding(days: weekday - 1) == date)
  }

  @Test func impossibleDaysAreRefused() {
    #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2024, month: 13, day: 1) == nil)
    #expect(CivilDate(year: 2024, month: 4, day: 31) == nil)
    #expect(CivilDate(iso: "2024-4-01") == nil)
  }

  @Test func arithmeticClamps() {
    #expect(CivilDate(year: 2024, month: 1, day: 31)?.adding(months: 1).iso == "2024-02-29")
    #expect(CivilDate(year: 2024, month: 3, day: 31)?.adding(months: -13).iso == "2023-02-28")
    #expect(CivilDate(year: 2024, month: 2, day: 29)?.adding(years: -1).iso == "2023-02-28")
    #expect(CivilDate(year: 2024, month: 12, day: 31)?.adding(days: 1).iso == "2025-01-01")
    #expect(CivilDate(year: -43, month: 3, day: 15)?.iso == "BC0044-03-15")
  }

  /// Spot values of ICU 72, `islamic-umalqura`.
  @Test(arguments: [
    (1343, 4, 19, "1924-11-16"), (1350, 9, 5, "1932-01-13"), (1389, 6, 20, "1969-09-03"), (1400, 8, 21, "1980-07-04"),
    (1421, 10, 3, "2000-12-29"), (1433, 10, 1, "2012-08-19"), (1436, 8, 9, "2015-05-27"), (1445, 9, 8, "2024-03-18"),
    (1446, 4, 23, "2024-10-26"), (1447, 8, 18, "2026-02-06"), (1460, 9, 16, "2038-10-15"),
    (1500, 7, 21, "2077-06-12"),
  ])
  func ummAlQura(year: Int, month: Int, day: Int, iso: String) throws {
    let calendar = HijriCalendar()
    let date = HijriDate(year: year, month: month, day: day)
    let civil = try #require(calendar.civil(date))
    #expect(civil.iso == iso)
    #expect(calendar.hijri(civil) == date)
  }

  /// Spot values of ICU 72, `islamic-civil`.
  @Test(arguments: [(1340, "1921-09-04"), (1400, "1979-11-21"), (1446, "2024-07-08"), (1503, "2079-10-27")])
  func civilVariant(year: Int, iso: String) {
    #expect(HijriCalendar(.civil).civil(HijriDate(year: year, month: 1, day: 1))?.iso == iso)
  }

  @Test(arguments: [HijriVariant.umalqura, .civil])
  func hijriDaysGoRoundTrip(variant: HijriVariant) {
    let calendar = HijriCalendar(variant)
    var previous = calendar.hijri(CivilDate(dayNumber: -200_001))
    for number in -200_000...60_000 {
      let date = CivilDate(dayNumber: number)
      let hijri = calendar.hijri(date)
      let follows =
        (hijri.year == previous.year && hijri.month == previous.month && hijri.day == previous.day + 1)
        || (hijri.day == 1 && previous.day >= 29
          && (hijri.month == previous.month + 1 || (hijri.month == 1 && hijri.year == previous.year + 1)))
      if calendar.civil(hijri) != date || !follows {
        Issue.record("day \(number) is \(hijri), after \(previous)")
        return
      }
      previous = hijri
    }
  }

  @Test func hijriLimits() {
    let calendar = HijriCalendar()
    #expect(calendar.civil(HijriDate(year: 1446, month: 13, day: 1)) == nil)
    #expect(calendar.civil(HijriDate(year: 1446, month: 1, day: 31)) == nil)
    #expect(calendar.civil(HijriDate(year: 0, month: 1, day: 1)) == nil)
    for year in 1340...1505 {
      let bounds = calendar.year(year)
      #expect((354...355).contains(bounds.last.dayNumber - bounds.first.dayNumber + 1))
    }
  }
}
