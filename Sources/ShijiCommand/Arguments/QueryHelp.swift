extension HelpTopics {
  /// The grammar of `shiji query` on a screen, and examples that the tests run.
  static let query = """
    KIND [TYPE,…] [where CONDITION] [sort FIELD [desc]] [limit N]

      KIND       event, relation, entity, person, company, organization, product, place
      CONDITION  TEST | CONDITION and CONDITION | CONDITION or CONDITION | not CONDITION | ( … )
      TEST       FIELD = VALUE, also != < <= > >=; ~ contains; FIELD in (VALUE, …); has FIELD
      VALUE      word, "several words", 1.5e9, 15亿, 1e9 USD, 15亿美元, 2023, 2023-Q2, 2023-06-29

    Fields of events: every role (company, investor, amount, round, title, …), with (whoever takes
    part), date and year (when it happens, else when it was reported), reported, last, status
    (asserted, planned, rumoured, denied), attribution (media, party, official, anonymous, or who),
    source, document, sources, reports, conflicts, confidence, name, type, id.
    Of entities: name, with, role, event, title, documents, events, degree, first, last, ticker, id.
    Of relations: from, to, with, title, stake, former, start, end, kind, claims, confidence,
    source, document, id.

    Names stand for their aliases and ids, in any case. Amounts and dates have bounds: > and < hold
    where they hold for all that lies between, = where the value lies within, and for dates where
    all of the event lies within the value. Amounts of another currency never pass.

    Examples:

    \(queryExamples.map { "  \($0)" }.joined(separator: "\n"))

    """

  /// Expressions that find something in the graph of Samples/news.
  static let queryExamples = [
    "event funding where amount>=1亿元",
    "event funding where has lead and round in (A, B, C) sort amount desc",
    "event resignation,dismissal where title=CEO or title=CFO",
    "event where with=沃图汽车 and date>=2018-01 and date<2019-01",
    "event where status in (rumoured, denied) and not type=listing",
    "event earnings where amount>1e8 and amount<5e9 CNY sort date",
    "person where title~首席 and documents>=1",
    "company where role=investor sort degree desc limit 5",
    "relation ceo_of where former=false",
    "relation investor_in where kind=derived and has to",
  ]
}
