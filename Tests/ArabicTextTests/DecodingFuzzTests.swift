import Testing

@testable import ArabicText

@Suite("Decoding: random input")
struct DecodingFuzzTests {
  @Test("every result is valid UTF-8 and its counts agree", arguments: 1...16 as ClosedRange<UInt64>)
  func staysValid(_ seed: UInt64) {
    var random = DecodingRandom(seed: seed)
    for _ in 0..<100 {
      let input = Self.bytes(&random)
      for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
        let decoded = TextDecoder.decode(input, encoding: encoding)
        #expect(decodedString(decoded.bytes) != nil)
        #expect(decoded.replacementOffsets.count == min(decoded.replacements, 16))
        #expect(decoded.replacementOffsets == Set(decoded.replacementOffsets).sorted())
        #expect(decoded.replacementOffsets.allSatisfy { input.indices.contains($0) })
      }
    }
  }

  @Test("UTF-8 is validated and repaired as the standard library does", arguments: 41...56 as ClosedRange<UInt64>)
  func agreesOnUTF8(_ seed: UInt64) {
    var random = DecodingRandom(seed: seed)
    for _ in 0..<200 {
      let input = Self.bytes(&random)
      #expect(UTF8Validator.isValid(input) == (decodedString(input) != nil))
      let repaired = UTF8Repair.repair(input, from: 0)
      #expect(repaired.bytes == Array(String(decoding: input, as: UTF8.self).utf8))
    }
  }

  @Test("UTF-16 is decoded as the standard library does", arguments: 81...100 as ClosedRange<UInt64>)
  func agreesOnUTF16(_ seed: UInt64) {
    var random = DecodingRandom(seed: seed)
    for _ in 0..<100 {
      let units = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        let unit = UInt16.random(in: 0...0xFFFD, using: &random)
        return Bool.random(using: &random) ? 0xD800 | unit & 0x7FF : unit
      }
      guard units.first != 0xFEFF else { continue }
      let expected = Array(String(decoding: units, as: UTF16.self).utf8)
      for bigEndian in [false, true] {
        let input = DecodingSamples.bytes(of: units, bigEndian: bigEndian)
        #expect(UTF16Decoding.decode(input, bigEndian: bigEndian).bytes == expected)
      }
    }
  }

  @Test("every pair of bytes in every place of a block is judged rightly")
  func pairs() {
    var wrong = 0
    for pair in 0...UInt16.max {
      var input = Array("خبر عاجل من غزة".utf8)
      let place = Int(pair % 17)
      input[place] = UInt8(pair >> 8)
      input[place + 1] = UInt8(pair & 0xFF)
      wrong += UTF8Validator.isValid(input) == (decodedString(input) != nil) ? 0 : 1
    }
    #expect(wrong == 0)
  }

  @Test("megabytes of anything decode")
  func large() {
    var random = DecodingRandom(seed: 7)
    let noise = (0..<1_000_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let decoded = TextDecoder.decode(noise)
    #expect(decoded.encoding == .utf8)
    #expect(decoded.replacements > 100_000)
    #expect(decodedString(decoded.bytes) != nil)
  }

  /// Noise, a sentence in some encoding with a few bytes changed, or pieces of UTF-8.
  private static func bytes(_ random: inout DecodingRandom) -> [UInt8] {
    let pieces: [[UInt8]] = [
      [0xD9, 0x85], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0x20], [0xE0], [0xED, 0xA0],
      [0xF4, 0x8F], [0xF4, 0x90], [0xC1], [0x80], [0xBF], [0xE0, 0x9F], [0xF0, 0x8F], [0x00],
    ]
    let samples = [
      Array(DecodingSamples.sentence.utf8), DecodingSamples.windows1256, DecodingSamples.iso8859,
      DecodingSamples.utf16(DecodingSamples.sentence, bigEndian: false),
      DecodingSamples.utf16(DecodingSamples.sentence, bigEndian: true),
    ]
    let count = Int.random(in: 0...80, using: &random)
    switch Int.random(in: 0...2, using: &random) {
    case 0:
      return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    case 1:
      return (0..<count).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
    default:
      var input = samples.randomElement(using: &random) ?? []
      for _ in 0..<count % 8 {
        input[Int.random(in: input.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      return input
    }
  }
}
