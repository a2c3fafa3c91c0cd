extension Lattice {
  /// Forbids every word that begins before one of the places and ends behind it.
  ///
  /// The places must be sorted. O(count + edges).
  func bar(_ places: [Int], count: Int) {
    for place in places {
      for back in 1..<Self.rows where place >= back {
        for length in back + 1...Self.rows {
          costs[(length &- 1) &* stride &+ place &- back] = Self.none
        }
      }
    }
    var next = 0
    for position in 0..<count where heads[position] >= 0 {
      while next < places.count, places[next] <= position { next += 1 }
      if next == places.count { return }
      unlink(from: position, behind: places[next])
    }
  }

  /// Takes the edges of a position that end behind a place out of its list.
  private func unlink(from position: Int, behind place: Int) {
    var last: Int32 = -1
    var edge = heads[position]
    heads[position] = -1
    while edge >= 0 {
      let next = edges[Int(edge)].next
      if Int(edges[Int(edge)].end) <= place {
        if last < 0 { heads[position] = edge } else { edges[Int(last)].next = edge }
        edges[Int(edge)].next = -1
        last = edge
      }
      edge = next
    }
  }
}
