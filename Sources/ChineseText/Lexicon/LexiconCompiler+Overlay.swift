/// A part of what a user lays over the base lexicon. A later part has the last word.
package enum OverlayPart: Sendable {
  /// A folder, or plain word lists: tables, rule files, lists.
  case sources(
    tables: [LexiconCompiler.Source], rules: [LexiconCompiler.Source],
    lists: [LexiconCompiler.Source])
  /// What `shiji lexicon compile` made.
  case compiled(Overlay)
}

extension LexiconCompiler {
  /// The lexicon with all parts beside its words, and beside those of an overlay that it has.
  package static func lay(
    _ parts: [OverlayPart], over lexicon: Lexicon
  ) throws(LexiconError) -> Lexicon {
    let compiled = compiled(parts)
    if parts.count == 1, let only = compiled.first, lexicon.overlay == nil {
      return lexicon.adding(only)
    }
    let bytes = try compile(parts, over: lexicon)
    return lexicon.adding(try Overlay(bytes: bytes), merged: compiled)
  }

  private static func compiled(_ parts: [OverlayPart]) -> [Overlay] {
    parts.compactMap { part in
      guard case .compiled(let overlay) = part else { return nil }
      return overlay
    }
  }

  /// The binary overlay of all parts. O(bytes + words × length).
  package static func compile(
    _ parts: [OverlayPart], over lexicon: Lexicon
  ) throws(LexiconError) -> [UInt8] {
    var compiler = LexiconCompiler()
    compiler.tables.fold = Array(lexicon.foldTable)
    compiler.tables.classes = Array(lexicon.classTable)
    var builder = OverlayBuilder(base: lexicon)
    if let own = lexicon.overlay { builder.add(own, shift: 0) }
    compiler.overlay = builder
    compiler.firstTable = lexicon.tables.count
    for overlay in self.compiled(parts) { compiler.firstTable += overlay.tables.count }
    var tableCount = lexicon.tables.count
    var rules: [Source] = []
    for (index, part) in parts.enumerated() {
      compiler.overlay?.layer = UInt16(truncatingIfNeeded: index + 1)
      switch part {
      case .compiled(let overlay):
        compiler.overlay?.add(overlay, shift: tableCount - lexicon.baseTableCount)
        tableCount += overlay.tables.count
      case .sources(let tables, let ruleFiles, let lists):
        compiler.add(tables, ruleFiles, lists)
        rules += ruleFiles
      }
    }
    guard compiler.problems.isEmpty else {
      let others = compiler.overlay.map { OverlayRows($0).problems } ?? []
      throw LexiconError(compiler.problems + others)
    }
    guard compiler.firstTable + compiler.files.count < 127, let overlay = compiler.overlay else {
      throw LexiconError([
        LexiconProblem(
          file: "--lexicon", line: 0,
          message: "more than \(127 - lexicon.tables.count) tables in all folders; join some")
      ])
    }
    return try overlay.write(tables: compiler.tableSections(rules: rules))
  }

  private mutating func add(_ tables: [Source], _ rules: [Source], _ lists: [Source]) {
    let first = files.count
    read(tables.filter { !LexiconSchema.isPlainList($0.name) }.sorted { $0.name < $1.name })
    for index in first..<files.count { addWords(index) }
    for rule in rules { addTriggers(rule) }
    for list in tables.filter({ LexiconSchema.isPlainList($0.name) }) + lists { addList(list) }
  }

  private mutating func addList(_ list: Source) {
    guard var builder = overlay else { return }
    overlay = nil
    builder.files.append(list.path)
    let found = tables.fold.withUnsafeBufferPointer { fold in
      WordList.read(path: list.path, bytes: list.bytes) { entry in
        builder.add(entry, fold)
      }
    }
    problems += found
    overlay = builder
  }
}

extension OverlayBuilder {
  /// Adds a line of a word list; a word with blanks also as it is written without them.
  fileprivate mutating func add(_ entry: WordList.Entry, _ fold: UnsafeBufferPointer<UInt16>) {
    if entry.isCut { return addCut(entry, fold) }
    let kind: Kind = entry.tags == nil ? .untyped : .typed
    var hasBlank = false
    add(kind: kind, tags: entry.tags ?? [], line: entry.line) { pool in
      Self.decode(entry.word) { unit in
        let folded = fold[Int(unit)]
        if folded == 0x20 { hasBlank = true }
        pool.append(folded)
      }
      return true
    }
    guard hasBlank else { return }
    add(kind: kind, tags: entry.tags ?? [], line: entry.line) { pool in
      Self.decode(entry.word) { unit in
        if fold[Int(unit)] != 0x20 { pool.append(fold[Int(unit)]) }
      }
      return true
    }
  }

  private mutating func addCut(_ entry: WordList.Entry, _ fold: UnsafeBufferPointer<UInt16>) {
    var places: UInt64 = 0
    var units: [UInt16] = []
    Self.decode(entry.word) { unit in
      if unit == 0x7C { places |= 1 << UInt64(units.count) } else { units.append(fold[Int(unit)]) }
    }
    add(kind: .cut, tags: WordTags(rawValue: places), line: entry.line) { pool in
      pool += units
      return true
    }
  }

  /// Calls `body` with each character of valid UTF-8 below U+10000.
  @inline(__always)
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt16) -> Void) {
    var index = 0
    while index < bytes.count {
      let first = UInt16(bytes[index])
      if first < 0x80 {
        body(first)
        index += 1
      } else if first < 0xE0, index + 1 < bytes.count {
        body((first & 0x1F) << 6 | UInt16(bytes[index + 1]) & 0x3F)
        index += 2
      } else if index + 2 < bytes.count {
        body(
          (first & 0x0F) << 12 | (UInt16(bytes[index + 1]) & 0x3F) << 6
            | UInt16(bytes[index + 2]) & 0x3F)
        index += 3
      } else {
        return
      }
    }
  }
}
