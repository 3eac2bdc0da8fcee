/// The words of the generated text. Made up for the benchmark; what they say does not matter, their mix of names, cues,
/// dates and unknown words does.
enum Words {
  static let verbs = split("قال أكد أعلن أوضح أشار أضاف ذكر نفى كشف صرح")
  static let particles = ["إن", "أن"]
  static let participles = split("مضيفا مؤكدا موضحا قائلا")
  static let titles = split("الرئيس الوزير السفير المدير النائب الدكتور المتحدث الخبير")
  static let nationalities = split("اللبناني المصري السوري العراقي الأردني التونسي المغربي اليمني الروسي الفرنسي")
  static let given = split("سالم أحمد محمد خالد طارق سامي ليلى هند مريم نادية يوسف إبراهيم حسن علي عمر كريم")
  static let family = split("المرزوقي الخفاجي الجندي العامري حداد الخوري منصور الشامي الحلبي البغدادي العلي نصار")
  static let places = split(
    "القاهرة بيروت دمشق بغداد عمان تونس الرباط صنعاء عدن موسكو باريس لندن غزة الخرطوم الرياض الدوحة")
  static let organizations = [
    "الأمم المتحدة", "جامعة الدول العربية", "وزارة الداخلية", "وزارة الزراعة", "البنك الدولي", "الحكومة اللبنانية",
    "منظمة الصحة العالمية",
    "الاتحاد الأوروبي", "مجلس الوزراء", "الجيش العراقي",
  ]
  static let agencies = ["رويترز", "سانا", "واس", "تاس", "أ.ف.ب", "د.ب.أ"]
  static let weekdays = split("الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت")
  static let months = split("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر")
  static let joints = split("في من على إلى عن مع بعد قبل خلال حول منذ بين التي الذي هذا هذه لا لم قد كما ما")
  /// Patterns of nouns, verbs and adjectives, 1, 2 and 3 standing for the letters of a root.
  static let patterns = split(
    "123 1ا23 م12و3 12ي3 ت12ي3 است12ا3 م1ا23 12ا3 ي123 1وا23 ان12ا3 م123ة ا12ا3 12ائ3 م1ت23 1و23ي 12ا3ات م12و3ين ت1ا23وا"
  )
  static let roots = Array("بتثجحخدرزسشصضطعغفقكلمنهو")
  static let prefixes = ["", "", "", "", "ال", "ال", "ال", "و", "وال", "بال", "لل", "ب", "ل", "ف"]

  private static func split(_ s: String) -> [String] { s.split(separator: " ").map(String.init) }
}

/// Writes articles from a seed.
struct NewsWriter {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private mutating func below(_ n: Int) -> Int { Int(next() % UInt64(n)) }
  private mutating func pick(_ a: [String]) -> String { a[below(a.count)] }

  /// About 3.5 KB: title, dateline, paragraphs, source line, headlines of others.
  mutating func article() -> String {
    var out = clause(7) + "\n" + pick(Words.places) + " - " + pick(Words.agencies) + "\n"
    for _ in 0..<5 + below(4) {
      for _ in 0..<2 + below(3) { out += sentence() + " " }
      out += "\n"
    }
    out += "\nالمصدر: " + pick(Words.agencies) + "\n\nاقرأ أيضا:\n"
    for _ in 0..<3 { out += clause(6) + "\n" }
    return out
  }

  private mutating func person() -> String {
    let name = pick(Words.given) + " " + pick(Words.family)
    return below(2) == 0 ? name : pick(Words.titles) + " " + pick(Words.nationalities) + " " + name
  }

  private mutating func source() -> String { below(3) == 0 ? pick(Words.organizations) : person() }

  private mutating func date() -> String {
    switch below(3) {
    case 0: "يوم " + pick(Words.weekdays)
    case 1: "\(1 + below(28)) " + pick(Words.months) + " \(2015 + below(12))"
    default: "أمس"
    }
  }

  private mutating func sentence() -> String {
    switch below(6) {
    case 0: pick(Words.verbs) + " " + source() + " " + pick(Words.particles) + " " + clause(12) + "."
    case 1: "و" + pick(Words.verbs) + " " + source() + ": «" + clause(10) + "»."
    case 2:
      "و" + pick(Words.verbs) + " " + pick(Words.particles) + " " + clause(12) + "، " + pick(Words.participles) + " أن "
        + clause(8) + "."
    case 3: "وبحسب " + source() + "، " + clause(14) + " " + date() + "."
    default: clause(9) + "، " + clause(11) + " في " + pick(Words.places) + " " + date() + "."
    }
  }

  private mutating func clause(_ words: Int) -> String {
    var out: [String] = []
    for _ in 0..<words + below(words) {
      switch below(12) {
      case 0, 1, 2: out.append(pick(Words.joints))
      case 3: out.append(pick(Words.places))
      case 4: out.append(pick(Words.organizations))
      default: out.append(word())
      }
    }
    return out.joined(separator: " ")
  }

  /// A word of a random root and pattern.
  private mutating func word() -> String {
    let root = (0..<3).map { _ in Words.roots[below(Words.roots.count)] }
    var out = pick(Words.prefixes)
    for c in pick(Words.patterns) {
      switch c {
      case "1": out.append(root[0])
      case "2": out.append(root[1])
      case "3": out.append(root[2])
      default: out.append(c)
      }
    }
    return out
  }
}
