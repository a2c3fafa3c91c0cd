import Shiji

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzzer.run(UnsafeBufferPointer(start: start, count: count))
  return 0
}

private let fuzzer = DocumentFuzzer.make()
