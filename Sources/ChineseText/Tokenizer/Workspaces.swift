import Synchronization

/// Lattices that wait for the next document: one analysis at a time owns each of them.
final class Workspaces: Sendable {
  /// A lattice on its way from one thread to the next.
  private struct Idle: @unchecked Sendable {
    let lattice: Lattice
  }

  private let idle = Mutex<[Idle]>([])

  /// A lattice that nobody else has.
  func take() -> Lattice { idle.withLock { $0.popLast() }?.lattice ?? Lattice() }

  /// Gives a lattice back.
  func give(_ lattice: Lattice) {
    let idle = Idle(lattice: lattice)
    self.idle.withLock { $0.append(idle) }
  }
}
