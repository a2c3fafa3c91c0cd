/// A small map from hashes to values: no seed, no order, quick for one document.
///
/// A few keys are searched one by one; more of them by open addressing, mixed by one
/// multiplication.
struct HashMap<Value> {
  private var slots: [Int32] = []
  private var entries: [(key: UInt64, value: Value)] = []

  private static var few: Int { 16 }

  /// Whether nothing is in it.
  var isEmpty: Bool { entries.isEmpty }

  /// The value of a key; setting nil keeps the old value.
  subscript(key: UInt64) -> Value? {
    @inline(__always) get {
      let index = find(key)
      return index < 0 ? nil : entries[index].value
    }
    set {
      guard let newValue else { return }
      let index = find(key)
      if index >= 0 { entries[index].value = newValue } else { insert(key, newValue) }
    }
  }

  /// The value of a key, or a default that is not kept until it is set.
  subscript(key: UInt64, default fallback: Value) -> Value {
    get { self[key] ?? fallback }
    set { self[key] = newValue }
  }

  /// The value at an index that `find` or `index` gave.
  @inline(__always)
  func value(_ index: Int) -> Value { entries[index].value }

  /// Index of a key, or -1.
  func find(_ key: UInt64) -> Int {
    guard !slots.isEmpty else {
      for index in entries.indices where entries[index].key == key { return index }
      return -1
    }
    var slot = Self.slot(key, slots.count)
    while slots[slot] >= 0 {
      if entries[Int(slots[slot])].key == key { return Int(slots[slot]) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return -1
  }

  /// Index of a key, added with a value where it is new.
  mutating func index(of key: UInt64, default value: @autoclosure () -> Value) -> Int {
    let index = find(key)
    if index >= 0 { return index }
    insert(key, value())
    return entries.count - 1
  }

  /// Changes the value at an index in place.
  mutating func update(_ index: Int, _ change: (inout Value) -> Void) {
    change(&entries[index].value)
  }

  private mutating func insert(_ key: UInt64, _ value: Value) {
    if entries.isEmpty { entries.reserveCapacity(Self.few) }
    if entries.count >= Self.few, entries.count &* 2 >= slots.count { grow() }
    if !slots.isEmpty { place(key, Int32(truncatingIfNeeded: entries.count)) }
    entries.append((key, value))
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: max(Self.few * 4, slots.count &* 2))
    for index in entries.indices {
      place(entries[index].key, Int32(truncatingIfNeeded: index))
    }
  }

  private mutating func place(_ key: UInt64, _ index: Int32) {
    var slot = Self.slot(key, slots.count)
    while slots[slot] >= 0 { slot = (slot &+ 1) & (slots.count &- 1) }
    slots[slot] = index
  }

  private static func slot(_ key: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count &- 1)
  }
}

extension HashMap: Sendable where Value: Sendable {}
