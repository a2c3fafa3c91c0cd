import KnowledgeGraph
import Testing

/// The forms of a timeline that programs read.
struct TimelineFormatsTests {
  private let timeline: Timeline = {
    var timeline = Story.timeline(by: .month)
    timeline.title = "微软 & <星河>"
    return timeline
  }()

  @Test func tableHasALineForEachEvent() {
    let lines = TimelineTSV.text(timeline).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(lines.count == 6)
    #expect(lines.first == TimelineTSV.columns)
    #expect(lines.allSatisfy { $0.count == TimelineTSV.columns.count })
    #expect(
      lines[3].dropLast() == [
        "2024-01", "2024-01", "2024-01-01", "2024-01-31", "asserted", "acquisition", "acquisition",
        "微软 acquisition 星河科技 3亿元", "股权 51%", "3", "3", "2024-01-05", "2024-02-01",
        "rumoured 2024-01-05|denied 2024-01-08|asserted 2024-02-01", "", "新华社",
        "2024-02-01T08:00:00", "d3说微软收购星河科技。", "d3",
      ])
    #expect(lines[5].prefix(2) == ["", ""])
  }

  @Test func jsonHoldsEverything() throws {
    let json = try JSONParser.parse(TimelineJSON.bytes(timeline))
    #expect(json["schema"]?.stringValue == TimelineJSON.schema)
    #expect(json["title"]?.stringValue == "微软 & <星河>")
    let periods = json["periods"]?.arrayValue ?? []
    #expect(
      periods.compactMap { $0["period"]?.stringValue } == ["2019", "2024-Q1", "2024-01", "2024-02"])
    let event = try #require(periods[2]["events"]?.arrayValue?.first)
    #expect(event["date"]?.stringValue == "2024-01")
    #expect(event["history"]?.arrayValue?.count == 3)
    #expect(event["details"]?["stake"]?.arrayValue == ["51%"])
    #expect(event["evidence"]?["sentence"]?.stringValue == "d3说微软收购星河科技。")
    let undated = try #require(json["undated"]?.arrayValue?.first)
    #expect(undated["date"] == nil)
    #expect(undated["name"]?.stringValue == "微软 founding")
  }

  @Test func slidesAreAsPreciseAsTheDates() throws {
    let json = try JSONParser.parse(TimelineJS.bytes(timeline))
    #expect(json["title"]?["text"]?["headline"]?.stringValue == "微软 &amp; &lt;星河&gt;")
    let slides = json["events"]?.arrayValue ?? []
    #expect(
      slides.map { $0["display_date"]?.stringValue } == [
        "2019", "2024-Q1", "2024-01", "2024-02-03",
      ])
    #expect(
      slides.map { $0["start_date"] } == [
        ["year": 2019], ["month": 1, "year": 2024], ["month": 1, "year": 2024],
        ["day": 3, "month": 2, "year": 2024],
      ])
    #expect(slides.map { $0["end_date"] } == [nil, ["month": 3, "year": 2024], nil, nil])
    #expect(slides[1]["text"]?["headline"]?.stringValue == "【计划】星河科技 融资")
    #expect(slides[1]["group"]?.stringValue == "融资")
    let text = slides[3]["text"]?["text"]?.stringValue ?? ""
    #expect(text.contains("<blockquote>林*一&lt;离职&gt;。</blockquote>"))
    #expect(Set(slides.compactMap { $0["unique_id"]?.stringValue }).count == 4)
  }

  @Test func strangeDatesDoNoHarm() throws {
    var facts = Facts()
    facts.document("d1", "gestern")
    let days = [
      "", "-", "2024", "2024-13-45", "abc", "99999-01-01", "-0221-01-01", "2024-02-30", "二〇",
    ]
    for (number, start) in days.enumerated() {
      for end in days {
        facts.event(
          "d1", "funding", [("company", [.string("org:\(number)")])],
          time: during("\(start)?", start, end))
      }
    }
    for grain in Timeline.Grain.allCases {
      let timeline = Timeline(facts.graph(), by: grain)
      #expect(!timeline.entries.isEmpty)
      #expect(TimelineText().text(timeline).split(separator: "\n").count > 8)
      #expect(!TimelineMarkdown.text(timeline).isEmpty)
      #expect(!TimelineTSV.text(timeline).isEmpty)
      #expect(try JSONParser.parse(TimelineJSON.bytes(timeline))["undated"] != nil)
      #expect(try JSONParser.parse(TimelineJS.bytes(timeline))["events"] != nil)
    }
  }

  @Test func nothingGivesValidText() throws {
    let empty = Timeline(Facts().graph())
    #expect(try JSONParser.parse(TimelineJS.bytes(empty))["events"]?.arrayValue == [])
    #expect(try JSONParser.parse(TimelineJSON.bytes(empty))["periods"]?.arrayValue == [])
    #expect(TimelineText().text(empty) == "")
    #expect(TimelineMarkdown.text(empty) == "# 时间线\n")
  }
}
