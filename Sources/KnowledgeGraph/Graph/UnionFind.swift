/// Disjoint sets of small numbers.
struct UnionFind {
  private var parents: [Int32]
  private var sizes: [Int32]

  init(count: Int) {
    parents = (0..<Int32(count)).map { $0 }
    sizes = [Int32](repeating: 1, count: count)
  }

  /// Adds a set of one new number.
  mutating func add() -> Int {
    parents.append(Int32(parents.count))
    sizes.append(1)
    return parents.count - 1
  }

  /// The number that stands for the set; which one it is depends on the order of the unions.
  mutating func find(_ element: Int) -> Int {
    var current = Int32(element)
    while parents[Int(current)] != current {
      parents[Int(current)] = parents[Int(parents[Int(current)])]
      current = parents[Int(current)]
    }
    return Int(current)
  }

  /// Joins two sets and says what stands for both.
  @discardableResult
  mutating func union(_ first: Int, _ second: Int) -> Int {
    var (large, small) = (find(first), find(second))
    if large == small { return large }
    if sizes[large] < sizes[small] { swap(&large, &small) }
    parents[small] = Int32(large)
    sizes[large] += sizes[small]
    return large
  }

  /// The sets, each in ascending order, in the order of their first elements.
  mutating func sets() -> [[Int]] {
    var places: [Int: Int] = [:]
    var result: [[Int]] = []
    for element in parents.indices {
      let root = find(element)
      if let place = places[root] {
        result[place].append(element)
      } else {
        places[root] = result.count
        result.append([element])
      }
    }
    return result
  }
}
