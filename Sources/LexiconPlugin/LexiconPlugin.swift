import Foundation
import PackagePlugin

/// Compiles the tables of `Lexicons/` to the one binary lexicon that programs open.
@main
struct LexiconPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Lexicons")
    let output = context.pluginWorkDirectoryURL.appending(path: "lexicon.bin")
    let inputs = try Self.dataFiles(below: folder)
    return [
      .buildCommand(
        displayName: "Compiling the lexicon", executable: try context.tool(named: "lexc").url,
        arguments: [output.path()] + inputs.map { $0.path() }, inputFiles: inputs,
        outputFiles: [output])
    ]
  }

  private static func dataFiles(below folder: URL) throws -> [URL] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    return names.filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".rules") }.sorted()
      .map { folder.appending(path: $0) }
  }
}
