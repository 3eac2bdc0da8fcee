import ArabicText

/// Compiles entries to one flat file, the same bytes for the same entries in the same order.
public enum GazetteerCompiler {
  /// The compiled file of `entries`; throws where it would be larger than 256 MB.
  public static func compile(_ entries: [Entry]) throws(DataError) -> [UInt8] {
    var c = Compilation(expecting: entries.count)
    for e in entries { c.add(e) }
    return try c.finish()
  }
}

/// The tables of a compilation in progress.
private struct Compilation {
  var strings: StringPool
  var classIDs: [String: UInt32] = [:]
  var classNames: [UInt32] = []
  var sets: [[UInt32]: UInt32] = [:]
  var setList: [[UInt32]] = []
  /// The numbers of class lists seen lately: most entries have the classes of the entry before.
  var lastClasses: ([String], UInt32)?
  /// Where each list begins: its name and its first entry.
  var lists: [(name: UInt32, first: UInt32)] = []
  var lastList: String?
  var forms = FlatWriter()
  var formCount: UInt32 = 0
  var entries = FlatWriter()
  var entryCount: UInt32 = 0
  var prefixes: PrefixTable
  /// The hashes of phrases of one word, and of the first two words of the others.
  var singles: [UInt64] = []
  var pairs: [UInt64] = []
  var version: UInt64 = 0xCBF2_9CE4_8422_2325
  var maxWords = 1
  /// Two phrases that cannot be told apart by their hashes, if there are any.
  var collision: (String, String)?
  /// The tokens of the form at hand.
  var tokens: [Token] = []
  var hashes: [UInt64] = []

  init(expecting n: Int) {
    strings = StringPool(expecting: n)
    prefixes = PrefixTable(expecting: n + n / 2)
  }

  mutating func add(_ e: Entry) {
    // The id of a word is made of its class and form: see `Gazetteer.EntryReference.id`.
    entries.append(e.id == "\(e.type)/\(e.name)" ? 0 : strings.add(e.id))
    entries.append(strings.add(e.name))
    entries.append(strings.add(e.type))
    entries.append(
      e.attributes.isEmpty ? 0 : strings.add(e.attributes.map { "\($0.key)=\($0.value)" }.joined(separator: "\t")))
    entries.append(UInt32(e.line))
    if lastList != e.list {
      lastList = e.list
      lists.append((strings.add(e.list), entryCount))
    }
    mix(e.id)
    var seen: [[UInt64]] = []
    for f in e.forms { add(f, only: e.forms.count == 1, &seen) }
    entryCount += 1
  }

  private mutating func add(_ f: Entry.Form, only: Bool, _ seen: inout [[UInt64]]) {
    tokens.removeAll(keepingCapacity: true)
    Tokenizer.tokenize(Array(f.text.utf8), into: &tokens)
    guard tokens.contains(where: \.kind.isWord) else { return }
    hashes.removeAll(keepingCapacity: true)
    for t in tokens { hashes.append(TokenHash.mixed(t.hash)) }
    // Two exact forms that fold alike (بيّن, بين) are both kept.
    if !only, !f.isExact {
      if seen.contains(hashes) { return }
      seen.append(hashes)
    }
    maxWords = max(maxWords, hashes.count)
    mix(f.text)
    let set = classSet(f.classes)
    forms.append(entryCount)
    forms.append(strings.add(f.text))
    forms.append(set | (f.isExact ? FlatFile.exactFlag : 0))
    formCount += 1
    var h = hashes[0]
    var node = prefixes.node(FlatFile.key(h))
    if hashes.count == 1, prefixes.lastForm(of: node) == nil { singles.append(h) }
    for k in 1..<max(1, hashes.count) {
      prefixes.setMore(node)
      h = TokenHash.joined(h, hashes[k])
      let known = prefixes.count
      node = prefixes.node(FlatFile.key(h))
      if k == 1, node == known { pairs.append(h) }
    }
    if let other = prefixes.lastForm(of: node) { check(f.text, against: other) }
    prefixes.addForm(node)
  }

  /// Two phrases of one hash: the matcher compares the text with the first form of a hash only.
  private mutating func check(_ text: String, against form: Int) {
    let other = strings.text(at: forms.value(form * FlatFile.formSize + 4))
    if Folding.text(text) != Folding.text(other) { collision = collision ?? (text, other) }
  }

  private mutating func mix(_ s: String) {
    for b in s.utf8 { version = (version ^ UInt64(b)) &* 0x100_0000_01B3 }
  }

