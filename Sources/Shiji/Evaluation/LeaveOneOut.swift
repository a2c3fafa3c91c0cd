/// How much the rules were fitted to the articles: scores without what fires in one article alone.
///
/// A claim stays only if some telling of it rests on a rule line and a trigger word (for its type)
/// that both fire in another article of the set too. It is pessimistic, and cheap: nothing is
/// read again. Names are left alone.
package enum LeaveOneOut {
  /// The facts without the events that rest on one article alone, and how many these are.
  package static func masked(
    _ facts: [String: FoundFacts]
  ) -> (facts: [String: FoundFacts], dropped: Int) {
    var documents: [Mark: Set<String>] = [:]
    for (id, document) in facts {
      for claim in document.claims {
        for mark in claim.supports.flatMap({ marks($0, claim.type) }) {
          documents[mark, default: []].insert(id)
        }
      }
    }
    var dropped = 0
    let masked = facts.mapValues { document in
      var document = document
      document.claims = document.claims.filter { claim in
        let stays =
          !claim.isEvent
          || claim.supports.contains { support in
            marks(support, claim.type).allSatisfy { (documents[$0]?.count ?? 0) > 1 }
          }
        if !stays { dropped += 1 }
        return stays
      }
      return document
    }
    return (masked, dropped)
  }

  private enum Mark: Hashable {
    case line(String)
    case word(type: String, text: String)
  }

  private static func marks(_ support: FoundFacts.Support, _ type: String) -> [Mark] {
    [.line(support.rule), .word(type: type, text: support.trigger)]
  }
}
