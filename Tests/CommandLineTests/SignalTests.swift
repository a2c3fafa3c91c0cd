import Foundation
import Testing

/// Readers that go away, and users who stop a run.
struct SignalTests {
  @Test func closedPipeIsSilent() throws {
    let scratch = try Scratch()
    let line = #"{"text":"微软宣布以3亿美元收购星河科技。"}"# + "\n"
    try scratch.write("dump.jsonl", String(repeating: line, count: 2000))
    let process = scratch.tool.process(["facts", "dump.jsonl"])
    let pipe = Pipe()
    let errors = Pipe()
    process.standardOutput = pipe
    process.standardError = errors
    try process.run()
    _ = pipe.fileHandleForReading.readData(ofLength: 10)
    try pipe.fileHandleForReading.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }

  @Test func interruptFinishesWhatWasBegun() throws {
    let process = Tool().process(["facts", "-", "-j1"])
    let input = Pipe()
    let output = Pipe()
    let errors = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    input.fileHandleForWriting.write(Data("{\"id\":\"one\",\"text\":\"微软。\"}\n".utf8))
    let first = output.fileHandleForReading.availableData
    #expect(String(decoding: first, as: UTF8.self).hasPrefix(#"{"id":"one","#))
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    let message = errors.fileHandleForReading.readDataToEndOfFile()
    #expect(String(decoding: message, as: UTF8.self) == "shiji facts: interrupted\n")
    try input.fileHandleForWriting.close()
  }
}
