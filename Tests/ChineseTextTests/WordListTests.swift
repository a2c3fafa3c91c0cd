import Testing

@testable import ChineseText

@Suite struct WordListTests {
  private func read(_ text: String) -> (entries: [String], problems: [String]) {
    var entries: [String] = []
    let problems = WordList.read(path: "w.txt", bytes: Array(text.utf8)) { entry in
      let word = String(decoding: entry.word, as: UTF8.self)
      let tags = entry.tags.map { String($0.rawValue) } ?? "-"
      entries.append(entry.isCut ? "\(word) cut" : "\(word) \(tags)")
    }
    return (entries, problems.map(\.description))
  }

  @Test func understandsWordsTypesCommentsAndCuts() {
    let list = read("# own\n一加手机\r\n\n华为 Mate 60\tproduct\n云帆|智能\n跳票\tv\n小米 14\t\n")
    #expect(list.problems == [])
    let product = WordTags.product.rawValue
    let verb = WordTags.verb.rawValue
    #expect(
      list.entries == [
        "一加手机 -", "华为 Mate 60 \(product)", "云帆|智能 cut", "跳票 \(verb)", "小米 14 -",
      ])
  }

  @Test func understandsListsOfJieba() {
    let person = WordTags.person.rawValue
    let list = read("云计算 5\n李小福 2 nr\n台中\n")
    #expect(list.problems == [])
    #expect(list.entries == ["云计算 -", "李小福 \(person)", "台中 -"])
    #expect(read("李小福\t2\tnr\n").entries == ["李小福 \(person)"])
    #expect(read("云计算\t5\n").entries == ["云计算 -"])
  }

  @Test(arguments: [
    (
      "华为\tcompny",
      "w.txt:1:4: unknown type compny; did you mean company?; types: company, organization, "
        + "person, place, product, title or a part of speech (n v a …)"
    ),
    (
      "iPhone 15",
      "w.txt:1:8: 15 may belong to the word or be its count; write a tab behind the word: "
        + "iPhone 15<TAB>TYPE"
    ),
    (
      "云计算 n",
      "w.txt:1:5: n may belong to the word or be its type; write a tab behind the word: "
        + "云计算<TAB>n"
    ),
    ("甲\tn\tx", "w.txt:1:5: more than a word and its type; a line is: word<TAB>type"),
    (" 小米", "w.txt:1:1: word begins with a blank"),
    ("小米 \tn", "w.txt:1:3: word ends with a blank"),
    ("\tn", "w.txt:1:1: no word before the tab"),
    ("云帆|", "w.txt:1:3: a forced cut needs text on both sides: 云帆|智能"),
    (
      "云|帆\tn", "w.txt:1:4: a forced cut takes no type; name the parts on lines of their own"
    ),
    ("A|B", "w.txt:1:2: a run of letters or digits is never cut inside"),
    ("好！吗", "w.txt:1:2: a sentence ends at ！; a word with it inside is never found"),
    (
      "𠮷野", "w.txt:1:1: 𠮷 lies outside the first 65,536 characters; it is not matched"
    ),
  ])
  func saysWhatIsWrong(line: String, problem: String) {
    #expect(read(line).problems == [problem])
  }

  @Test func badBytesAreOneProblem() {
    let problems = WordList.read(path: "w.txt", bytes: [0xC4, 0xE3, 10]) { _ in }
    #expect(
      problems.map(\.description) == [
        "w.txt:1:1: file is not UTF-8; convert it: iconv -f GB18030 -t UTF-8"
      ])
  }
}
