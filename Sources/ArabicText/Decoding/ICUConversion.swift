import ICUShim

/// ICU's charset converter and detector, for the encodings of one byte a character.
enum ICUConversion {
  /// Converts to UTF-8; nil if ICU lacks the charset or memory ran out.
  static func decode(_ input: [UInt8], as encoding: TextEncoding) -> DecodedText? {
    var buffer = ICUShimBuffer(bytes: nil, length: 0)
    defer { icushim_buffer_free(&buffer) }
    var replacements = 0
    var offsets = [Int](repeating: 0, count: Int(ICUSHIM_OFFSET_CAPACITY))
    let status = icushim_convert_to_utf8(
      encoding.rawValue, input, input.count, &buffer, &replacements, &offsets)
    guard status == .ok else { return nil }
    return DecodedText(
      bytes: Array(UnsafeBufferPointer(start: buffer.bytes, count: buffer.length)),
      encoding: encoding, replacements: replacements,
      replacementOffsets: Array(offsets.prefix(min(replacements, TextDecoder.offsetLimit))))
  }

  /// The encoding that ICU finds most likely among some; nil if it sees none of them.
  static func detect(_ input: [UInt8], among encodings: [TextEncoding]) -> TextEncoding? {
    let allowed = encodings.map(\.rawValue).joined(separator: ",")
    var name = [CChar](repeating: 0, count: Int(ICUSHIM_NAME_CAPACITY))
    var confidence: Int32 = 0
    let status = icushim_detect_charset(input, input.count, allowed, &name, &confidence)
    guard status == .ok else { return nil }
    let label = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return TextEncoding(label: String(decoding: label, as: UTF8.self))
  }
}
