#if canImport(Glibc)
  import Glibc
#endif

/// Encoding of the bytes of an input.
public enum InputEncoding: String, Sendable, CaseIterable {
  /// By byte order mark, else UTF-8, else GB18030 where the bytes are valid in it alone.
  case auto
  case utf8 = "utf-8"
  case gb18030
  case big5
  case utf16 = "utf-16"

  /// What the first bytes of an input are written in, and how many of them are a mark to skip.
  static func guess(_ bytes: [UInt8]) -> (encoding: InputEncoding, mark: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return (.utf16, 0) }
    let faults = UTF8Scanner.count(bytes)
    guard faults.bad > 3, faults.bad * 8 > faults.good, GB18030Scanner.isValid(bytes) else {
      return (.utf8, 0)
    }
    return (.gb18030, 0)
  }
}

/// Looks whether bytes are GB18030: pairs and fours in the ranges of the standard.
enum GB18030Scanner {
  /// Whether all bytes but for a character cut at the end are in range.
  static func isValid(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      guard lead > 0x80, lead < 0xFF else { return false }
      guard index + 1 < bytes.count else { return true }
      let second = bytes[index + 1]
      if (0x30...0x39).contains(second) {
        index += 4
      } else if (0x40...0xFE).contains(second), second != 0x7F {
        index += 2
      } else {
        return false
      }
    }
    return true
  }
}

#if canImport(Glibc)
  /// Converts an input to UTF-8 piece by piece; bytes that are no text become the byte 0xFF, which
  /// is no UTF-8 either, so that one policy serves all encodings.
  final class Converter {
    private let handle: iconv_t
    /// How many bytes are left out where they are no text.
    private let unit: Int
    private var rest: [UInt8] = []
    /// Takes the text of one call; kept, since broken bytes need a call each.
    private var room = [UInt8](repeating: 0, count: 1 << 16)

    /// Opens a converter; nothing where the C library has none for the encoding.
    init?(_ encoding: InputEncoding) {
      let name =
        switch encoding {
        case .gb18030: "GB18030"
        case .big5: "BIG5-HKSCS"
        case .utf16: "UTF-16"
        case .auto, .utf8: "UTF-8"
        }
      guard let opened = iconv_open("UTF-8", name), Int(bitPattern: opened) != -1 else {
        return nil
      }
      handle = opened
      unit = encoding == .utf16 ? 2 : 1
    }

    deinit { iconv_close(handle) }

    /// Appends the text of the next bytes to `output`. Complexity: linear.
    func convert(_ bytes: ArraySlice<UInt8>, isLast: Bool, into output: inout [UInt8]) {
      var input = rest + bytes
      var consumed = 0
      while consumed < input.count {
        guard step(&input, &consumed, &output) else { continue }
        if errno == EINVAL, !isLast { break }
        output.append(0xFF)
        consumed += unit
      }
      rest = Array(input[min(consumed, input.count)...])
      if isLast { finish(&output) }
    }

    /// One call of `iconv`; true where it stopped at bytes that it cannot convert.
    private func step(
      _ input: inout [UInt8], _ consumed: inout Int, _ output: inout [UInt8]
    ) -> Bool {
      var left = input.count - consumed
      var free = room.count
      let result = input.withUnsafeMutableBytes { source in
        room.withUnsafeMutableBytes { target in
          var from = source.baseAddress?.advanced(by: consumed).assumingMemoryBound(to: CChar.self)
          var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          return iconv(handle, &from, &left, &to, &free)
        }
      }
      let code = errno
      consumed = input.count - left
      output.append(contentsOf: room[..<(room.count - free)])
      errno = code
      return result == -1 && code != E2BIG
    }

    /// Appends what the converter holds back: in Big5, a character that may combine with the next.
    private func finish(_ output: inout [UInt8]) {
      var free = room.count
      _ = room.withUnsafeMutableBytes { target in
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        return iconv(handle, nil, nil, &to, &free)
      }
      output.append(contentsOf: room[..<(room.count - free)])
    }
  }
#endif
