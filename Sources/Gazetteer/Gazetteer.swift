import ArabicText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A compiled gazetteer, read in place.
public final class Gazetteer: @unchecked Sendable {
  // Unchecked: the bytes are never written after creation; `owner` keeps them alive where they are not static.
  private let base: UnsafeRawPointer
  private let owner: Memory?
  let table: PhraseTable
  private let postings: UnsafeRawPointer
  fileprivate let forms: UnsafeRawPointer
  private let entries: UnsafeRawPointer
  private let strings: UnsafeRawPointer
  /// The end of the strings, which is that of the file.
  private let end: UnsafeRawPointer

  /// Number of entries.
  public let entryCount: Int
  /// Number of written forms.
  public let formCount: Int
  /// The classes, by class id.
  public let classNames: [String]
  /// The class ids of each class set.
  public let classSets: [[Int]]
  /// The classes of each class set.
  public let classSetNames: [[String]]
  /// The lists, in the order in which they were compiled.
  public let listNames: [String]
  /// The first entry of each list.
  private let listStarts: [Int]
  /// A hash of the content.
  public let version: UInt32
  /// The number of words of the longest form.
  public let maxWords: Int

  /// A gazetteer over compiled bytes that it keeps a copy of.
  public convenience init(compiled bytes: [UInt8], name: String = "gazetteer") throws(DataError) {
    let memory = Memory(copying: bytes)
    try self.init(base: memory.base, count: memory.count, owner: memory, name: name)
  }

  /// A gazetteer over a compiled file that is mapped into memory, and whose every part has been checked.
  public convenience init(file: String) throws(DataError) {
    let memory = try Memory(mapping: file)
    if let error = CompiledCheck.error(memory.base, memory.count, file: file) { throw error }
    try self.init(base: memory.base, count: memory.count, owner: memory, name: file)
  }

  /// A gazetteer over a literal in the binary.
  public convenience init(embedded literal: StaticString, name: String) throws(DataError) {
    try self.init(base: UnsafeRawPointer(literal.utf8Start), count: literal.utf8CodeUnitCount, owner: nil, name: name)
  }

  private init(base: UnsafeRawPointer, count: Int, owner: Memory?, name: String) throws(DataError) {
    guard count > FlatFile.headerSize,
      FlatFile.magic.indices.allSatisfy({ base.load(fromByteOffset: $0, as: UInt8.self) == FlatFile.magic[$0] })
    else { throw DataError(file: name, "not a compiled gazetteer of this version; compile the lists again") }
    func field(_ f: FlatFile.Field) -> Int { Int(Self.integer(base, 8 + f.rawValue * 4)) }
    guard field(.strings) + field(.stringBytes) <= count else {
      throw DataError(file: name, "the compiled gazetteer is cut off")
    }
    self.base = base
    self.owner = owner
    table = PhraseTable(
      slots: base + field(.slots), filter: base + field(.filter),
      pairs: base + field(.pairs), capacity: UInt64(field(.capacity)), filterMask: UInt64(field(.filterBytes) - 1),
      pairMask: UInt64(field(.pairBytes) - 1))
    postings = base + field(.postings)
    forms = base + field(.forms)
    entries = base + field(.entries)
    strings = base + field(.strings)
    end = strings + field(.stringBytes)
    entryCount = field(.entryCount)
    formCount = field(.formCount)
    version = UInt32(field(.version))
    maxWords = field(.maxWords)
    let sets = base + field(.classSets)
    classSets = (0..<field(.setCount)).map { s in
      let at = Int(Self.integer(sets, s * 4)) * 4
      return (0..<Int(Self.integer(sets, at))).map { Int(Self.integer(sets, at + 4 + $0 * 4)) }
    }
    let strings = self.strings
    let names = base + field(.classNames)
    classNames = (0..<field(.classCount)).map { Self.string(strings, Self.integer(names, $0 * 4)) }
    let classNames = self.classNames
    classSetNames = classSets.map { set in set.compactMap { classNames.indices.contains($0) ? classNames[$0] : nil } }
    let lists = base + field(.lists)
    listNames = (0..<field(.listCount)).map { Self.string(strings, Self.integer(lists, $0 * 8)) }
    listStarts = (0..<field(.listCount)).map { Int(Self.integer(lists, $0 * 8 + 4)) }
  }

  @inline(__always)
  static func integer(_ p: UnsafeRawPointer, _ offset: Int) -> UInt32 {
    let v = p.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    return v & 0x7F | v >> 1 & 0x3F80 | v >> 2 & 0x1F_C000 | v >> 3 & 0x0FE0_0000
  }

  private static func string(_ strings: UnsafeRawPointer, _ offset: UInt32) -> String {
    String(cString: (strings + Int(offset)).assumingMemoryBound(to: UInt8.self))
  }

