import Formats
import Tagger

/// Reads documents as `isnad annotate` writes them, perhaps corrected by hand.
public enum AnnotatedReader {
  /// The document of one JSON object: its text and its entities of the types PER, ORG and LOC.
  public static func read(_ bytes: ArraySlice<UInt8>, file: String) throws(CorpusError) -> LabelledText {
    let json: JSONValue
    do throws(JSONError) {
      json = try JSONReader.parse(bytes)
    } catch {
      throw CorpusError(description: "\(file): byte \(error.offset): \(error.message)")
    }
    guard case .string(let text)? = json["text"] else {
      throw CorpusError(description: "\(file): a document needs its 'text'; annotate without --no-text")
    }
    var out = LabelledText()
    out.bytes = text
    let offsets = byteOffsets(text, unit: json["offsets"]?.string ?? "codepoint")
    guard case .array(let entities)? = json["entities"] else {
      throw CorpusError(description: "\(file): a document needs its 'entities'")
    }
    for (n, e) in entities.enumerated() {
      guard let name = e["type"]?.string, let type = TagType(corpusName: name) else { continue }
      guard case .number(let start)? = e["start"], case .number(let end)? = e["end"], start >= 0, start < end,
        end < Double(offsets.count)
      else { throw CorpusError(description: "\(file): entity \(n + 1) does not lie in the text") }
      out.names.append((offsets[Int(start)]..<offsets[Int(end)], type))
    }
    return out
  }

  /// The byte of each unit of a text, and its end.
  private static func byteOffsets(_ text: [UInt8], unit: String) -> [Int] {
    if unit == "utf8" { return Array(0...text.count) }
    var out: [Int] = []
    for (i, b) in text.enumerated() where b & 0xC0 != 0x80 {
      out.append(i)
      if unit == "utf16", b >= 0xF0 { out.append(i) }
    }
    return out + [text.count]
  }
}
