import Shiji

/// Memory of this process, as Linux tells it; nothing elsewhere.
enum ProcessMemory {
  /// A row of `/proc/self/status`, such as `VmHWM` or `RssAnon`.
  static func bytes(_ name: String) -> Int? {
    guard let status = try? FileSystem.read("/proc/self/status") else { return nil }
    for line in String(decoding: status, as: UTF8.self).split(separator: "\n") {
      let words = line.split { $0 == " " || $0 == "\t" }
      if words.count == 3, words[0] == "\(name):", words[2] == "kB" {
        return Int(words[1]).map { $0 * 1024 }
      }
    }
    return nil
  }
}
