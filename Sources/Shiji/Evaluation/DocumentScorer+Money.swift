extension DocumentScorer {
  /// Scores the money.
  mutating func scoreMoney() {
    for amount in article.money {
      evaluation.exactMoney.addGold(amount.currency)
      evaluation.money.addGold(amount.currency)
    }
    for amount in facts.money {
      evaluation.exactMoney.addFound(amount.currency ?? "none")
      evaluation.money.addFound(amount.currency ?? "none")
    }
    _ = pairMoney(&evaluation.money) { $0.isClose(to: $1) }
    let rest = pairMoney(&evaluation.exactMoney) { $0.isEqual(to: $1) }
    for amount in rest.gold {
      let value =
        "\(amount.surface) = \(ExactNumber.range(amount.low, amount.high)) \(amount.currency)"
      error(.money, .missing, 1, value, quoted.sentence(with: amount.surface))
    }
    for amount in rest.found {
      let value =
        "\(amount.text) = \(ExactNumber.range(amount.low, amount.high)) "
        + (amount.currency ?? "without currency")
      error(.money, .spurious, 1, value, quoted.sentence(with: amount.text))
    }
  }

  private func pairMoney(
    _ table: inout ScoreTable, _ agree: (GoldArticle.Money, FoundFacts.Money) -> Bool
  ) -> (gold: [GoldArticle.Money], found: [FoundFacts.Money]) {
    var left = Array(facts.money)
    var missing: [GoldArticle.Money] = []
    for amount in article.money {
      guard let index = left.firstIndex(where: { agree(amount, $0) }) else {
        missing.append(amount)
        continue
      }
      left.remove(at: index)
      table.addHit(amount.currency)
    }
    return (missing, left)
  }
}
