import ArgumentParser
import Isnad

struct NumbersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "numbers",
    abstract: "Print the numbers of a text with their values, in words and in digits of three scripts.")

  @OptionGroup(title: "Input") var input: InputOptions

  @Option(help: "The unit of offsets: codepoint, utf16, utf8.")
  var offsets: OffsetUnit = .codepoint

  func run() throws {
    var reader = InputReader(input)
    reader.each(64) { inputs in
      var writer = JSONWriter()
      for i in inputs {
        Self.write(i, offsets, &writer)
        Files.write(writer.take() + [0x0A], to: 1)
        writer = JSONWriter()
      }
      return true
    }
    if reader.failures > 0 { throw ExitCode(1) }
  }

  private static func write(_ input: Input, _ unit: OffsetUnit, _ writer: inout JSONWriter) {
    let map = OffsetMap(input.text, unit: unit)
    writer.beginObject()
    writer.member("id", input.id)
    writer.key("numbers")
    writer.beginArray()
    for n in Isnad.numbers(in: input.text) {
      writer.beginObject()
      writer.member("start", map.offset(n.span.start))
      writer.member("end", map.offset(n.span.end))
      writer.key("text")
      writer.value(utf8: input.text[n.span.start..<n.span.end])
      writer.key("value")
      writer.value(exact: n.value)
      writer.key("ordinal")
      writer.value(n.isOrdinal)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}
