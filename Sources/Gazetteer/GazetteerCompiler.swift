import ArabicText

/// Compiles entries to one flat file, the same bytes for the same entries in the same order.
public enum GazetteerCompiler {
  /// The compiled file of `entries`.
  public static func compile(_ entries: [Entry]) -> [UInt8] {
    var c = Compilation()
    for e in entries { c.add(e) }
    return c.finish()
  }
}

/// The tables of a compilation in progress.
private struct Compilation {
  var strings = StringPool()
  var classIDs: [String: UInt32] = [:]
  var classNames: [UInt32] = []
  var sets: [[UInt32]: UInt32] = [:]
  var setList: [[UInt32]] = []
  var lists: [String: UInt32] = [:]
  var listNames: [UInt32] = []
  var forms = FlatWriter()
  var formCount: UInt32 = 0
  var entries = FlatWriter()
  var entryCount: UInt32 = 0
  /// Prefix hash to the forms that end there and whether longer ones go on.
  var nodes: [UInt64: Node] = [:]
  var order: [UInt64] = []
  var first: Set<UInt64> = []
  var version: UInt64 = 0xCBF2_9CE4_8422_2325
  var maxWords = 1

  struct Node {
    var forms: [UInt32] = []
    var more = false
  }

  mutating func add(_ e: Entry) {
    entries.append(strings.add(e.id))
    entries.append(strings.add(e.name))
    entries.append(strings.add(e.type))
    entries.append(strings.add(e.attributes.map { "\($0.key)=\($0.value)" }.joined(separator: "\t")))
    if lists[e.list] == nil {
      lists[e.list] = UInt32(listNames.count)
      listNames.append(strings.add(e.list))
    }
    entries.append(lists[e.list] ?? 0)
    entries.append(UInt32(e.line))
    mix(e.id)
    var seen: Set<[UInt64]> = []
    for f in e.forms {
      let bytes = Array(f.text.utf8)
      let tokens = Tokenizer.tokenize(bytes)
      guard !tokens.isEmpty, tokens.contains(where: \.kind.isWord) else { continue }
      let hashes = tokens.map { TokenHash.mixed($0.hash) }
      // Two exact forms that fold alike (بيّن, بين) are both kept.
      guard f.isExact || seen.insert(hashes).inserted else { continue }
      maxWords = max(maxWords, hashes.count)
      mix(f.text)
      let set = classSet(f.classes)
      forms.append(entryCount)
      forms.append(strings.add(f.text))
      forms.append(set | (f.isExact ? FlatFile.exactFlag : 0))
      first.insert(hashes[0])
      var h = hashes[0]
      for k in hashes.indices {
        if k > 0 { h = TokenHash.joined(h, hashes[k]) }
        let key = masked(h)
        if nodes[key] == nil { order.append(key) }
        if k == hashes.count - 1 {
          nodes[key, default: Node()].forms.append(formCount)
        } else {
          nodes[key, default: Node()].more = true
        }
      }
      formCount += 1
    }
    entryCount += 1
  }

  func masked(_ h: UInt64) -> UInt64 {
    let k = h & FlatFile.keyMask
    return k == 0 ? 1 : k
  }

  mutating func mix(_ s: String) {
    for b in s.utf8 { version = (version ^ UInt64(b)) &* 0x100_0000_01B3 }
  }

  mutating func classSet(_ classes: [String]) -> UInt32 {
    var ids: [UInt32] = []
    for c in classes {
      if classIDs[c] == nil {
        classIDs[c] = UInt32(classNames.count)
        classNames.append(strings.add(c))
      }
      if let id = classIDs[c], !ids.contains(id) { ids.append(id) }
      mix(c)
    }
    if let s = sets[ids] { return s }
    let s = UInt32(setList.count)
    sets[ids] = s
    setList.append(ids)
    return s
  }

