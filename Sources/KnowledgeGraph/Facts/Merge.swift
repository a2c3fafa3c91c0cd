/// Facts to facts: the sorted set of canonical lines, minus those of dropped documents.
///
///     var merge = Merge(dropping: ["2024/seed"])
///     for line in lines { merge.add(line, source: "day1.facts", lineNumber: 1) }
///     try merge.write { output.append(contentsOf: $0) }
///
/// Any order, grouping or repetition of the input gives the same bytes. Memory is not bounded: the
/// lines are held, with 12 bytes each (10 million lines of 2.7 GB: 2.8 GB, 37 s). `SortedMerge`
/// holds one line of each input, but wants its inputs sorted.
public struct Merge {
  /// Lines that were left out because they are no facts, and lines of unknown kinds (kept).
  public private(set) var problems: [FactProblem] = []

  private let dropped: DroppedDocuments
  private var arena = LineArena()
  private var places: [LineArena.Place] = []
  private var scratch: [UInt8] = []

  /// Makes an empty merge that leaves out the documents of these ids.
  public init(dropping dropped: [String] = []) {
    self.dropped = DroppedDocuments(dropped)
  }

  /// How many lines are held, repeated ones included.
  public var count: Int { places.count }

  /// Adds a line, without its line end; blank lines say nothing.
  public mutating func add(_ line: UnsafeRawBufferPointer, source: String, lineNumber: Int) {
    guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { return }
    do throws(FactError) {
      let value = try canonicalize(line)
      do throws(FactError) { _ = try Fact(value) } catch {
        problems.append(
          FactProblem(source: source, line: lineNumber, message: error.description))
        guard case .unknownKind = error else { return }
      }
      if dropped.contain(value) { return }
      if let place = scratch.withUnsafeBytes({ arena.append($0) }) { places.append(place) }
    } catch {
      problems.append(FactProblem(source: source, line: lineNumber, message: error.description))
    }
  }

  /// Adds a line, without its line end; blank lines say nothing.
  public mutating func add(_ line: [UInt8], source: String, lineNumber: Int) {
    line.withUnsafeBytes { add($0, source: source, lineNumber: lineNumber) }
  }

  /// Gives the lines in order, each once and without its line end.
  ///
  /// Complexity: O(n log n) in the number of lines.
  public mutating func write(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    let arena = arena
    places.sort { arena.compare($0, $1) < 0 }
    var previous: LineArena.Place?
    for place in places {
      if let previous, arena.compare(previous, place) == 0 { continue }
      try arena.withBytes(at: place) { line in try body(line) }
      previous = place
    }
  }

  private mutating func canonicalize(
    _ line: UnsafeRawBufferPointer
  ) throws(FactError) -> JSONValue {
    let value: JSONValue
    do { value = try JSONParser.parse(line) } catch { throw .badJSON(error) }
    scratch.removeAll(keepingCapacity: true)
    JSONWriter.append(value, to: &scratch)
    return value
  }
}

/// The documents that a merge leaves out.
struct DroppedDocuments {
  private let ids: Set<ByteKey>

  init(_ ids: [String]) { self.ids = Set(ids.map { ByteKey($0) }) }

  var isEmpty: Bool { ids.isEmpty }

  /// Whether a line belongs to one of them.
  func contain(_ line: JSONValue) -> Bool {
    guard !ids.isEmpty else { return false }
    let member = line["kind"]?.stringValue == "document" ? "id" : "document"
    return line[member]?.stringValue.map { ids.contains(ByteKey($0)) } ?? false
  }
}
