/// The pages of `shiji help TOPIC`.
enum HelpTopics {
  static let names = ["exit-codes", "formats", "gold", "query", "rules"]

  static func text(_ topic: String) -> String? {
    switch topic {
    case "exit-codes": exitCodes
    case "formats": formats
    case "gold": gold
    case "query": query
    case "rules": rules
    default: nil
    }
  }

  private static let exitCodes = """
    Exit codes of every command:

      0    done; also when nothing was found, when single records were bad (they are error lines
           and counted), and when the reader of the output went away
      1    shiji lint or shiji test found something; shiji lexicon find found nothing; the score of
           shiji eval is less than --fail-under; shiji stats --check found contradictions; shiji
           diff --exit-code found differences
      2    wrong usage: an unknown command, option or value
      3    input or output failed; arguments that do not exist are found before any work starts
      4    bad lexicon, rule or identity data, or no lexicon at all
      130  interrupted; what was begun is finished and written to standard output

    """

  private static let formats = """
    Input, by the extension of the file or by --input:

      text    .txt    the file is one document
      lines           every line is a document
      jsonl   .jsonl  every line is a JSON object; the text is looked for in text, content, body, …
      json    .json   an array of such objects, one object, or several one after the other

    Standard input is JSON Lines where its first byte is '{', else one text.

    Output of extract and export, by the extension of -o or by --format:

      json    .json          the graph: nodes, edges, claims (schema shiji-graph/1)
      dot     .dot .gv       Graphviz: shiji extract news -o g.dot && dot -Tsvg g.dot > g.svg
      facts   .jsonl .facts  facts as JSON Lines (schema shiji-facts/1), the unit that merges
      text    .txt           what each document says, for people; the default on standard output
      events.csv, events.tsv, by .events.csv and .events.tsv: a flat table of events, see below

    The table of events has a row for each event, in the order of time, those without a date last:

      date, start, end      2024-03, 2024-Q1, 2024-03-18/2024-03-24; its first and its last day
      type, label           funding, 融资
      who, whom             the acquirer and the target, the investor and the company, a person
                            and the organization: who acts or whose event it is, and the others
      amount                an exact decimal, where the amount is one number; amount_low and
                            amount_high are its bounds (absent: open), approx is yes where it is
                            rough, amount_text has the words; a valuation stands in details
      realis                asserted, planned, rumoured or denied, by the latest report
      sources, source       how many independent sources; the outlets
      sentence              what says so, from document, with its headline, published and url
      title, round, metric, period (CEO, Pre-A, 净利润, 2023Q3), and all other roles in details:
                            role=value|role=value

    Several values in a cell have | between them. A cell that a spreadsheet would take for a formula
    (in tsv: for a quotation, too) begins with an apostrophe. csv is as RFC 4180 has it, with a byte
    order mark, without which Excel reads Chinese in a local encoding (Python: encoding='utf-8-sig').
    tsv has neither quotes nor a mark: a tab in a cell is \\t, a line feed \\n, a backslash \\\\.

    """

  private static let rules = """
    Event types are data. Each stands in one file NAME.rules of the folder events of the lexicon:

      event acquisition 收购
      role acquirer* : party
      role target    : org product
      role price     : money    nearby
      require target and acquirer
      frame 收购 并购 买下 : subject=acquirer object=target 以=price
      given company 星河科技 云帆智能
      test   星河科技宣布以3.2亿美元收购云帆智能。
      expect acquirer=星河科技 target=云帆智能 price=3.2亿美元
      test   收购价随之提高。
      expect none

    shiji lint checks the files, shiji test runs the tests inside them; Lexicons/README.md has the
    whole language.

    """
}

extension HelpTopics {
  /// The form of annotated articles.
  static let gold = """
    shiji eval compares facts with articles that people have annotated, a JSON file each:

      {"id": "weichi-ceo", "title": "…", "published": "2020-03-27", "text": "…",
       "entities":  [{"name": "未迟旅行", "type": "company", "aliases": ["未迟"]}],
       "money":     [{"surface": "3亿元", "low": 300000000, "high": 300000000,
                      "currency": "CNY", "approx": false}],
       "events":    [{"type": "resignation",
                      "roles": {"person": ["邬晓棠"], "organization": ["未迟旅行"]},
                      "date": "2020-03-27", "realis": "asserted", "evidence": "…"}],
       "relations": [{"type": "founder_of", "from": "…", "to": "…", "former": true}]}

    name is the fullest form in the text. Fillers are names of entities, surfaces of amounts, or
    words of the text. date has the grain that the text gives (2024, 2024-Q1, 2024-03), or is null;
    evidence is the clause, word for word. What stands in the title alone is not annotated.

    How things are counted:

      entities   one item a document; they pair when they share a name or alias
      money      one item a mention; both bounds and the currency (of approximate ones the number
                 that is written is enough)
      events     claims of one type and key are one event; they pair by the fillers they share, and
                 count as found where an entity or amount agrees in its role
      arguments  each filler of an event, in its role
      relations  each pair; an investor_in that a funding or investment implies is not counted

    """
}
