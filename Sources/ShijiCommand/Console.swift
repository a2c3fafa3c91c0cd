import Shiji
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a person sees: notes and errors on standard error, data on standard output.
enum Console {
  private static let quiet = Atomic<Bool>(false)

  /// Whether notes are left out; errors are not.
  static var isQuiet: Bool {
    get { quiet.load(ordering: .relaxed) }
    set { quiet.store(newValue, ordering: .relaxed) }
  }

  /// Prints a note.
  static func note(_ text: String) {
    if !isQuiet { error(text + "\n") }
  }

  /// Prints on standard error.
  static func error(_ text: String) {
    var copy = text
    copy.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let base = rest.baseAddress, !rest.isEmpty {
        let written = write(2, base, rest.count)
        guard written > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
      }
    }
  }

  /// Prints data.
  static func print(_ text: String) throws(CommandError) {
    let output = OutputFile.standard()
    guard output.write(Array(text.utf8)) else { throw output.failure }
  }
}

/// Signals: a wish to stop is remembered, a closed pipe shows as a failed write.
enum Signals {
  static func install() {
    _ = Interruption.isRequested
    signal(SIGPIPE, SIG_IGN)
    handle(SIGINT)
    handle(SIGTERM)
    unblock()
  }

  /// A parent may have left signals blocked.
  private static func unblock() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// The first signal asks to stop; the second stops at once, as if nobody had asked.
  private static func handle(_ number: Int32) {
    var action = sigaction()
    let handler: @convention(c) (Int32) -> Void = { _ in Interruption.request() }
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
    action.sa_flags = Int32(truncatingIfNeeded: UInt32(SA_RESETHAND))
    sigaction(number, &action, nil)
  }
}
