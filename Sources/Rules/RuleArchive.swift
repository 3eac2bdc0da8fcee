/// Parsed rules in a compact form, so that a program need not parse its own rules each time it starts.
///
/// Numbers are six bits a byte with a mark on all but the last, strings their length and UTF-8; no byte but those of strings is
/// 0x80 or more, so that the whole can be embedded as a literal. Examples and lists are not kept.
public enum RuleArchive {
  /// The archive of some phases.
  public static func encode(_ phases: [Phase]) -> [UInt8] {
    var w = Writer()
    w.list(phases) { w, phase in
      w.string(phase.name)
      w.string(phase.mode.rawValue)
      w.list(phase.rules) { $0.rule($1) }
    }
    return w.bytes
  }

  /// The phases of an archive; nil where it is broken.
  public static func decode(_ literal: StaticString) -> [Phase]? {
    var r = Reader(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    let phases = r.list { r in
      let name = r.string()
      let mode = Phase.Mode(rawValue: r.string()) ?? .longest
      return Phase(name: name, mode: mode, rules: r.list { $0.rule() })
    }
    return r.isWhole ? phases : nil
  }

  private struct Writer {
    var bytes: [UInt8] = []
    private var strings: [String: Int] = [:]

    mutating func number(_ n: Int) {
      var n = n
      while n >= 64 {
        bytes.append(UInt8(n & 63) | 64)
        n >>= 6
      }
      bytes.append(UInt8(n))
    }

    /// A string seen before is its number, a new one 0 and its bytes.
    mutating func string(_ s: String) {
      if let k = strings[s] {
        number(k)
        return
      }
      strings[s] = strings.count + 1
      number(0)
      number(s.utf8.count)
      bytes += Array(s.utf8)
    }

    mutating func list<T>(_ items: [T], _ write: (inout Writer, T) -> Void) {
      number(items.count)
      for x in items { write(&self, x) }
    }

    mutating func rule(_ r: Rule) {
      string(r.id)
      string(r.file)
      number(r.line)
      list([r.before, r.after].compactMap { $0 }) { $0.pattern($1) }
      number((r.before == nil ? 0 : 1) + (r.after == nil ? 0 : 2))
      pattern(r.match)
      number(Int((r.trust * 10000).rounded()))
      number(r.prefersShortest ? 1 : 0)
      string(r.make.type)
      list(r.make.fields) { w, f in
        w.string(f.key)
        w.value(f.value)
      }
    }

    mutating func value(_ v: Rule.Make.Value) {
      switch v {
      case .capture(let s):
        number(0)
        string(s)
      case .constant(let s):
        number(1)
        string(s)
      case .call(let name, let arguments):
        number(2)
        string(name)
        list(arguments) { w, a in
          w.string(a.name)
          w.string(a.value)
          w.number(a.isCapture ? 1 : 0)
        }
      }
    }

    mutating func pattern(_ p: Pattern) {
      switch p {
      case .atom(let tests):
        number(0)
        list(tests) { w, t in
          w.string(t.name)
          w.number(t.isNegated ? 1 : 0)
          w.number(t.line)
          w.number(t.column)
        }
      case .sequence(let parts):
        number(1)
        list(parts) { $0.pattern($1) }
      case .choice(let parts):
        number(2)
        list(parts) { $0.pattern($1) }
      case .repetition(let inner, let min, let max, let isLazy):
        number(3)
        number(min)
        number(max.map { $0 + 1 } ?? 0)
        number(isLazy ? 1 : 0)
        pattern(inner)
      case .capture(let name, let inner):
        number(4)
        string(name)
        pattern(inner)
      }
    }
  }

  private struct Reader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var i = 0
    private var strings: [String] = []
    private var failed = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isWhole: Bool { !failed && i == bytes.count }

    mutating func number() -> Int {
      var n = 0
      var shift = 0
      while i < bytes.count, shift < 56 {
        let b = bytes[i]
        i += 1
        n |= Int(b & 63) << shift
        if b & 64 == 0 { return n }
        shift += 6
      }
      failed = true
      return 0
    }

    mutating func string() -> String {
      let k = number()
      if k > 0 {
        guard k <= strings.count else {
          failed = true
          return ""
        }
        return strings[k - 1]
      }
      let n = number()
      guard n <= bytes.count - i else {
        failed = true
        return ""
      }
      let s = String(decoding: bytes[i..<i + n], as: UTF8.self)
      i += n
      strings.append(s)
      return s
    }

    mutating func list<T>(_ read: (inout Reader) -> T) -> [T] {
      let n = number()
      guard n <= bytes.count else {
        failed = true
        return []
      }
      var items: [T] = []
      items.reserveCapacity(n)
      while items.count < n, !failed { items.append(read(&self)) }
      return items
    }

    mutating func rule() -> Rule {
      let id = string()
      let file = string()
      let line = number()
      let context = list { $0.pattern() }
      let which = number()
      let match = pattern()
      let trust = Double(number()) / 10000
      let shortest = number() == 1
      let type = string()
      let fields = list { r in (key: r.string(), value: r.value()) }
      return Rule(
        id: id, file: file, line: line, before: which & 1 != 0 ? context.first : nil, match: match,
        after: which & 2 != 0 ? context.last : nil, make: Rule.Make(type: type, fields: fields), trust: trust,
        prefersShortest: shortest, examples: [])
    }

    mutating func value() -> Rule.Make.Value {
      switch number() {
      case 0: return .capture(string())
      case 1: return .constant(string())
      default:
        let name = string()
        return .call(
          name, list { r in Rule.Make.Argument(name: r.string(), value: r.string(), isCapture: r.number() == 1) })
      }
    }

    mutating func pattern() -> Pattern {
      switch number() {
      case 1: return .sequence(list { $0.pattern() })
      case 2: return .choice(list { $0.pattern() })
      case 3:
        let min = number()
        let max = number()
        let isLazy = number() == 1
        return .repetition(pattern(), min: min, max: max == 0 ? nil : max - 1, isLazy: isLazy)
      case 4:
        let name = string()
        return .capture(name, pattern())
      default:
        return .atom(
          list { r in
            let name = r.string()
            return Pattern.Test(name: name, isNegated: r.number() == 1, line: r.number(), column: r.number())
          })
      }
    }
  }
}
