import Foundation
import PackagePlugin

/// Compiles Gazetteers/ and Models/ into one Swift file of literals, made again whenever one of their files changes.
@main
struct EmbedResources: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let root = context.package.directoryURL
    let tool = try context.tool(named: "isnad-compile")
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
    let inputs =
      files(under: root.appending(path: "Gazetteers"), ["tsv"])
      + files(under: root.appending(path: "Models"), ["rules", "txt", "model"])
    return [
      .buildCommand(
        displayName: "Compiling gazetteers and rules", executable: tool.url, arguments: [root.path(), output.path()],
        inputFiles: inputs, outputFiles: [output])
    ]
  }

  private func files(under folder: URL, _ extensions: Set<String>) -> [URL] {
    let all =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return all.filter { extensions.contains($0.pathExtension) }.sorted { $0.path() < $1.path() }
  }
}
