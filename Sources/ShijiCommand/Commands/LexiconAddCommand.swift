import ChineseText
import Shiji

/// `shiji lexicon add`: a row for a table of the user's own folder.
enum LexiconAddCommand {
  static let spec = CommandSpec(
    name: "lexicon add", operands: "KIND NAME",
    summary: "Adds a checked row to a table of your own folder.",
    details: [
      "KIND is \(names.prefix(9).joined(separator: ", ")),",
      "\(names.dropFirst(9).joined(separator: ", ")), or any table by its path: names/org-suffixes.",
      "The folder, the table and its header are made where they are missing; the row is put where",
      "the order of the table wants it. A row that lint would refuse is not written, nor is a name",
      "that the folder has already, or the base lexicon (--force). Cells without an option of their",
      "own are given with --set.",
    ],
    groups: [
      OptionGroup(
        title: "Row",
        options: [
          OptionSpec("--alias", value: "NAME", repeatable: true, "another name of the same thing"),
          OptionSpec("--id", value: "ID", "its id (default: made of the Latin name or the name)"),
          OptionSpec(
            "--set", value: "COLUMN=VALUE", repeatable: true, "any other cell: latin=StarSea"),
          OptionSpec("--source", value: "KEY", "where the row comes from (default: hand)"),
        ]),
      OptionGroup(
        title: "Work",
        options: [
          OptionSpec("--lexicon", value: "DIR", "your own folder; made where it is missing"),
          OptionSpec("--table", value: "NAME", "the table, where KIND has several"),
          OptionSpec("--force", "although the base lexicon has the name"),
          OptionSpec("--dry-run", "check and show the row, write nothing"),
        ]),
      OptionGroup(title: "Output", options: [SharedOptions.quiet]),
    ],
    examples: [
      "shiji lexicon add company 星海科技 --alias 星海 --lexicon my-lexicon",
      "shiji lexicon add person 陈知夏 --set posts=org:xinghai/CEO// --lexicon my-lexicon",
      "shiji lexicon add word 具身智能 --lexicon my-lexicon",
      "shiji lexicon add names/org-suffixes 研究社 --set type=organization --lexicon my-lexicon",
    ],
    run: run)

  private static var names: [String] { RowKind.all.map(\.name) }

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let row = try row(arguments)
    guard let folder = arguments.value("--lexicon") else {
      throw .usage("--lexicon DIR is missing: your own folder, which is made where there is none")
    }
    if FileSystem.exists(folder), !FileSystem.isFolder(folder) {
      throw .file(FileError(path: folder, reason: "is no folder; rows are added to folders"))
    }
    let base = try LexiconLocation.find()
    let addition: TableAddition
    let tables: LexiconTables
    do throws(LexiconError) {
      tables = try LexiconTables(
        base: base, lexicons: FileSystem.isFolder(folder) ? [folder] : [])
      addition = try TableAddition(
        row, folder: folder, over: tables, force: arguments.has("--force"))
    } catch {
      throw .data(error.description)
    }
    if !arguments.has("--dry-run") { try write(addition) }
    try Console.print(FoundRows.text([addition.row]))
    for note in addition.notes(tables.lexicon) { Console.note("shiji lexicon add: \(note)") }
  }

  private static func row(_ arguments: Arguments) throws(CommandError) -> TableAddition.NewRow {
    guard arguments.operands.count == 2 else {
      throw .usage("takes a kind and a name, such as: company 星海科技")
    }
    let name = arguments.operands[0]
    guard var kind = RowKind(name) else {
      throw .usage("unknown kind \(name)" + suggestion(for: name, among: names))
    }
    if let table = arguments.value("--table") { kind.table = PathName.withoutExtension(table) }
    var cells: [(column: String, value: String)] = []
    let aliases = arguments.all("--alias")
    if !aliases.isEmpty { cells.append(("aliases", aliases.joined(separator: "|"))) }
    if let source = arguments.value("--source") { cells.append(("source", source)) }
    for text in arguments.all("--set") {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw .usage("--set takes COLUMN=VALUE, not '\(text)'")
      }
      cells.append((String(parts[0]), String(parts[1])))
    }
    return TableAddition.NewRow(
      kind: kind, name: arguments.operands[1], id: arguments.value("--id"), cells: cells)
  }

  private static func write(_ addition: TableAddition) throws(CommandError) {
    do throws(FileError) {
      try FileSystem.makeFolder(PathName.parent(addition.path))
    } catch {
      throw .file(error)
    }
    let output = try OutputFile.open(addition.path)
    guard output.write(addition.bytes) else { throw output.failure }
    try output.commit()
  }
}
