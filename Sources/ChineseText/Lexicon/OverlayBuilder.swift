/// Collects a user's words and lays them out as one overlay.
///
/// Records with equal keys become one row. Of several layers (folders and lists in the order they
/// were named) the last one decides what a word is; rows of names tables stay with it.
struct OverlayBuilder {
  /// Name of the table that holds rule files.
  static let rulesTable = "rules"
  /// Longest key in characters.
  static let longest = 200

  /// How a record's word takes part.
  enum Kind: UInt8 {
    /// Wins wherever it stands; its tags were given.
    case typed
    /// Wins wherever it stands; what it is, other records or the base say.
    case untyped
    /// Weighs as a word of the base does.
    case weighed
    /// A forced cut; the tags are its places.
    case cut
  }

  struct Record {
    let start: UInt32
    let count: UInt16
    let kind: Kind
    let layer: UInt16
    /// Index into `files` and line, for problems; line 0 where none can be named.
    let file: UInt16
    let line: UInt32
    let tags: UInt64
    /// Row of a names table, or `UInt32.max`.
    let entry: UInt32
    let cost: UInt32
  }

  let base: Lexicon
  private(set) var pool: [UInt16] = []
  private(set) var records: [Record] = []
  /// Paths of the word lists.
  var files: [String] = []
  /// The layer that records join now.
  var layer: UInt16 = 0

  init(base: Lexicon) { self.base = base }

  /// Adds a word whose characters `fill` appends to the pool, folded. Nothing is added where it
  /// gives false.
  mutating func add(
    kind: Kind, tags: WordTags, entry: UInt32 = .max, cost: UInt32 = 0, line: Int = 0,
    fill: (inout [UInt16]) -> Bool
  ) {
    let start = pool.count
    let isGood = fill(&pool)
    let count = pool.count - start
    guard isGood, count > 0, count <= Self.longest, pool.count < UInt32.max else {
      pool.removeSubrange(start...)
      return
    }
    records.append(
      Record(
        start: UInt32(start), count: UInt16(count), kind: kind, layer: layer,
        file: UInt16(truncatingIfNeeded: max(files.count - 1, 0)),
        line: UInt32(truncatingIfNeeded: line), tags: tags.rawValue, entry: entry, cost: cost))
  }

  /// Adds a folded key.
  mutating func add(
    _ key: some Collection<UInt16>, kind: Kind, tags: WordTags, entry: UInt32 = .max,
    cost: UInt32 = 0
  ) {
    add(kind: kind, tags: tags, entry: entry, cost: cost) { pool in
      pool.append(contentsOf: key)
      return true
    }
  }

  /// Adds all rows of a compiled overlay; the numbers of its own tables grow by `shift`.
  mutating func add(_ overlay: Overlay, shift: Int) {
    for row in 0..<overlay.count {
      let cost = overlay.costs[row]
      let kind: Kind = cost == Overlay.wins ? .typed : cost == Overlay.cut ? .cut : .weighed
      let tags = WordTags(rawValue: overlay.rowTags[row])
      let key = overlay.key(row)
      var entries = 0
      overlay.forEachEntry(row) { entry in
        let isOwn = entry.tableIndex >= overlay.baseTableCount
        let table = entry.tableIndex + (isOwn ? shift : 0)
        let packed =
          UInt32(truncatingIfNeeded: table) << 24
          | UInt32(truncatingIfNeeded: entry.row)
        add(key, kind: kind, tags: tags, entry: packed, cost: cost)
        entries += 1
        return false
      }
      if entries == 0 { add(key, kind: kind, tags: tags, cost: cost) }
    }
  }

  /// The records' numbers in order of their keys; equal keys in order of addition.
  func sorted() -> [UInt32] {
    struct Item {
      let prefix: UInt64
      let index: UInt32
    }
    var items: [Item] = []
    items.reserveCapacity(records.count)
    return pool.withUnsafeBufferPointer { pool in
      for (index, record) in records.enumerated() {
        var prefix: UInt64 = 0
        for offset in 0..<4 {
          prefix <<= 16
          if offset < record.count { prefix |= UInt64(pool[Int(record.start) + offset]) }
        }
        items.append(Item(prefix: prefix, index: UInt32(index)))
      }
      records.withUnsafeBufferPointer { records in
        items.sort { a, b in
          if a.prefix != b.prefix { return a.prefix < b.prefix }
          let (x, y) = (records[Int(a.index)], records[Int(b.index)])
          let order = Self.compare(x, y, pool)
          return order == 0 ? a.index < b.index : order < 0
        }
      }
      return items.map(\.index)
    }
  }

  /// Whether two records have one key.
  func isSameKey(_ a: Record, _ b: Record) -> Bool {
    a.count == b.count && pool.withUnsafeBufferPointer { Self.compare(a, b, $0) == 0 }
  }

  /// Compares keys whose first four characters are equal.
  private static func compare(
    _ a: Record, _ b: Record, _ pool: UnsafeBufferPointer<UInt16>
  ) -> Int {
    let shared = min(Int(a.count), Int(b.count))
    var offset = 0
    while offset < shared {
      let x = pool[Int(a.start) &+ offset]
      let y = pool[Int(b.start) &+ offset]
      if x != y { return x < y ? -1 : 1 }
      offset &+= 1
    }
    return Int(a.count) &- Int(b.count)
  }

  /// The characters of a record's word.
  func key(_ record: Record) -> ArraySlice<UInt16> {
    pool[Int(record.start)..<Int(record.start) + Int(record.count)]
  }
}
