import Testing

@testable import ArabicText

@Suite("Proclitics")
struct ProcliticTests {
  /// The readings of a word: what was taken off, and the hash of what remains.
  static func readings(_ word: String) -> [CliticAnalysis] {
    var found: [CliticAnalysis] = []
    let powers = TokenHash.powers
    tokens(word).first?.token.eachProclitic(powers: powers.span) { found.append($0) }
    return found
  }

  static func hash(_ word: String) -> UInt64 { tokens(word).first?.token.hash ?? 0 }

  @Test(
    "the words that remain, shortest proclitic first",
    arguments: [
      ("وبالقاهرة", ["بالقاهرة", "القاهرة"]), ("بالقاهرة", ["القاهرة"]), ("للأمم", ["لأمم", "الأمم"]),
      ("وللأمم", ["للأمم", "لأمم", "الأمم"]),
      ("كالقاهرة", ["القاهرة"]), ("فلمصر", ["لمصر", "مصر"]), ("وسيلتقي", ["سيلتقي", "يلتقي"]), ("سيلتقي", ["يلتقي"]),
      ("مصر", []), ("القاهرة", []), ("و", []),
      ("ببغداد", ["بغداد"]), ("بلبنان", ["لبنان"]), ("وَبِمِصْرَ", ["بمصر", "مصر"]), ("ﻭﺑﻤﺼﺮ", ["بمصر", "مصر"]),
      ("2025", []), ("ومصر", ["مصر"]),
    ])
  func remains(_ word: String, _ expected: [String]) {
    #expect(Self.readings(word).map(\.hash) == expected.map(Self.hash))
  }

  static let takenTable: [(String, [Proclitics])] = [
    ("وبالقاهرة", [.waw, [.waw, .beh]]), ("للأمم", [.lam, [.lam, .lamLam]]), ("كالقاهرة", [.kaf]),
    ("فسيلتقي", [.feh, [.feh, .seen]]),
  ]

  @Test(
    "what was taken off",
    arguments: takenTable)
  func taken(_ word: String, _ expected: [Proclitics]) {
    #expect(Self.readings(word).map(\.proclitics) == expected)
  }

  @Test(
    "the word begins after its proclitics, their marks, tatweel and invisible characters",
    arguments: [
      ("وبالقاهرة", 2, "القاهرة"), ("للأمم", 1, "لأمم"), ("مصر", 0, "مصر"), ("وَبِمِصْرَ", 2, "مِصْرَ"), ("لـمصر", 1, "مصر"),
      ("و\u{200F}ب\u{200F}مصر", 2, "مصر"),
      ("ب\u{61C}مصر", 1, "مصر"), ("و\u{61C}ب\u{61C}مصر", 2, "مصر"), ("ب\u{FEFF}مصر", 1, "مصر"),
      ("و\u{AD}بمصر", 2, "مصر"), ("و\u{6D6}بمصر", 2, "مصر"),
      ("ﻭﺑﻤﺼﺮ", 2, "ﻤﺼﺮ"),
    ])
  func offsets(_ word: String, _ letters: Int, _ expected: String) throws {
    let bytes = Array(word.utf8)
    let token = try #require(Tokenizer.tokenize(bytes).first)
    let rest = String(decoding: bytes[token.offset(after: letters, in: bytes)..<Int(token.end)], as: UTF8.self)
    #expect(Array(rest.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("every split lies on a code point, and its rest folds to the reading's hash", arguments: HostileWords.all)
  func splits(_ word: String) throws {
    let bytes = Array(word.utf8)
    let token = try #require(Tokenizer.tokenize(bytes).first)
    for r in Self.readings(word) where !r.proclitics.contains(.lamLam) {
      let at = token.offset(after: r.letters, in: bytes)
      #expect(at == bytes.count || bytes[at] & 0xC0 != 0x80)
      let rest = String(decoding: bytes[at..<Int(token.end)], as: UTF8.self)
      #expect(Self.hash(rest) == r.hash, "«\(word)» less \(r.letters) letters leaves «\(rest)»")
    }
  }

  @Test("very long words are not split")
  func long() {
    #expect(Self.readings(String(repeating: "و", count: 70)).isEmpty)
    #expect(Self.readings("و" + String(repeating: "م", count: 400)).isEmpty)
  }
}

/// Words with proclitics, written with marks between every two letters.
enum HostileWords {
  static let all: [String] = {
    let words = ["وبالقاهرة", "فلمصر", "كلبنان", "وسيلتقي", "ببغداد"]
    let marks = ["", "\u{64E}", "\u{640}", "\u{651}\u{64E}", "\u{200F}", "\u{200D}", "\u{670}", "\u{61C}", "\u{6D6}"]
    return words.flatMap { w in marks.map { m in w.map { String($0) }.joined(separator: m) } }
  }()
}
