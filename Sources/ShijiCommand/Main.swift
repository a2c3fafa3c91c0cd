#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The command `shiji`.
@main
struct Main {
  static func main() {
    Signals.install()
    exit(CommandTable.run(Array(CommandLine.arguments.dropFirst())))
  }
}
