import TestSupport
import Testing

@testable import ArabicText

@Suite("Quotations")
struct QuotationTests {
  /// The quotations, their words joined by spaces; «!» after one that no mark closes.
  static func quotations(_ text: String) -> [String] {
    let all = tokens(text)
    return Quotations.find(in: all.map(\.token)).map { q in
      all[(q.open + 1)..<max(q.open + 1, q.close)].map(\.text).joined(separator: " ") + (q.isClosed ? "" : "!")
    }
  }

  @Test(
    "marks of every style",
    arguments: [
      ("قال «نعم سنمضي» ثم", ["نعم سنمضي"]), ("قال \"نعم سنمضي\" ثم", ["نعم سنمضي"]),
      ("قال “نعم سنمضي” ثم", ["نعم سنمضي"]),
      ("قال ''نعم سنمضي'' ثم", ["نعم سنمضي"]), ("قال <<نعم سنمضي>> ثم", ["نعم سنمضي"]),
      ("قال »نعم سنمضي« ثم", ["نعم سنمضي"]),
      ("قال ”نعم سنمضي“ ثم", ["نعم سنمضي"]), ("«أول» و«ثان»", ["أول", "ثان"]), ("\"أول\" و\"ثان\"", ["أول", "ثان"]),
      ("«خارج «داخل» خارج» ثم", ["خارج « داخل » خارج"]),
      ("قال “نعم\" ثم", ["نعم"]), ("«»", [""]), ("لا شيء", []), ("وكالة ‹تاس› قالت", ["تاس"]),
    ])
  func styles(_ text: String, _ expected: [String]) {
    #expect(Self.quotations(text) == expected)
  }

  @Test(
    "what no mark closes ends with its line",
    arguments: [
      ("قال «نعم سنمضي", ["نعم سنمضي!"]), ("قال «نعم\nثم مضى", ["نعم!"]), ("قال نعم» ثم", []),
      ("قال «أول\n«ثان»", ["أول « ثان"]), ("قال \"نعم\nثم مضى", ["نعم!"]),
      ("\"", ["!"]), ("«", ["!"]), ("»", []),
    ])
  func unbalanced(_ text: String, _ expected: [String]) {
    #expect(Self.quotations(text) == expected)
  }

  @Test(
    "a quotation over several paragraphs",
    arguments: [
      ("قال: «سنمضي قدما.\nولن نعود» ثم", ["سنمضي قدما . ولن نعود"]),
      ("قال: «سنمضي.\n\nولن نعود».", ["سنمضي . ولن نعود"]), ("قال: \"سنمضي\nولن نعود\" ثم", ["سنمضي ولن نعود"]),
    ])
  func paragraphs(_ text: String, _ expected: [String]) {
    #expect(Self.quotations(text) == expected)
  }

  @Test("they do not overlap and lie within the tokens", arguments: 1...40 as ClosedRange<UInt64>)
  func random(_ seed: UInt64) {
    var random = TestRandom(seed: seed)
    let pieces = ["«", "»", "\"", "“", "”", "''", "<<", ">>", "قال", " ", "\n", ".", " نعم "]
    let text = (0..<120).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let all = tokens(text).map(\.token)
    var end = 0
    for q in Quotations.find(in: all) {
      #expect(q.open >= end)
      #expect(q.close > q.open && q.close <= all.count)
      #expect(!q.isClosed || q.close < all.count)
      end = q.isClosed ? q.close + 1 : q.close
    }
  }

  @Test(
    "a million marks, and other long runs, take time in proportion",
    arguments: ["\"", "«", "»", "\"\n", "«\n", "« \"", "\" "])
  func million(_ mark: String) {
    let count = mark == "\"" ? 1_000_000 : 100_000
    let all = Tokenizer.tokenize(Array(String(repeating: mark, count: count).utf8))
    #expect(all.count >= count)
    #expect(Quotations.find(in: all).allSatisfy { $0.close <= all.count })
    let growth = Growth.factor(20_000) { n in _ = Quotations.find(in: Array(all.prefix(n))) }
    #expect(growth < 9)
  }
}