  private mutating func classSet(_ classes: [String]) -> UInt32 {
    if let (known, id) = lastClasses, known == classes { return id }
    var ids: [UInt32] = []
    for c in classes {
      if classIDs[c] == nil {
        classIDs[c] = UInt32(classNames.count)
        classNames.append(strings.add(c))
      }
      if let id = classIDs[c], !ids.contains(id) { ids.append(id) }
      mix(c)
    }
    let s = sets[ids] ?? UInt32(setList.count)
    if s == setList.count {
      sets[ids] = s
      setList.append(ids)
    }
    lastClasses = (classes, s)
    return s
  }

  /// A one-bit table of hashes, with at least so many bits for each.
  private static func filter(_ hashes: [UInt64], bits: Int) -> [UInt8] {
    var size: UInt64 = 64
    while size * 7 < UInt64(hashes.count * bits) { size *= 2 }
    var filter = [UInt8](repeating: 0, count: Int(size))
    for h in hashes {
      let (byte, bit) = FlatFile.filterBit(h, size - 1)
      filter[byte] |= 1 << bit
    }
    return filter
  }

  mutating func finish() throws(DataError) -> [UInt8] {
    if let (a, b) = collision {
      throw DataError(file: "gazetteer", "'\(a)' and '\(b)' have the same hash: leave one of them out")
    }
    let capacity = UInt64(max(64, prefixes.count * 3 / 2))
    var keys = [UInt64](repeating: 0, count: Int(capacity))
    var values = [UInt32](repeating: 0, count: Int(capacity))
    var postings = FlatWriter()
    postings.append(0)
    for (node, key) in prefixes.keys.enumerated() {
      var slot = FlatFile.slot(key, capacity)
      while keys[Int(slot)] != 0 { slot = slot + 1 == capacity ? 0 : slot + 1 }
      keys[Int(slot)] = key
      var value: UInt32 = prefixes.more[node] ? FlatFile.more : 0
      var form = prefixes.firstForm[node]
      if form >= 0, prefixes.nextForm[Int(form)] < 0 {
        value |= UInt32(form) | FlatFile.single
      } else if form >= 0 {
        value |= UInt32(postings.bytes.count / 4)
        while form >= 0 {
          let next = prefixes.nextForm[Int(form)]
          postings.append(UInt32(form) | (next < 0 ? FlatFile.last : 0))
          form = next
        }
      }
      values[Int(slot)] = value
    }
    return try assemble(keys, values, postings)
  }

  private mutating func assemble(_ keys: [UInt64], _ values: [UInt32], _ postings: FlatWriter) throws(DataError)
    -> [UInt8]
  {
    let filter = Self.filter(singles, bits: 8)
    let pairFilter = Self.filter(pairs, bits: 6)
    var body = FlatWriter()
    body.bytes.reserveCapacity(
      filter.count + pairFilter.count + keys.count * 12 + postings.bytes.count + forms.bytes.count + entries.bytes.count
        + strings.bytes.count + 4096)
    var header = [UInt32](repeating: 0, count: FlatFile.headerCount)
    func set(_ field: FlatFile.Field, _ value: Int) { header[field.rawValue] = UInt32(value) }
    func begin(_ field: FlatFile.Field) {
      body.align()
      set(field, FlatFile.headerSize + body.bytes.count)
    }
    set(.capacity, keys.count)
    set(.filterBytes, filter.count)
    begin(.filter)
    body.bytes += filter
    set(.pairBytes, pairFilter.count)
    begin(.pairs)
    body.bytes += pairFilter
    begin(.slots)
    for (key, value) in zip(keys, values) {
      body.append(key: key)
      body.append(value)
    }
    begin(.postings)
    body.bytes += postings.bytes
    begin(.forms)
    body.bytes += forms.bytes
    set(.formCount, Int(formCount))
    begin(.entries)
    body.bytes += entries.bytes
    set(.entryCount, Int(entryCount))
    begin(.classSets)
    var offset = UInt32(setList.count)
    for s in setList {
      body.append(offset)
      offset += UInt32(s.count) + 1
    }
    for s in setList {
      body.append(UInt32(s.count))
      body.append(s)
    }
    set(.setCount, setList.count)
    begin(.classNames)
    body.append(classNames)
    set(.classCount, classNames.count)
    begin(.lists)
    for l in lists { body.append([l.name, l.first]) }
    set(.listCount, lists.count)
    header[FlatFile.Field.version.rawValue] = UInt32((version ^ version >> 32) & 0x0FFF_FFFF)
    set(.maxWords, maxWords)
    begin(.strings)
    body.bytes += strings.bytes
    set(.stringBytes, strings.bytes.count)
    var out = FlatWriter()
    out.bytes = FlatFile.magic
    out.append(header)
    if out.overflows || body.overflows || formCount >= FlatFile.single || body.bytes.count >= 1 << 28 {
      throw DataError(file: "gazetteer", "too large: a compiled gazetteer holds at most 256 MB; split the list")
    }
    return out.bytes + body.bytes
  }
}
