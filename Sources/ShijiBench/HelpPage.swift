/// The text of `shiji-bench --help`.
enum HelpPage {
  static let text = """
    Measures how fast the stages of shiji read a text.

    Usage: shiji-bench [OPTION…] TEXT…

    Reads UTF-8 files, a passage a line. Texts and lexicon are in memory before the clock starts.
    Prints a table: for each stage the median of its rounds, and what it counted. The counts are
    the check: they are the same in every round and for any number of threads, or the exit code
    is 1. The last line on standard error is a JSON object with the figures of the last stage.

    Stages:
      load                  opens lexicon and rule files; counts the lexicon's words
      decode                UTF-8 to characters, their classes and codes
      segment               words of the lexicon alone
      tokenize              words beside names, money, times and counts
      mentions              the same, then what is named and which names are one
      facts                 the whole way to JSON Lines; counts their bytes

    Work:
          --stage NAME          a stage, or several with commas; repeatable (default: all)
          --rounds N            rounds of each stage (default: 3)
      -j, --jobs N              threads that share the lines (default: 1)
          --lexicon DIR         own folder of lexicon data laid over the base

    Examples:
      shiji-bench news.txt
      shiji-bench --stage segment,facts --rounds 5 -j2 news.txt
      shiji-bench --stage facts --rounds 1 news.txt 2> report.json

    """
}
