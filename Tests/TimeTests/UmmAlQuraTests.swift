import ICUShim
import TestSupport
import Testing

@testable import Time

/// Our table and arithmetic against the calendars of ICU.
@Suite struct UmmAlQuraTests {
  /// Every day from 1 المحرم 1420 to the end of 1449, the years for which the calendar of Umm al-Qura is published.
  @Test func everyDayOfThirtyYearsIsThatOfICU() throws {
    let calendar = HijriCalendar()
    let first = try #require(calendar.civil(HijriDate(year: 1420, month: 1, day: 1)))
    let last = calendar.year(1449).last
    #expect(first.iso == "1999-04-17" && last.iso == "2028-05-24")
    var days = 0
    for number in first.dayNumber...last.dayNumber {
      let date = CivilDate(dayNumber: number)
      let ours = calendar.hijri(date)
      let theirs = try icu(date, .ummAlQura)
      guard ours == theirs, calendar.civil(theirs) == date else {
        Issue.record("\(date.iso): ours \(ours), ICU \(theirs)")
        return
      }
      days += 1
    }
    #expect(days == 10_631)
  }

  /// The arithmetical calendar on days drawn from nine centuries.
  @Test func civilVariantIsThatOfICU() throws {
    let calendar = HijriCalendar(.civil)
    var random = TestRandom(seed: 1446)
    for _ in 0..<5000 {
      let date = CivilDate(dayNumber: Int.random(in: -300_000...40_000, using: &random))
      let ours = calendar.hijri(date)
      let theirs = try icu(date, .civil)
      guard ours == theirs else {
        Issue.record("\(date.iso): ours \(ours), ICU \(theirs)")
        return
      }
    }
  }

  private func icu(_ date: CivilDate, _ calendar: ICUShimHijri) throws -> HijriDate {
    var result = ICUShimDate()
    let day = ICUShimDate(year: Int32(date.year), month: Int32(date.month), day: Int32(date.day))
    let status = icushim_gregorian_to_hijri(calendar, day, &result)
    try #require(status == .ok, "ICU refuses \(date.iso)")
    return HijriDate(year: Int(result.year), month: Int(result.month), day: Int(result.day))
  }
}
