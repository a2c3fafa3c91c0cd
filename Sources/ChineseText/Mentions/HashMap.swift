/// A small map from hashes to values by open addressing: no seed, no order, quick for one document.
///
/// Keys must be well mixed already (`nameHash`) or are mixed by one multiplication here.
struct HashMap<Value> {
  private var slots: [Int32] = []
  private var keys: [UInt64] = []
  private(set) var values: [Value] = []

  /// Whether nothing is in it.
  var isEmpty: Bool { keys.isEmpty }

  /// The value of a key; setting nil keeps the old value.
  subscript(key: UInt64) -> Value? {
    get {
      let index = find(key)
      return index < 0 ? nil : values[index]
    }
    set {
      guard let newValue else { return }
      let index = find(key)
      if index >= 0 { values[index] = newValue } else { insert(key, newValue) }
    }
  }

  /// The value of a key, or a default that is not kept until it is set.
  subscript(key: UInt64, default fallback: Value) -> Value {
    get { self[key] ?? fallback }
    set { self[key] = newValue }
  }

  private func find(_ key: UInt64) -> Int {
    guard !slots.isEmpty else { return -1 }
    var slot = Self.slot(key, slots.count)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return Int(slots[slot]) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return -1
  }

  private mutating func insert(_ key: UInt64, _ value: Value) {
    if keys.count &* 2 >= slots.count { grow() }
    place(key, Int32(truncatingIfNeeded: keys.count))
    keys.append(key)
    values.append(value)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: max(16, slots.count &* 2))
    for (index, key) in keys.enumerated() { place(key, Int32(truncatingIfNeeded: index)) }
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
