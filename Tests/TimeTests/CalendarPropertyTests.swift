import TestSupport
import Testing

@testable import Time

/// Laws of calendar arithmetic on random days; a failure prints the day, and the seed repeats it.
@Suite struct CalendarPropertyTests {
  private static let seeds: [UInt64] = [1, 2, 3, 4]

  private func days(_ seed: UInt64, _ count: Int = 4000) -> [CivilDate] {
    var random = TestRandom(seed: seed)
    return (0..<count).map { _ in CivilDate(dayNumber: Int.random(in: -500_000...300_000, using: &random)) }
  }

  @Test(arguments: seeds)
  func dayStepsAddUp(seed: UInt64) {
    var random = TestRandom(seed: seed + 100)
    for day in days(seed) {
      let a = Int.random(in: -5000...5000, using: &random)
      let b = Int.random(in: -5000...5000, using: &random)
      #expect(day.adding(days: a).adding(days: b) == day.adding(days: a + b), "\(day.iso) \(a) \(b)")
      #expect(day.adding(days: a).adding(days: -a) == day, "\(day.iso) \(a)")
      #expect(day.adding(days: 7 * a).weekday == day.weekday, "\(day.iso) \(a)")
      #expect((day < day.adding(days: a)) == (a > 0), "\(day.iso) \(a)")
    }
  }

  @Test(arguments: seeds)
  func monthStepsStayInTheirMonth(seed: UInt64) {
    var random = TestRandom(seed: seed + 200)
    for day in days(seed) {
      let n = Int.random(in: -1500...1500, using: &random)
      let moved = day.adding(months: n)
      #expect(moved.year * 12 + moved.month == day.year * 12 + day.month + n, "\(day.iso) \(n)")
      #expect(moved.day == min(day.day, CivilDate.length(year: moved.year, month: moved.month)), "\(day.iso) \(n)")
      #expect(day.day > 28 || moved.adding(months: -n) == day, "\(day.iso) \(n)")
      #expect(day.adding(years: n / 12) == day.adding(months: n / 12 * 12), "\(day.iso) \(n)")
    }
  }

  @Test(arguments: seeds)
  func isoFormsAndWeeksGoRoundTrip(seed: UInt64) {
    for day in days(seed) {
      let week = day.isoWeek
      #expect(CivilDate.monday(year: week.year, week: week.week).adding(days: day.weekday - 1) == day, "\(day.iso)")
      #expect((1...53).contains(week.week), "\(day.iso)")
      if day.year > 0 { #expect(CivilDate(iso: day.iso) == day, "\(day.iso)") }
    }
  }

  @Test(arguments: [HijriVariant.umalqura, .civil])
  func hijriDaysFollowOneAnother(variant: HijriVariant) {
    let calendar = HijriCalendar(variant)
    for day in days(9, 3000) where day.year > 700 {
      let hijri = calendar.hijri(day)
      #expect(calendar.civil(hijri) == day, "\(day.iso)")
      let month = calendar.month(year: hijri.year, month: hijri.month)
      #expect(month.map { $0.first <= day && day <= $0.last } == true, "\(day.iso)")
      let year = calendar.year(hijri.year)
      #expect(year.first <= day && day <= year.last, "\(day.iso)")
    }
  }

  /// Every period holds its own first and last day, and the next one begins the day after.
  @Test(arguments: seeds)
  func periodsMeetWithoutGaps(seed: UInt64) throws {
    let context = TimeContext()
    for day in days(seed, 500) where day.year > 1 {
      for unit in ["D", "W", "M", "Q", "HALF", "Y", "DECADE"] {
        let this = try #require(TimeFunctions.period(unit, day, 0, context))
        let next = try #require(TimeFunctions.period(unit, day, 1, context))
        #expect(this.first <= this.last, "\(unit) \(day.iso)")
        #expect(this.last.adding(days: 1) == next.first, "\(unit) \(day.iso)")
      }
    }
  }
}
