extension Features.Writer {
  /// What lists and rules say.
  @inline(__always)
  mutating func classes() {
    let a = at[-1].token.classes
    let b = at[0].token.classes
    let c = at[1].token.classes
    if groups.contains(.lists) {
      let m = TaggerClasses.lists
      put(50, b & m)
      put(51, a & m)
      put(52, c & m)
      put(53, a & m, b & m)
      put(54, b & m, c & m)
    }
    if groups.contains(.parts) {
      let m = TaggerClasses.parts
      put(56, b & m)
      put(57, a & m)
      put(58, c & m)
      put(59, a & m, b & m, c & m)
      put(60, a & m, b & m)
      put(61, b & m, c & m)
      put(62, at[2].token.classes & m)
      put(63, at[-2].token.classes & m, a & m, b & m)
      put(64, b & (m | 7 << 53), at[0].token.shape >> 8 & 0xFF == 0 ? 1 : 0)
    }
    if groups.contains(.triggers) { triggers(a, b, c) }
    if groups.contains(.rules) {
      let m = TaggerClasses.rules
      put(80, b & m)
      put(81, a & m, b & m)
      put(82, b & m, c & m)
      put(83, b & (m | TaggerClasses.lists), b & TaggerClasses.parts)
      put(84, b & m, at[0].token.stem)
    }
    if groups.contains(.grammar) {
      let m = TaggerClasses.grammar
      put(88, b & m)
      put(89, a & m)
      put(90, c & m)
      put(91, a & m, b & m)
      put(92, b & m, c & m)
    }
  }

  @inline(__always)
  mutating func triggers(_ a: UInt64, _ b: UInt64, _ c: UInt64) {
    let m = TaggerClasses.triggers
    let p = TaggerClasses.parts
    put(66, b & m)
    put(67, a & m)
    put(68, c & m)
    put(69, a & m, b & m)
    put(70, at[-2].token.classes & m, a & m)
    put(71, a & m, b & p)
    put(72, at[-1].token.stem, b & p)
    put(78, at[-2].token.classes & m)
    if at[0].path != 0 {
      put(73, at[0].path)
      put(74, at[0].path, b & p)
      put(75, at[0].path, b & (3 << 55))
      if at[0].pathWord != 0 { put(76, at[0].pathWord) }
    }
  }

  /// Word classes of three sizes.
  @inline(__always)
  mutating func clusters() {
    let a = UInt64(at[-1].cluster)
    let b = UInt64(at[0].cluster)
    let c = UInt64(at[1].cluster)
    guard a | b | c != 0 else { return }
    for (k, shift) in [(UInt64(0), UInt64(18)), (1, 10), (2, 0)] {
      // A word without classes is told from one of class 0.
      let mask: UInt64 = (k == 0 ? 0x3F : k == 1 ? 0xFF : 0x3FF) << shift | 1 << 24
      let base = 96 &+ k &* 8
      put(base, b & mask)
      put(base &+ 1, a & mask)
      put(base &+ 2, c & mask)
      if k < 2 {
        put(base &+ 3, a & mask, b & mask)
        put(base &+ 4, b & mask, c & mask)
      }
      put(base &+ 5, UInt64(at[-2].cluster) & mask)
      put(base &+ 6, UInt64(at[2].cluster) & mask)
    }
  }
}