  /// Calls `body` with each form of a table value.
  @inline(__always)
  func eachForm(_ value: UInt32, _ body: (FormReference) -> Void) {
    if value & FlatFile.single != 0 {
      body(FormReference(index: Int(value & FlatFile.number), gazetteer: self))
      return
    }
    var k = Int(value & FlatFile.number)
    while true {
      let v = Self.integer(postings, k * 4)
      body(FormReference(index: Int(v & ~FlatFile.last), gazetteer: self))
      if v & FlatFile.last != 0 { return }
      k += 1
    }
  }

  /// The first form of a table value.
  @inline(__always)
  func firstForm(_ value: UInt32) -> FormReference {
    let n = Int(value & FlatFile.number)
    if value & FlatFile.single != 0 { return FormReference(index: n, gazetteer: self) }
    return FormReference(index: Int(Self.integer(postings, n * 4) & ~FlatFile.last), gazetteer: self)
  }

  /// A stored form, read when asked.
  public struct FormReference: Sendable {
    /// Its number.
    public let index: Int
    let gazetteer: Gazetteer

    /// The number of its entry.
    public var entry: Int { Int(Gazetteer.integer(gazetteer.forms, index * FlatFile.formSize)) }
    /// Its written form.
    public var text: String {
      Gazetteer.string(gazetteer.strings, Gazetteer.integer(gazetteer.forms, index * FlatFile.formSize + 4))
    }
    /// The number of its class set.
    public var classSet: Int {
      Int(Gazetteer.integer(gazetteer.forms, index * FlatFile.formSize + 8) & ~FlatFile.exactFlag)
    }
    /// Whether hamza and shadda are compared.
    public var isExact: Bool {
      Gazetteer.integer(gazetteer.forms, index * FlatFile.formSize + 8) & FlatFile.exactFlag != 0
    }

    /// Where its written form begins.
    var start: UnsafeRawPointer {
      gazetteer.strings + Int(Gazetteer.integer(gazetteer.forms, index * FlatFile.formSize + 4))
    }
    /// Whether it is written with just these bytes.
    @inline(__always)
    func equals(_ text: UnsafeRawBufferPointer) -> Bool {
      guard let p = text.baseAddress, start + text.count < gazetteer.end else { return false }
      return memcmp(start, p, text.count) == 0 && start.load(fromByteOffset: text.count, as: UInt8.self) == 0
    }

    /// Where its record stands.
    var record: UnsafeRawPointer { gazetteer.forms + index * FlatFile.formSize }

    /// The UTF-8 bytes of its written form.
    var bytes: UnsafeBufferPointer<UInt8> {
      let p = start.assumingMemoryBound(to: UInt8.self)
      var n = 0
      while p[n] != 0 { n += 1 }
      return UnsafeBufferPointer(start: p, count: n)
    }
  }

  /// The form with this number.
  public func form(_ index: Int) -> FormReference { FormReference(index: index, gazetteer: self) }

  /// An entry, read when asked.
  public struct EntryReference: Sendable {
    /// Its number.
    public let index: Int
    let gazetteer: Gazetteer

    private func text(_ field: Int) -> String {
      Gazetteer.string(gazetteer.strings, Gazetteer.integer(gazetteer.entries, index * FlatFile.entrySize + field * 4))
    }
    /// The stable id; that of a word is its class and form.
    public var id: String {
      let id = text(0)
      return id.isEmpty ? "\(type)/\(name)" : id
    }
    /// The canonical form.
    public var name: String { text(1) }
    /// `PER`, `ORG`, `LOC`, or a word class.
    public var type: String { text(2) }
    /// The list that it stands in.
    public var list: String {
      gazetteer.listNames[(gazetteer.listStarts.lastIndex { $0 <= index }) ?? 0]
    }
    /// Its line there.
    public var line: Int { Int(Gazetteer.integer(gazetteer.entries, index * FlatFile.entrySize + 16)) }
    /// Its attributes in list order.
    public var attributes: [(key: String, value: String)] {
      text(3).split(separator: "\t").map { pair in
        let kv = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(kv[0]), kv.count > 1 ? String(kv[1]) : "")
      }
    }
    /// The attribute with this key.
    public func attribute(_ key: String) -> String? {
      let start = gazetteer.strings + Int(Gazetteer.integer(gazetteer.entries, index * FlatFile.entrySize + 12))
      let p = start.assumingMemoryBound(to: UInt8.self)
      var i = 0
      while p[i] != 0 {
        var matched = true
        for b in key.utf8 {
          if matched, p[i] == b { i += 1 } else { matched = false }
        }
        let found = matched && p[i] == 0x3D
        let valueStart = i + 1
        while p[i] != 0, p[i] != 0x09 { i += 1 }
        if found {
          return String(decoding: UnsafeBufferPointer(start: p + valueStart, count: i - valueStart), as: UTF8.self)
        }
        if p[i] == 0x09 { i += 1 }
      }
      return nil
    }
  }

  /// The entry with this number.
  public func entry(_ index: Int) -> EntryReference { EntryReference(index: index, gazetteer: self) }
}
