import KnowledgeGraph
import Shiji

/// `shiji query`: the filter language.
enum QueryCommand {
  static let spec = CommandSpec(
    name: "query", operands: "GRAPH EXPR",
    summary: "Finds events, entities and relations by types, roles, dates, amounts and sources.",
    details: [
      "EXPR is KIND [TYPE,…] [where CONDITION] [sort FIELD [desc]] [limit N]. The grammar, all fields",
      "and ten examples: shiji help query. Nothing found is no error.",
    ],
    groups: [
      GraphQuestion.input, GraphQuestion.output(QueryText.Format.allCases.map(\.rawValue)),
    ],
    examples: [
      "shiji query graph.json 'event funding where amount>=1亿元 and year=2024'",
      "shiji query graph.json 'event funding where company=\"Inflection AI\" and amount>1e9 USD'",
      "shiji query graph.json 'relation ceo_of where to=微软'",
      "shiji query graph.json 'event where status=rumoured sort date desc limit 20' --format tsv",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let format = arguments.value("--format").flatMap(QueryText.Format.init) ?? .text
    let (graph, words) = try GraphQuestion.read(
      arguments, operands: 2...2, "a graph and an expression in quotes: shiji help query")
    let query: Query
    do throws(QueryError) { query = try Query(words[0], for: graph) } catch {
      throw .usage("\(error)")
    }
    let index = GraphIndex(graph)
    let matches = query.matches(in: index)
    try GraphQuestion.write(QueryText(index).text(matches, as: format), arguments)
    Console.note("shiji query: \(Report.count(matches.count, "match", "matches"))")
  }
}
