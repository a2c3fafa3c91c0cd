#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The command `shiji-bench`.
@main
struct Main {
  static func main() {
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs a command line and gives the exit code.
  private static func run(_ words: [String]) -> Int32 {
    do throws(BenchError) {
      let options = try BenchOptions(words)
      if options.wantsHelp {
        Console.write(HelpPage.text, to: 1)
      } else {
        try Benchmark(options).run()
      }
      return 0
    } catch {
      Console.write("shiji-bench: \(error.message)\n", to: 2)
      if case .usage = error { Console.write("Try 'shiji-bench --help'.\n", to: 2) }
      return error.exitCode
    }
  }
}