  mutating func finish() -> [UInt8] {
    var capacity: UInt64 = 64
    while capacity * 6 < UInt64(nodes.count) * 10 { capacity *= 2 }
    var filterBytes: UInt64 = 64
    while filterBytes * 7 < UInt64(first.count) * 12 { filterBytes *= 2 }
    var filter = [UInt8](repeating: 0, count: Int(filterBytes))
    for h in first {
      let (byte, bit) = FlatFile.filterBit(h, filterBytes - 1)
      filter[byte] |= 1 << bit
    }
    var keys = [UInt64](repeating: 0, count: Int(capacity))
    var values = [UInt32](repeating: 0, count: Int(capacity))
    var postings = FlatWriter()
    postings.append(0)
    var next: UInt32 = 1
    for key in order {
      guard let node = nodes[key] else { continue }
      var slot = FlatFile.slot(key, capacity - 1)
      while keys[Int(slot)] != 0 { slot = (slot + 1) & (capacity - 1) }
      keys[Int(slot)] = key
      var value: UInt32 = node.more ? FlatFile.more : 0
      if !node.forms.isEmpty {
        value |= next
        for (k, f) in node.forms.enumerated() {
          postings.append(f | (k == node.forms.count - 1 ? FlatFile.more : 0))
          next += 1
        }
      }
      values[Int(slot)] = value
    }
    return assemble(capacity, filter, keys, values, postings)
  }

  mutating func assemble(
    _ capacity: UInt64, _ filter: [UInt8], _ keys: [UInt64], _ values: [UInt32], _ postings: FlatWriter
  ) -> [UInt8] {
    var body = FlatWriter()
    var header = [UInt32](repeating: 0, count: FlatFile.headerCount)
    func begin(_ field: FlatFile.Field) {
      body.align()
      header[field.rawValue] = UInt32(FlatFile.headerSize + body.bytes.count)
    }
    header[FlatFile.Field.capacity.rawValue] = UInt32(capacity)
    header[FlatFile.Field.filterBytes.rawValue] = UInt32(filter.count)
    begin(.filter)
    body.bytes += filter
    begin(.keys)
    for k in keys { body.append(key: k) }
    begin(.values)
    for v in values { body.append(v) }
    begin(.postings)
    body.bytes += postings.bytes
    begin(.forms)
    body.bytes += forms.bytes
    header[FlatFile.Field.formCount.rawValue] = formCount
    begin(.entries)
    body.bytes += entries.bytes
    header[FlatFile.Field.entryCount.rawValue] = entryCount
    begin(.classSets)
    var offset = UInt32(setList.count)
    for s in setList {
      body.append(offset)
      offset += UInt32(s.count) + 1
    }
    for s in setList {
      body.append(UInt32(s.count))
      for c in s { body.append(c) }
    }
    begin(.classNames)
    for n in classNames { body.append(n) }
    header[FlatFile.Field.classCount.rawValue] = UInt32(classNames.count)
    begin(.lists)
    for n in listNames { body.append(n) }
    header[FlatFile.Field.listCount.rawValue] = UInt32(listNames.count)
    header[FlatFile.Field.version.rawValue] = UInt32((version ^ version >> 32) & 0x0FFF_FFFF)
    header[FlatFile.Field.maxWords.rawValue] = UInt32(maxWords)
    header[FlatFile.Field.single.rawValue] = UInt32(setList.count)
    begin(.strings)
    body.bytes += strings.bytes
    header[FlatFile.Field.stringBytes.rawValue] = UInt32(strings.bytes.count)
    var out = FlatWriter()
    out.bytes = FlatFile.magic
    for h in header { out.append(h) }
    return out.bytes + body.bytes
  }
}

/// Strings, each stored once and ended by a NUL.
private struct StringPool {
  var bytes: [UInt8] = [0]
  var offsets: [String: UInt32] = ["": 0]

  mutating func add(_ s: String) -> UInt32 {
    if let o = offsets[s] { return o }
    let o = UInt32(bytes.count)
    offsets[s] = o
    bytes += s.utf8.filter { $0 != 0 }
    bytes.append(0)
    return o
  }
}
