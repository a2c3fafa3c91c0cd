import Synchronization

/// The wish to stop early: readers then say that the input has ended, and all that was begun is
/// finished and written.
package enum Interruption {
  private static let flag = Atomic<Bool>(false)

  /// Whether somebody asked.
  package static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Asks. May be called by a signal handler once `isRequested` was read before.
  package static func request() { flag.store(true, ordering: .relaxed) }
}
