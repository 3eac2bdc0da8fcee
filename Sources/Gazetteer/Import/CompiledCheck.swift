/// Tells compiled gazetteers from lists, and sound ones from damaged ones: a compiled file is used in place, without further checks.
public enum CompiledCheck {
  /// Whether bytes begin as a compiled gazetteer does.
  public static func isCompiled(_ bytes: [UInt8]) -> Bool { bytes.starts(with: FlatFile.magic) }

  /// What is wrong with a compiled file; nil where every place that it names is inside it.
  public static func error(_ bytes: [UInt8], file: String) -> DataError? {
    return bytes.withUnsafeBytes { raw in raw.baseAddress.flatMap { error($0, raw.count, file: file) } }
  }

  static func error(_ base: UnsafeRawPointer, _ count: Int, file: String) -> DataError? {
    guard count > FlatFile.headerSize,
      FlatFile.magic.indices.allSatisfy({ base.load(fromByteOffset: $0, as: UInt8.self) == FlatFile.magic[$0] })
    else { return DataError(file: file, "not a compiled gazetteer of this version; compile the lists again") }
    let message = Sections(base, count).mistake()
    return message.map { DataError(file: file, "the compiled gazetteer is damaged: \($0); compile the lists again") }
  }

  private struct Sections {
    let base: UnsafeRawPointer
    let count: Int

    init(_ base: UnsafeRawPointer, _ count: Int) {
      self.base = base
      self.count = count
    }

    func field(_ f: FlatFile.Field) -> Int { Int(Gazetteer.integer(base, 8 + f.rawValue * 4)) }
    func value(_ offset: Int) -> Int { Int(Gazetteer.integer(base, offset)) }
    func isPowerOfTwo(_ n: Int) -> Bool { n > 0 && n & (n - 1) == 0 }

    func mistake() -> String? {
      let capacity = field(.capacity)
      guard capacity > 0, isPowerOfTwo(field(.filterBytes)), isPowerOfTwo(field(.pairBytes)) else {
        return "its tables have no size"
      }
      // The sections in their order, each with its length.
      let sections: [(FlatFile.Field, Int)] = [
        (.filter, field(.filterBytes)), (.pairs, field(.pairBytes)), (.slots, capacity * FlatFile.slotSize),
        (.postings, 4),
        (.forms, field(.formCount) * FlatFile.formSize), (.entries, field(.entryCount) * FlatFile.entrySize),
        (.classSets, field(.setCount) * 4), (.classNames, field(.classCount) * 4), (.lists, field(.listCount) * 8),
        (.strings, field(.stringBytes)),
      ]
      var end = FlatFile.headerSize
      for (f, length) in sections {
        guard field(f) >= end, field(f) + length <= count else { return "it is cut off or its sections overlap" }
        end = field(f) + length
      }
      guard end == count, field(.stringBytes) > 0, base.load(fromByteOffset: end - 1, as: UInt8.self) == 0 else {
        return "its strings have no end"
      }
      return tables(capacity) ?? records() ?? classes()
    }

    private func tables(_ capacity: Int) -> String? {
      let postings = (field(.forms) - field(.postings)) / 4
      let forms = field(.formCount)
      var end = -1
      for k in 1..<max(1, postings) {
        let v = UInt32(value(field(.postings) + k * 4))
        if v & FlatFile.last != 0 { end = k }
        // Up to one integer of padding.
        if !(k == postings - 1 && v == 0), Int(v & ~FlatFile.last) >= max(forms, 1) { return "a phrase has no form" }
      }
      var free = false
      for k in 0..<capacity {
        let key = base.loadUnaligned(fromByteOffset: field(.slots) + k * FlatFile.slotSize, as: UInt64.self)
        if key == 0 { free = true }
        let v = UInt32(value(field(.slots) + k * FlatFile.slotSize + 8))
        let number = Int(v & FlatFile.number)
        if v & FlatFile.single != 0 ? number >= forms : number > max(end, 0) { return "a phrase has no form" }
      }
      return free ? nil : "its table of phrases is full"
    }

    private func records() -> String? {
      let strings = field(.stringBytes)
      for k in 0..<field(.formCount) {
        let at = field(.forms) + k * FlatFile.formSize
        let set = Int(UInt32(value(at + 8)) & ~FlatFile.exactFlag)
        guard value(at) < field(.entryCount), value(at + 4) < strings, set < field(.setCount) else {
          return "a form has no entry"
        }
      }
      for k in 0..<field(.entryCount) {
        let at = field(.entries) + k * FlatFile.entrySize
        guard (0..<4).allSatisfy({ value(at + $0 * 4) < strings }) else {
          return "an entry has no name"
        }
      }
      return nil
    }

    private func classes() -> String? {
      let room = (field(.classNames) - field(.classSets)) / 4
      for k in 0..<field(.setCount) {
        let at = value(field(.classSets) + k * 4)
        guard at < room else { return "a class set is missing" }
        let n = value(field(.classSets) + at * 4)
        guard at + n < room else { return "a class set is missing" }
        for c in 0..<n where value(field(.classSets) + (at + 1 + c) * 4) >= field(.classCount) {
          return "a class has no name"
        }
      }
      for (f, n, size) in [(FlatFile.Field.classNames, field(.classCount), 4), (.lists, field(.listCount), 8)] {
        for k in 0..<n where value(field(f) + k * size) >= field(.stringBytes) { return "a class has no name" }
      }
      guard field(.entryCount) == 0 || field(.listCount) > 0 else { return "an entry has no list" }
      return nil
    }
  }
}
