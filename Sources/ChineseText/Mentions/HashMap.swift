/// A small map from hashes to values: no seed, no order, quick for one document.
///
/// A few keys are searched one by one; more of them by open addressing, mixed by one
/// multiplication.
struct HashMap<Value> {
  private var slots: [Int32] = []
  private var keys: [UInt64] = []
  private(set) var values: [Value] = []

  private static var few: Int { 16 }

  /// Whether nothing is in it.
  var isEmpty: Bool { keys.isEmpty }

  /// The value of a key; setting nil keeps the old value.
  subscript(key: UInt64) -> Value? {
    @inline(__always) get {
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

  /// Index of a key in `values`, or -1.
  func find(_ key: UInt64) -> Int {
    guard !slots.isEmpty else {
      for index in keys.indices where keys[index] == key { return index }
      return -1
    }
    var slot = Self.slot(key, slots.count)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return Int(slots[slot]) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return -1
  }

  /// Index of a key in `values`, added with a value where it is new.
  mutating func index(of key: UInt64, default value: @autoclosure () -> Value) -> Int {
    let index = find(key)
    if index >= 0 { return index }
    insert(key, value())
    return keys.count - 1
  }

  /// Changes the value at an index in place.
  mutating func update(_ index: Int, _ change: (inout Value) -> Void) { change(&values[index]) }

  private mutating func insert(_ key: UInt64, _ value: Value) {
    if keys.isEmpty {
      keys.reserveCapacity(Self.few)
      values.reserveCapacity(Self.few)
    }
    if keys.count >= Self.few, keys.count &* 2 >= slots.count { grow() }
    if !slots.isEmpty { place(key, Int32(truncatingIfNeeded: keys.count)) }
    keys.append(key)
    values.append(value)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: max(Self.few * 4, slots.count &* 2))
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
