import KnowledgeGraph
import Shiji

/// `shiji show`: what a graph knows of one entity, event or claim.
enum ShowCommand {
  static let spec = CommandSpec(
    name: "show", operands: "GRAPH ID|NAME",
    summary: "Shows what a graph knows of a name: posts, events, relations, and the sentences.",
    details: [
      "NAME is a name or alias in any case; ID an id of an entity, event, amount or claim. A name",
      "of several entities lists them. Events stand in the order of time, with their amounts, status",
      "and a sentence; of an event every report is shown.",
    ],
    groups: [
      GraphQuestion.input,
      GraphQuestion.output(
        ["text"],
        [
          OptionSpec("--why", "why the names of an entity are one: what joined them, who says so"),
          OptionSpec("--context", "sentences with what fills each role, title and address"),
          OptionSpec(
            "--limit", value: "N", "the most posts, events, relations (default: 20; 0: all)"),
        ]),
    ],
    examples: [
      "shiji show graph.json 微软", "shiji show graph.json 微软 --why",
      "shiji show graph.json \"Inflection AI\" --context --limit 0",
      "shiji show graph.json evt:015a32bd9f651853",
      "shiji facts news/ | shiji show - 蔚来",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let limit = try arguments.integer("--limit", atLeast: 0) ?? 20
    let (graph, names) = try GraphQuestion.read(
      arguments, operands: 2...2, "a graph and a name or id")
    let index = GraphIndex(graph)
    let nodes = NameSearch(graph).nodes(names[0])
    let entities = nodes.compactMap { if case .entity(let entity) = $0 { entity } else { nil } }
    if entities.count > 1 {
      return try GraphQuestion.write(GraphQuestion.choices(names[0], entities), arguments)
    }
    guard let node = nodes.first ?? claimed(names[0], index) else {
      return GraphQuestion.noteUnknown(names[0], graph, arguments)
    }
    try GraphQuestion.write(text(node, index, limit, arguments), arguments)
  }

  /// The event that a claim belongs to, or the entity a relation starts from.
  private static func claimed(_ id: String, _ index: GraphIndex) -> Graph.Node? {
    guard id.hasPrefix("clm:") else { return nil }
    if let event = index.graph.events.first(where: { $0.claims.contains(id) }) {
      return .event(event)
    }
    return index.graph.edges.first { $0.claims.contains(id) }.flatMap {
      index.graph.node($0.source)
    }
  }

  private static func text(
    _ node: Graph.Node, _ index: GraphIndex, _ limit: Int, _ arguments: Arguments
  ) -> String {
    switch node {
    case .entity(let entity):
      var writer = CardText(index)
      writer.limit = limit
      writer.showsContext = arguments.has("--context")
      if arguments.has("--why") {
        return writer.head(entity) + IdentityText(index.graph).text(entity)
      }
      return Card(entity.id, in: index).map(writer.text) ?? ""
    case .event(let event):
      var writer = EventCardText(index)
      writer.showsContext = arguments.has("--context")
      return writer.text(event)
    case .money:
      // An amount belongs to one role of one event.
      let event = index.edges(of: node.id).first.flatMap { index.graph.node($0.source) }
      guard case .event = event, let event else { return "\(node.name)  \(node.id)\n" }
      return text(event, index, limit, arguments)
    }
  }
}
