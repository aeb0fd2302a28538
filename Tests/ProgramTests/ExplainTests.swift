import Testing

/// `gongbao explain` and `gongbao rules` as their users meet them.
@Suite struct ExplainTests {
  private let shell: Shell
  private let line =
    #"{"id":"a","text":"标题\n唐山市委书记周启明说。","source":"唐山日报","published":"2019-05-08"}"# + "\n"

  init() throws {
    shell = try Shell()
    try shell.write(line, to: "a.jsonl")
  }

  @Test func aRelationIsATree() throws {
    let run = try shell.run("gongbao explain a.jsonl --relation holds_role")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("holds_role 周启明 → 中共唐山市委员会"))
    #expect(run.output.contains("rule roles.title-before took «唐山市委书记周启明»"))
  }

  @Test func jsonIsALineAnAnswer() throws {
    let run = try shell.run("gongbao explain a.jsonl --text 书记 --format json")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix(#"{"kind":"stretch","text":"«书记»""#))
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test func aMissIsExplained() throws {
    let run = try shell.run("gongbao explain a.jsonl --why-not 'visited 周启明 唐山市'")
    #expect(run.status == 0)
    #expect(run.output.contains("cause: "))
  }

  @Test(arguments: [
    "gongbao explain", "gongbao explain missing.jsonl", "gongbao explain a.jsonl --at -1",
    "gongbao explain a.jsonl --at 1 --text 书记", "gongbao explain a.jsonl --why-not 'likes 甲 乙'",
    "gongbao explain a.jsonl --id b", "gongbao explain a.jsonl --text 无此", "gongbao rules nothing",
  ])
  func wrongUsageIsTwo(script: String) throws {
    let run = try shell.run(script)
    #expect(run.status == 2, "\(run.error)")
    #expect(run.error.hasPrefix("gongbao: error: "))
  }

  @Test func rulesAreListedAndProfiled() throws {
    #expect(try shell.run("gongbao rules list").output.contains("roles.title-before"))
    let profile = try shell.run("gongbao rules profile a.jsonl --limit 1")
    #expect(profile.status == 0)
    #expect(profile.output.contains("1 articles, "))
  }
}
