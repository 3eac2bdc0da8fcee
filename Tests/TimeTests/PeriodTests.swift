import Testing

@testable import Time

/// The anchor is Wednesday 15 May 2024.
@Suite struct PeriodTests {
  @Test(arguments: [
    ("quarter", "quarter: الثالث; year: عام 2021", "2021-Q3"),
    ("quarter", "quarter: الربع الأول; year: 2021", "2021-Q1"),
    ("quarter", "quarter: @last=1; unit: @unit=Y; direction: @direction=-1", "2023-Q4"),
    ("quarter", "quarter: الرابع", "2023-Q4"), ("quarter", "quarter: الأول", "2024-Q1"),
    ("quarter", "quarter: الخامس; year: 2021", "invalid"), ("half", "half: النصف الثاني; year: 2019", "2019-H2"),
    ("half", "half: الأول; unit: @unit=Y; direction: @direction=0", "2024-H1"),
    ("half", "half: الأول; month: @month=3; year: 2019", "2019-03"),
    ("season", "season: @season=WI; year: 2010", "2010-WI"),
    ("season", "season: @season=SU; direction: @direction=-1", "2023-SU"),
    ("season", "season: @season=SU; direction: @direction=1", "2024-SU"),
    ("season", "season: @season=WI; direction: @direction=-1", "2023-WI"),
    ("season", "season: @season=SP", "2024-SP"),
    ("season", "season: @season=FA; yearDirection: @direction=-1", "2023-FA"),
    ("season-year", "year: 2017; year2: 2018", "2017/2018"), ("season-year", "year: 2017/18", "2017/2018"),
    ("season-year", "year: 1436; year2: 1437", "2015/2016"), ("century", "century: السابع; era: @era=AH", "12"),
    ("season-year", "year: 2017; year2: 2021", "invalid"), ("season-year", "year: 2017", "2017"),
    ("decade", "decade: @decade=70; century: @direction=-1", "197X"), ("decade", "decade: @decade=50", "195X"),
    ("decade", "decade: @decade=20; century: @direction=0", "202X"),
    ("decade", "decade: @decade=60; century: القرن التاسع عشر", "186X"),
    ("century", "century: القرن الخامس عشر", "14"), ("century", "direction: @direction=0", "20"),
    ("century", "century: الثانية @unit=MILLENNIUM", "1"), ("century", "century: الثالث; era: @era=BC", "BC02"),
    ("part-of-period", "mod: @mod=MID; month: @month=2; year: 2020", "2020-02"),
    ("part-of-period", "mod: @mod=END; unit: @unit=Y", "2024"), ("part-of-period", "unit: @unit=Y", "invalid"),
    ("part-of-period", "mod: @mod=START; century: العشرين", "19"),
    ("part-of-period", "mod: @mod=END; month: @month=3; direction: @direction=-1", "2024-03"),
  ])
  func periods(name: String, text: String, expected: String) {
    #expect(value(name, text) == expected)
  }

  @Test func modifiers() {
    #expect(evaluate("part-of-period", "mod: @mod=START; unit: @unit=M; direction: @direction=0")?.mod == "START")
    #expect(evaluate("half", "half: الثاني; month: @month=3; year: 2019")?.mod == "END")
    #expect(evaluate("duration", "mod: @mod=APPROX; count: 6; unit: @unit=M")?.mod == "APPROX")
    #expect(evaluate("season", "season: @season=WI; year: 2010")?.end == "2011-02-28")
  }

  @Test(arguments: [
    ("fromDay: 3; toDay: 9; toMonth: @month=6; toYear: 2022", "2022-06-03/2022-06-09"),
    ("fromYear: 1975; toYear: 1990", "1975/1990"), ("fromYear: 1975; toYear: 90", "1975/1990"),
    ("fromMonth: @month=4; toMonth: @month=6; toYear: 2022", "2022-04/2022-06"),
    ("fromMonth: @month=11; toMonth: @month=2; toYear: 2022", "2021-11/2022-02"),
    ("fromDay: 28; fromMonth: @month=4; toDay: 2; toMonth: @month=5", "2024-04-28/2024-05-02"),
    ("fromDay: 20; toDay: 25; month: @month=5; direction: @direction=0", "2024-05-20/2024-05-25"),
    ("fromYear: 1990; toYear: 1975", "invalid"),
    (
      "fromDay: 1; toDay: 10; month: @hmonth=12; year: 1445",
      "2024-06-07/2024-06-16"
    ),
  ])
  func ranges(text: String, expected: String) {
    #expect(value("range", text) == expected)
  }

  @Test func rangeEnds() {
    let text = "fromDay: 3; toDay: 9; toMonth: @month=6; toYear: 2022"
    #expect(value("range-from", text) == "2022-06-03")
    #expect(value("range-to", text) == "2022-06-09")
    #expect(evaluate("range", text)?.begin == "2022-06-03")
    #expect(evaluate("range", text)?.end == "2022-06-09")
  }

