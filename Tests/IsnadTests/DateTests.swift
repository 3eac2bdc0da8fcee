import Isnad
import Testing

/// Dates in their sentences: what anchors them, what they lean on, and what only looks like one.
@Suite struct DateTests {
  /// The dates of a text with their values, `text = value`.
  private func dates(_ text: String, _ day: String? = "2025-11-06") throws -> [String] {
    try annotate(text, day).entities.filter { $0.type == .date }.map { "\($0.text) = \($0.timex?.value ?? "-")" }
  }

  @Test(
    "numbers, names and scores are no dates",
    arguments: [
      "نشرت صحيفة اليوم تقريرا عن الميناء", "نقلت «اليوم» الخبر عن مراسلها", "حاورت المصري اليوم الوزير السابق",
      "زحام شديد في شارع 6 أكتوبر", "اشترى بيتا بمدينة 6 أكتوبر", "اشترى بيتا بمدينة السادس من أكتوبر",
      "تحدث عن ثورة 25 يناير وأهدافها", "طالب بتنفيذ القرار 1701 كاملا", "نص القرار رقم 2254 على الحل",
      "تعادل الفريقان 2-2 بعد شوطين", "فاز عليها 6-4 و7-5 في النهائي", "بيع البرميل بنحو 10.05 دولار",
      "بلغ السعر 2011 دولارا للأونصة", "للحجز هاتف 0123/2015", "راجع الصفحات 2010-2015 من الكتاب",
      "أحرز ربيع هدفا قبل الاستراحة", "التقى رمضان زميله شعبان في المعسكر", "انتهى اللقاء بهدف مقابل صفر",
      "اعتذر مرة ثانية عن الحضور", "تابعت القناة الثانية المباراة", "آب المسافر إلى أهله", "شيعت المدينة خمسة شهداء",
      "درجات الفئة الثالثة نفدت", "شكر الأمين العام الماضي على جهوده", "صدر القانون 44 لسنة كذا",
    ])
  func traps(text: String) throws {
    var options = Options()
    options.allTimes = true
    let found = try Isnad(options).annotate(text, date: CivilDate(iso: "2025-11-06")).entities
      .filter { $0.type == .date }
    #expect(found.isEmpty, "\(text): \(found.map(\.text))")
  }

  @Test(
    "a month without a year leans on the words before it",
    arguments: [
      ("تتواصل الأعمال منذ يناير بلا توقف", "يناير = 2025-01"), ("بدأت الأعمال في يناير بلا ضجيج", "يناير = 2025-01"),
      ("سيبدأ العمل في يناير بلا ضجيج", "يناير = 2026-01"), ("تستمر الأعمال حتى مارس بلا توقف", "مارس = 2026-03"),
      ("أغلق الطريق في سبتمبر للصيانة", "سبتمبر = 2025-09"),
    ])
  func months(text: String, expected: String) throws {
    #expect(try dates(text) == [expected])
  }

  @Test(
    "a clock time takes the day of the date beside it",
    arguments: [
      (
        "يفتتح المعرض السبت 8 نوفمبر الساعة 8:30 مساء",
        ["السبت 8 نوفمبر = 2025-11-08", "الساعة 8:30 مساء = 2025-11-08T20:30"]
      ),
      ("يفتتح المعرض غدا، الساعة الرابعة عصرا", ["غدا = 2025-11-07", "الساعة الرابعة عصرا = 2025-11-07T16:00"]),
      ("يبدأ الحفل الساعة الثامنة مساء في القاعة", ["الساعة الثامنة مساء = 2025-11-06T20:00"]),
    ])
  func clocks(text: String, expected: [String]) throws {
    #expect(try dates(text) == expected)
  }

  @Test(
    "what is counted from a date told before takes its value from there",
    arguments: [
      ("ارتفع السعر في يوليو الماضي عن الشهر السابق", ["يوليو الماضي = 2025-07", "الشهر السابق = 2025-06"]),
      (
        "تأسس النادي عام 2011 وفاز في مايو من العام نفسه بالكأس",
        ["عام 2011 = 2011", "مايو من العام نفسه = 2011-05"]
      ),
      (
        "زاد الإنتاج في يوليو الماضي عن الشهر نفسه من العام الماضي",
        ["يوليو الماضي = 2025-07", "الشهر نفسه من العام الماضي = 2024-07"]
      ),
      ("تراجع الربح مقارنة بالعام السابق كثيرا", ["العام السابق = 2024"]),
      ("عاد إلى القرية في ذلك اليوم وحده", ["ذلك اليوم = -"]),
    ])
  func story(text: String, expected: [String]) throws {
    #expect(try dates(text) == expected)
  }

  @Test("a date in the dateline anchors a text that brings none; without one a relative date has no value")
  func datelines() throws {
    let text = "القاهرة - 5 مارس 2025 (رويترز)\nاستقال الوزير أمس من منصبه."
    #expect(try dates(text, nil) == ["5 مارس 2025 = 2025-03-05", "أمس = 2025-03-04"])
    #expect(try dates("استقال الوزير أمس من منصبه.", nil) == ["أمس = -"])
    let evening = "غادر الوزير مساء الأربعاء 5 مارس 2025 إلى جدة، ويعود غدا."
    #expect(try dates(evening, nil) == ["مساء الأربعاء 5 مارس 2025 = 2025-03-05TEV", "غدا = 2025-03-06"])
  }

  @Test("«لهذا العام» is this year, without its ل")
  func fusedThis() throws {
    #expect(try dates("خصصت لهذا العام ميزانية كبيرة") == ["هذا العام = 2025"])
  }

  @Test("the options of the week decide what a week is")
  func weeks() throws {
    var options = Options()
    options.time.weekStart = 1
    let text = "يجتمع المجلس الأحد من الأسبوع المقبل"
    let monday = try Isnad(options).annotate(text, date: CivilDate(iso: "2025-11-06"))
    #expect(monday.entities.first { $0.type == .date }?.timex?.value == "2025-11-16")
    #expect(try dates(text) == ["الأحد من الأسبوع المقبل = 2025-11-09"])
  }
}
