import ArabicText
import Gazetteer

/// What each class set of each gazetteer means to the rules, worked out once.
struct ClassBinding: Sendable {
  /// For each gazetteer and class set: the bits of the classes that rules name, with the bit for a weak agreement.
  let sets: [[Meaning]]

  struct Meaning: Sendable {
    /// First bits of the classes.
    var bits: [Int] = []
    /// First bits of the `-weak` twins, for forms whose hamza or shadda the text leaves out; -1 where rules name none.
    var weak: [Int] = []
    /// Whether a bare word of this set keeps its letters from being read as proclitics.
    var blocks = false
    /// How much its reading of the proclitics counts: names before words before parts of names.
    var rank: UInt8 = 1
    /// Whether the word is known for more than being a part of names.
    var isWord = false
    /// Whether it names a person, an organization or a place.
    var isName = false
    /// Whether the word is grammar or a verb of saying, and so no part of a name.
    var isFunction = false
  }

  private static let functions: Set<String> = [
    "preposition", "prep-pronoun", "conjunction", "reported-particle", "relative", "pronoun", "demonstrative",
    "negation", "kana", "qad",
    "question-word", "future-particle", "contrast-conj", "attribution-prep", "attribution-verb-conj", "switch-marker",
    "cue-past",
    "cue-present", "cue-participle", "deictic", "weekday", "ago-word", "since-word", "later-word",
  ]

  private static let nonBlocking: Set<String> = [
    "given-name", "family-name", "foreign-name", "common-word", "stop-name", "nisba", "occupation", "title-field",
  ]
  private static let names: Set<String> = ["person", "organization", "place"]
  private static let parts: Set<String> = [
    "given-name", "family-name", "foreign-name", "nisba", "stop-name", "sure-given",
  ]

  init(_ gazetteers: [Gazetteer], _ vocabulary: Vocabulary) {
    sets = gazetteers.map { g in
      let classes = g.classNames.map { Class($0, vocabulary) }
      return g.classSets.map { ids in
        var m = Meaning()
        for c in ids.map({ classes[$0] }) {
          if let bit = c.bit {
            m.bits.append(bit)
            m.weak.append(c.weak)
          }
          if c.blocks { m.blocks = true }
          if c.isFunction { m.isFunction = true }
          if c.isWord { m.isWord = true }
          if c.isName { m.isName = true }
          m.rank = max(m.rank, c.rank)
        }
        return m
      }
    }
  }

  /// What one class means.
  private struct Class {
    let bit: Int?
    let weak: Int
    let blocks: Bool
    let isFunction: Bool
    let isWord: Bool
    let isName: Bool
    let rank: UInt8

    init(_ name: String, _ vocabulary: Vocabulary) {
      bit = vocabulary.bits[name]
      let isDoubtful = name.hasSuffix("-weak")
      let isWeak = isDoubtful || name.hasSuffix("-short")
      let base = isWeak ? String(name.dropLast(isDoubtful ? 5 : 6)) : name
      weak = bit == nil || isWeak ? -1 : vocabulary.bits[name + "-weak"] ?? -1
      let isPart = ClassBinding.parts.contains(base)
      isName = ClassBinding.names.contains(base)
      blocks =
        (bit != nil || ClassBinding.functions.contains(name)) && !isWeak && !ClassBinding.nonBlocking.contains(name)
      isFunction = ClassBinding.functions.contains(name)
      isWord = !isPart && base != "person" && name != "place-weak"
      rank = ClassBinding.names.contains(name) ? 3 : isWeak || isPart || name == "common-word" ? 1 : 2
    }
  }
}

/// Fills lattices from gazetteers.
public struct Annotator: Sendable {
  /// The matcher.
  public let matcher: Matcher
  let vocabulary: Vocabulary
  private let binding: ClassBinding

  /// How many of the gazetteers are the user's: their names win ties with ours of any type.
  private let userCount: Int
  /// Lists that are left out, for each gazetteer; empty where all are used.
  private let excluded: [Set<String>]

  init(_ matcher: Matcher, _ vocabulary: Vocabulary, excluding: Set<String> = [], userCount: Int = 0) {
    self.userCount = userCount
    self.matcher = matcher
    self.vocabulary = vocabulary
    excluded = matcher.gazetteers.map { g in Set(g.listNames.filter { Self.matches($0, excluding) }) }
    binding = ClassBinding(matcher.gazetteers, vocabulary)
  }

  /// Whether a list is named by its file, with or without folder and extension.
  private static func matches(_ list: String, _ names: Set<String>) -> Bool {
    let file = list.split(separator: "/").last.map(String.init) ?? list
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    return names.contains(list) || names.contains(file) || names.contains(stem)
  }

  /// The number of 64-bit words of bits of a token.
  public var width: Int { vocabulary.width }

  /// The first bit of a class, nil where neither a rule nor a stage names it.
  public func bit(_ name: String) -> Int? { vocabulary.bits[name] }

  /// The lattice of some tokens with the bits of everything the lists know.
  public func lattice(_ bytes: [UInt8], _ tokens: [Token]) -> Lattice {
    var cache = WordCache(slots: 0)
    return lattice(bytes, tokens, &cache)
  }

