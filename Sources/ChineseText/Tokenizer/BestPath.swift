/// Backward Viterbi over a filled lattice.
///
/// Cost and length of a word are one number, so the least of four such numbers is the choice: no
/// branch for the words that have rows. Of paths of equal cost the one whose first word is shorter
/// wins, of edges the one added first.
enum BestPath {
  /// More than any path costs.
  private static let far: Int64 = 1 << 60

  /// Chooses the best word at each of the first `count` positions. O(count + edges).
  static func search(_ lattice: Lattice, count: Int) {
    let (costs, stride) = (lattice.costs, lattice.stride)
    let (heads, lengths, best) = (lattice.heads, lattice.lengths, lattice.best)
    let (twos, threes, fours) = (costs + stride, costs + 2 * stride, costs + 3 * stride)
    best[count] = 0
    var (next1, next2, next3, next4) = (Int64(0), far, far, far)
    var index = count &- 1
    while index >= 0 {
      let one = next1 &+ Int64(costs[index])
      let two = next2 &+ Int64(twos[index])
      let three = next3 &+ Int64(threes[index])
      let four = next4 &+ Int64(fours[index])
      var choice = min(one, min(two, min(three, four)))
      if heads[index] >= 0 { choose(lattice, index, &choice) }
      lengths[index] = UInt8(truncatingIfNeeded: choice & 15)
      let own = choice & ~15
      best[index] = own
      (next4, next3, next2, next1) = (next3, next2, next1, own)
      index &-= 1
    }
  }

  /// Compares the edges of a position with the best of its rows; leaves the best edge as its head.
  private static func choose(_ lattice: Lattice, _ index: Int, _ choice: inout Int64) {
    let (edges, best) = (lattice.edges, lattice.best)
    var next = lattice.heads[index]
    while next >= 0 {
      let edge = edges[Int(next)]
      let sum = Int64(edge.cost) << 4 &+ best[Int(edge.end)]
      if sum < choice & ~15 {
        choice = sum | Int64(Lattice.listed)
        lattice.heads[index] = next
      }
      next = edge.next
    }
  }
}
