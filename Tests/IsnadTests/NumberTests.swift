import Isnad
import Testing

/// The numbers of a text with their places.
@Suite struct NumberTests {
  private func numbers(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Isnad.numbers(in: bytes).map { n in
      "\(String(decoding: bytes[n.span.start..<n.span.end], as: UTF8.self)) = \(n.value)\(n.isOrdinal ? "th" : "")"
    }
  }

  @Test(arguments: [
    ("حضر خمسة وعشرون نائبا", ["خمسة وعشرون = 25.0"]), ("بخمسة ملايين دولار", ["خمسة ملايين = 5000000.0"]),
    ("الدرجة -5 أو .75", ["-5 = -5.0", ".75 = 0.75"]), ("عدد السكان 1 200 000 نسمة", ["1 200 000 = 1200000.0"]),
    ("اليوم الثاني بعد المئة", ["الثاني بعد المئة = 102.0th"]), ("عاد بعد أيام", []),
    ("حصل على ثلاثة أرباع المقاعد", ["ثلاثة أرباع = 0.75"]), ("قال: عندي تلتمية واتناشر", ["تلتمية واتناشر = 312.0"]),
    ("المئتان والخامس عشر", ["المئتان والخامس عشر = 215.0th"]), ("ثلاثة فاصلة خمسة", ["ثلاثة فاصلة خمسة = 3.5"]),
    ("", []), ("لا عدد هنا", []),
  ])
  func mentions(text: String, expected: [String]) {
    #expect(numbers(text) == expected)
  }
}