  /// The lattice of some tokens; what is found out about words by themselves is kept in `cache`.
  public func lattice(_ bytes: [UInt8], _ tokens: [Token], _ cache: inout WordCache) -> Lattice {
    var lattice = Lattice(bytes: bytes, tokens: tokens, width: vocabulary.width)
    var hits: [Hit] = []
    matcher.findHits(tokens, tokens.indices, &hits)
    var next = 0
    // Where the last member of each class ends: the leftmost member wins, the longest of those.
    var covered = [Int32](repeating: 0, count: vocabulary.width * 64)
    var coveredEnd = 0
    var claimed: Int32 = 0
    for t in tokens.indices {
      let first = next
      var isAlone = coveredEnd <= t && userCount == 0
      while next < hits.count, Int(hits[next].token) == t {
        isAlone = isAlone && hits[next].count == 1
        next += 1
      }
      // A word of which no phrase begins and that stands in none means the same everywhere.
      let key = isAlone ? cache.key(tokens[t], bytes) : nil
      if let key, cache.restore(key, t, &lattice) { continue }
      if key != nil { cache.begin(t, lattice) }
      read(hits[first..<next], t, &lattice, &covered, &coveredEnd, &claimed)
      if let key { cache.save(key, t, lattice) }
    }
    return lattice
  }

  /// Sets the bits of what begins at token `t`.
  private func read(
    _ hits: ArraySlice<Hit>, _ t: Int, _ lattice: inout Lattice, _ covered: inout [Int32], _ coveredEnd: inout Int,
    _ claimed: inout Int32
  ) {
    var blocked = false
    var isListed = false
    var rank: UInt8 = 0
    var readings: Proclitics?
    for hit in hits {
      if blocked, hit.stripped > 0 { break }
      let meanings = binding.sets[Int(hit.source)]
      let out = excluded[Int(hit.source)]
      matcher.eachForm(hit, lattice.tokens, lattice.bytes) { form, agreement in
        if !out.isEmpty, out.contains(matcher.gazetteers[Int(hit.source)].entry(form.entry).list) { return }
        let m = meanings[form.classSet]
        // A name of the user's own list is no name of ours.
        if Int(hit.source) < userCount {
          if m.isName { claimed = max(claimed, Int32(t) + Int32(hit.count)) }
        } else if m.isName, Int32(t) + Int32(hit.count) <= claimed {
          return
        }
        // A word that stands in a list as it is written is not taken apart into something no surer.
        if hit.stripped == 0 { isListed = isListed || !m.bits.isEmpty } else if isListed, m.rank == 1 { return }
        if m.blocks, hit.stripped == 0 { blocked = agreement != .weak || blocked }
        var used = m.isWord
        for k in m.bits.indices {
          let bit = agreement == .weak && m.weak[k] >= 0 ? m.weak[k] : m.bits[k]
          guard covered[bit] <= Int32(t) else { continue }
          covered[bit] = Int32(t) + Int32(hit.count)
          coveredEnd = max(coveredEnd, t + Int(hit.count))
          lattice.mark(bit, token: t, count: Int(hit.count))
          used = true
        }
        if m.isWord, agreement != .weak { lattice.set(.known, t) }
        if m.isFunction, agreement != .weak { lattice.set(.functionWord, t) }
        guard used, !m.bits.isEmpty else { return }
        if m.rank > rank {
          rank = m.rank
          lattice.stripped[t] = hit.stripped
          readings = hit.proclitics
        }
      }
    }
    setProclitics(readings ?? [], t, &lattice)
  }

  private func setProclitics(_ p: Proclitics, _ t: Int, _ lattice: inout Lattice) {
    var p = p
    if p.isEmpty, let joined = lattice.tokens[t].procliticBeforeArticle { p = joined }
    if p.isEmpty {
      lattice.set(.bare, t)
      return
    }
    if p.contains(.waw) { lattice.set(.withWaw, t) }
    if p.contains(.feh) { lattice.set(.withFeh, t) }
    if p.contains(.beh) { lattice.set(.withBeh, t) }
    if p.contains(.lam) { lattice.set(.withLam, t) }
    if p.contains(.kaf) { lattice.set(.withKaf, t) }
    if p.contains(.seen) { lattice.set(.withSeen, t) }
  }

  /// The entries of the lists whose forms begin at token `t`, are `count` tokens long where that is given, and have the class.
  public func entries(_ lattice: Lattice, at t: Int, class name: String?, count: Int? = nil) -> [Match] {
    var found: [Match] = []
    for hit in matcher.hits(lattice.tokens, at: t) where count == nil || Int(hit.count) == count {
      let g = matcher.gazetteers[Int(hit.source)]
      let out = excluded[Int(hit.source)]
      matcher.eachForm(hit, lattice.tokens, lattice.bytes) { form, agreement in
        if !out.isEmpty, out.contains(g.entry(form.entry).list) { return }
        let classes = g.classSetNames[form.classSet]
        if name == nil
          || classes.contains(where: { $0 == name || $0.dropLast(5) == name ?? "" && $0.hasSuffix("-weak") })
        {
          found.append(
            Match(
              entry: g.entry(form.entry), classes: classes, count: Int(hit.count), stripped: Int(hit.stripped),
              agreement: agreement))
        }
      }
    }
    return found
  }

  /// Whether a list of the user's own has just these tokens.
  public func isUsers(_ lattice: Lattice, _ tokens: Range<Int>) -> Bool {
    userCount > 0
      && matcher.hits(lattice.tokens, at: tokens.lowerBound).contains {
        Int($0.source) < userCount && Int($0.count) == tokens.count
      }
  }

  /// An entry found at a token.
  public struct Match: Sendable {
    /// The entry.
    public var entry: Gazetteer.EntryReference
    /// The classes of the form.
    public var classes: [String]
    /// The number of tokens.
    public var count: Int
    /// The letters of the first token before it.
    public var stripped: Int
    /// How far hamza and shadda agree.
    public var agreement: Folding.Agreement
  }
}