  @Test(arguments: [
    ("hour: التاسعة @hour=9; part: @part=MO", "2024-05-15T09:00"),
    ("hour: السابعة @hour=7; fraction: والنصف @minutes=30; part: @part=EV", "2024-05-15T19:30"),
    ("hour: @hour=10; fraction: @minutes=-15; part: @part=NI", "2024-05-15T21:45"),
    ("hour: الحادية عشرة; part: @part=MI", "2024-05-15T11:00"),
    ("hour: الثانية @hour=2; part: @part=AF", "2024-05-15T14:00"),
    ("hour: @hour=12; part: @part=MI", "2024-05-15T12:00"), ("hour: @hour=12; part: @part=NI", "2024-05-15T24:00"),
    ("hour: @hour=24", "2024-05-15T24:00"), ("hour: 21:15; zone: @zone=Z", "2024-05-15T21:15Z"),
    ("hour: 6:05; part: @part=EV; zone: @zone=+03:00", "2024-05-15T18:05+03:00"), ("hour: 25:00", "invalid"),
    ("hour: 6:75", "invalid"), ("hour: 01:40:21", "2024-05-15T01:40:21"), ("hour: 3 ; minute: 20", "2024-05-15T03:20"),
    ("hour: @hour=8; part: @part=EV; deictic: @offset=-1", "2024-05-14T20:00"),
    ("hour: @hour=9; deictic: @offset=0 @part=NI", "2024-05-15T21:00"),
    ("hour: @hour=8; weekday: @weekday=1", "2024-05-13T08:00"),
    ("hour: 14:00; day: 2; month: @month=3; year: 2020", "2020-03-02T14:00"),
  ])
  func clock(text: String, expected: String) {
    #expect(value("clock", text) == expected)
  }

  @Test func clockZoneOption() {
    let cairo = TimeOptions(timeZone: "+02:00")
    #expect(evaluate("clock", "hour: 14:30", options: cairo)?.value == "2024-05-15T14:30+02:00")
    #expect(evaluate("clock", "hour: 14:30; zone: x", options: cairo)?.value == "2024-05-15T14:30")
  }

  @Test(arguments: [
    ("count: أربعة; unit: @unit=D @number=n", "P4D"), ("unit: @unit=W @number=2", "P2W"),
    ("unit: @unit=Y @number=1", "P1Y"),
    ("unit: @unit=D @number=n", "PXD"), ("count: @count=X; unit: @unit=H @number=n", "PTXH"),
    ("unit: @unit=H @number=2; fraction: ونصف", "PT2H30M"),
    ("unit: @unit=Y @number=2; fraction: @fraction=0.5", "P2Y6M"),
    ("unit: @unit=CENTURY @number=1; fraction: ربع @of=1", "P25Y"),
    ("unit: @unit=H @number=1; fraction: ثلث @of=1", "PT20M"),
    ("unit: @unit=H @number=1; fraction: @fraction=0.333333333333 @of=1", "PT20M"),
    ("unit: @unit=DECADE @number=2", "P20Y"), ("count: 45; unit: @unit=MIN @number=1", "PT45M"),
    ("unit: @unit=H @number=2; count2: 10; unit2: @unit=MIN @number=n", "PT2H10M"),
    ("count: 2.5 مليون; unit: @unit=Y @number=1", "P2500000Y"),
    ("unit: @unit=D @number=1; fraction: نصف @of=1", "PT12H"),
    ("count: 4; unit: @unit=NONE", "invalid"),
  ])
  func durations(text: String, expected: String) {
    #expect(value("duration", text) == expected)
    if expected != "invalid" { #expect(evaluate("duration", text)?.timex == .duration) }
  }

  @Test(arguments: [
    ("weekday: @weekday=2", "XXXX-WXX-2"), ("unit: @unit=M @number=2", "P2M"), ("unit: @unit=W", "P1W"),
    ("count: ثلاثة; unit: @unit=M @number=n", "P3M"), ("word: @set=P1M", "P1M"), ("part: @part=MO", "XXXX-XX-XXTMO"),
    ("day: 4; month: @month=8", "XXXX-08-04"), ("season: @season=SU", "XXXX-SU"), ("word: x", "invalid"),
  ])
  func sets(text: String, expected: String) {
    #expect(value("set", text) == expected)
  }

  @Test(arguments: [
    ("festival: @festival=a @fhmonth=12 @fday=10", "2024-06-16"),
    ("festival: @festival=a @fhmonth=10 @fday=1", "2024-04-10"),
    ("festival: @festival=a @fhmonth=10 @fday=1; year: 2010", "2010-09-10"),
    ("festival: @festival=a @fhmonth=10 @fday=1; year: 1440", "2019-06-04"),
    ("festival: @festival=a @fhmonth=10 @fday=1; direction: @direction=1", "2025-03-30"),
    ("festival: @festival=a @fhmonth=12 @fday=10; day: ثاني", "2024-06-17"),
    ("festival: @festival=a @fmonth=5 @fday=1", "2024-05-01"),
    ("festival: @festival=a @fmonth=1 @fday=1; direction: @direction=1", "2025-01-01"),
    ("festival: @festival=a @easter=0 @church=west; year: 2024", "2024-03-31"),
    ("festival: @festival=a @easter=0 @church=west; year: 2019", "2019-04-21"),
    ("festival: @festival=a @easter=0 @church=east; year: 2024", "2024-05-05"),
    ("festival: @festival=a @easter=1 @church=east; year: 2023", "2023-04-17"),
    ("festival: @festival=a @fmonth=1 @fday=1; yearDirection: @direction=-1", "2023-01-01"),
    ("festival: @festival=a @fhmonth=10 @fday=1; part: @part=MO", "2024-04-10TMO"), ("word: x", "invalid"),
  ])
  func festivals(text: String, expected: String) {
    #expect(value("festival", text) == expected)
  }
}
