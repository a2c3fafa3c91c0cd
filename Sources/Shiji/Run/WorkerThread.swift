#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A thread of the system that runs one closure.
package struct WorkerThread {
  private let thread: pthread_t

  /// Starts a thread with a stack of 8 MiB; nothing where the system gives none.
  package init?(_ body: @escaping () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 8 << 20)
    defer { pthread_attr_destroy(&attributes) }
    let box = Unmanaged.passRetained(Body(body))
    guard let thread = spawn(&attributes, box.toOpaque()) else {
      box.release()
      return nil
    }
    self.thread = thread
  }

  /// Waits until the closure has returned.
  package func join() { pthread_join(thread, nil) }
}

/// A closure that runs beside its caller until its value is asked for.
///
/// Where the system gives no thread, it runs when asked. Ask once.
final class SideTask<Value> {
  private let body: () -> Value
  private let slot = Slot<Value>()
  private let thread: WorkerThread?

  init(_ body: @escaping () -> Value) {
    self.body = body
    let slot = slot
    thread = WorkerThread { slot.value = body() }
  }

  /// Waits for the value.
  func value() -> Value {
    thread?.join()
    return slot.value ?? body()
  }
}

/// What a thread runs.
private final class Body {
  let run: () -> Void
  init(_ run: @escaping () -> Void) { self.run = run }
}

/// Where a thread leaves its result; read only after it has been joined.
private final class Slot<Value> {
  var value: Value?
}

#if canImport(Darwin)
  private func spawn(
    _ attributes: inout pthread_attr_t, _ context: UnsafeMutableRawPointer
  ) -> pthread_t? {
    var thread: pthread_t?
    let code = pthread_create(&thread, &attributes, { run($0) }, context)
    return code == 0 ? thread : nil
  }
#else
  private func spawn(
    _ attributes: inout pthread_attr_t, _ context: UnsafeMutableRawPointer
  ) -> pthread_t? {
    var thread = pthread_t()
    let code = pthread_create(&thread, &attributes, { run($0) }, context)
    return code == 0 ? thread : nil
  }
#endif

private func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
  return nil
}
