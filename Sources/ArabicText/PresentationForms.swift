import ICUShim

/// The letters that Arabic presentation forms stand for: «ﻻ» is لا, «ﷲ» is الله.
///
/// Made once, on first use, from ICU's NFKC.
struct PresentationForms: Sendable {
  /// Fold codes by code point; empty for a mark.
  let letters: [UInt32: [UInt8]]

  static let standard = PresentationForms()

  private init() {
    var map: [UInt32: [UInt8]] = [:]
    let table = FoldTable.standard.codes
    for v in Array(UInt32(0xFB50)...0xFDFB) + Array(0xFE70...0xFEFC) {
      guard let scalar = Unicode.Scalar(v), let text = Self.compatibility(Array(String(Character(scalar)).utf8)) else {
        continue
      }
      var codes: [UInt8] = []
      for s in text.unicodeScalars where s.value < 0x800 {
        let code = table[Int(s.value)]
        if code < FoldCode.firstNonWord { codes.append(code) }
      }
      if text.unicodeScalars.first?.value != v { map[v] = codes }
    }
    letters = map
  }

  private static func compatibility(_ bytes: [UInt8]) -> String? {
    var buffer = ICUShimBuffer(bytes: nil, length: 0)
    defer { icushim_buffer_free(&buffer) }
    guard bytes.withUnsafeBufferPointer({ p in p.baseAddress.map { icushim_nfkc($0, p.count, &buffer) } }) == .ok,
      let start = buffer.bytes
    else { return nil }
    return String(decoding: UnsafeBufferPointer(start: start, count: buffer.length), as: UTF8.self)
  }
}
