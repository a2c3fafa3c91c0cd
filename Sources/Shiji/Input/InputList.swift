/// One file to read, or standard input.
package struct InputItem: Sendable {
  /// Path to open; empty for standard input.
  package let path: String
  /// What document ids are made of: the path below the given folder without extension, the bare
  /// name of a single file, `stdin`.
  package let name: String
  /// The name that error lines and notes show; never an absolute path.
  package let label: String
  /// How it is cut; `auto` only for standard input, until its first byte is known.
  package let format: InputFormat
  /// Whether the user named this file (rather than a folder that holds it).
  package let isNamed: Bool
}

/// The inputs of a run, checked before any work starts.
package struct InputList: Sendable {
  /// The files, in the order of the arguments; those of a folder in bytewise order of their paths.
  package let items: [InputItem]

  /// Finds the files that `paths` name; `-` is standard input.
  ///
  /// Throws where a path does not exist, cannot be read, or is a folder without any text.
  package init(_ paths: [String], options: InputOptions) throws(FileError) {
    var items: [InputItem] = []
    for path in paths {
      if path == "-" {
        items.append(Self.standardInput(options))
      } else if FileSystem.isFolder(path) {
        items += try Self.folder(path, options)
      } else {
        items.append(try Self.file(path, options))
      }
    }
    self.items = items
  }

  private static func standardInput(_ options: InputOptions) -> InputItem {
    InputItem(path: "", name: "stdin", label: "stdin", format: options.format, isNamed: true)
  }

  private static func file(_ path: String, _ options: InputOptions) throws(FileError) -> InputItem {
    guard FileSystem.exists(path) else {
      throw FileError(path: path, reason: "no such file or folder")
    }
    guard FileSystem.isReadable(path) else {
      throw FileError(path: path, reason: "may not be read (permission denied)")
    }
    if let tool = packers[PathName.fileExtension(path)] {
      throw FileError(path: path, reason: "is packed; try: \(tool) \(path) | shiji … -")
    }
    let label = PathName.last(path)
    return InputItem(
      path: path, name: PathName.withoutExtension(label), label: label,
      format: format(label, options), isNamed: true)
  }

  private static func folder(
    _ path: String, _ options: InputOptions
  ) throws(FileError) -> [InputItem] {
    guard FileSystem.isReadable(path) else {
      throw FileError(path: path, reason: "may not be read (permission denied)")
    }
    let items = FileSystem.walk(path).filter { isWanted($0, options) }.map { relative in
      InputItem(
        path: PathName.join(path, relative), name: PathName.withoutExtension(relative),
        label: relative, format: format(relative, options), isNamed: false)
    }
    guard !items.isEmpty else {
      let sought =
        options.include.isEmpty
        ? "files ending in .txt, .json, .jsonl or .ndjson" : options.include.joined(separator: ", ")
      throw FileError(path: path, reason: "the folder holds no text (looked for \(sought))")
    }
    return items
  }

  private static func isWanted(_ path: String, _ options: InputOptions) -> Bool {
    if options.exclude.contains(where: { Glob($0).matches(path) }) { return false }
    if !options.include.isEmpty { return options.include.contains { Glob($0).matches(path) } }
    return extensions[PathName.fileExtension(path)] != nil
  }

  private static func format(_ path: String, _ options: InputOptions) -> InputFormat {
    guard options.format == .auto else { return options.format }
    return extensions[PathName.fileExtension(path)] ?? .text
  }

  private static let extensions: [String: InputFormat] = [
    "txt": .text, "text": .text, "md": .text, "json": .json, "jsonl": .jsonl, "ndjson": .jsonl,
  ]

  private static let packers = ["gz": "zcat", "zst": "zstdcat", "xz": "xzcat", "bz2": "bzcat"]
}
