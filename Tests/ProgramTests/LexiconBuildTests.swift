import Testing

/// `gongbao lexicon build`, and what becomes of its file.
@Suite struct LexiconBuildTests {
  @Test func writesAFileThatIsUsedWhileItIsUpToDate() throws {
    let shell = try Shell()
    try shell.write("{\"id\":\"a\",\"text\":\"天津市委书记张某某来到唐山市。\"}\n", to: "news.jsonl")
    let run = try shell.run(
      """
      cp -r "$GONGBAO_LEXICONS" L && gongbao extract news.jsonl --lexicons L --quiet >plain.jsonl
      gongbao lexicon build L && gongbao extract news.jsonl --lexicons L --quiet >compiled.jsonl
      cmp plain.jsonl compiled.jsonl || exit 90
      touch L/gazetteers/sites.tsv && gongbao extract news.jsonl --lexicons L --quiet >compiled.jsonl
      cmp plain.jsonl compiled.jsonl || exit 91
      """)
    #expect(run.status == 0)
    #expect(run.error.split(separator: "\n").count == 1, "\(run.error)")
    #expect(run.error.hasPrefix("gongbao: L/lexicons.compiled: ") && run.error.hasSuffix(" bytes\n"))

    let stale = try shell.run(
      """
      sed -i 's/^天津\\t/天津卫\\t/' L/gazetteers/division_aliases.tsv
      gongbao extract news.jsonl --lexicons L --quiet >stale.jsonl || exit
      gongbao lexicon build L --quiet --out elsewhere && mv elsewhere L/lexicons.compiled
      gongbao extract news.jsonl --lexicons L --quiet >compiled.jsonl || exit
      cmp stale.jsonl compiled.jsonl
      """)
    #expect(stale.status == 0)
    let message =
      "gongbao: warning: L/lexicons.compiled: is out of date, L/gazetteers/division_aliases.tsv has changed, "
      + "and not used — make it again with gongbao lexicon build, or delete it\n"
    #expect(stale.error == message)
  }

  @Test(arguments: [
    ("head -c 3000000 /dev/urandom", "is no compiled lexicon of this program"),
    ("head -c 3000000 whole", "is damaged: it has 3000000 bytes of "),
    ("head -c 20 whole", "is damaged: it is cut off"), ("true", "is damaged: it is empty"),
    ("(head -c 5000000 whole; printf x; tail -c +5000002 whole)", "is damaged: its checksum is wrong"),
  ])
  func refusesWhatIsNotWhole(make: String, says: String) throws {
    let shell = try Shell()
    let run = try shell.run(
      """
      ln -s "$GONGBAO_LEXICONS" shipped && mkdir L && cp -r shipped/* L && gongbao lexicon build L --quiet --out whole
      \(make) >L/lexicons.compiled
      echo '{"id":"a","text":"你好。"}' | gongbao extract - --lexicons L --quiet
      """)
    #expect(run.status == 3)
    #expect(run.output == "")
    let start = "gongbao: error: L/lexicons.compiled: \(says)"
    #expect(run.error.hasPrefix(start) && run.error.split(separator: "\n").count == 1, "\(run.error)")
  }
}
