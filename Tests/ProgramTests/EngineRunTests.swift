import Testing

/// `gongbao extract` over corpora: threads, kills, failures, copies.
@Suite struct EngineRunTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    let sentence = "云屏市委书记林知远会见了来访的考察团一行。"
    try shell.write(
      (1...400).map { number in
        let text = (0..<4).map { "\(number * 7 + $0)月，" + sentence + "第\(number)号文件" }.joined()
        return #"{"id":"\#(number)","published":"2021-05-08","text":"\#(text)"}"#
      }.joined(separator: "\n") + "\n", to: "many.jsonl")
  }

  @Test func anyNumberOfThreadsGivesTheSameBytes() throws {
    let run = try shell.run(
      """
      for jobs in 1 2 5; do
        gongbao extract many.jsonl --quiet --jobs $jobs --out lines-$jobs &&
        gongbao extract many.jsonl --quiet --jobs $jobs --format csv --out graph-$jobs || exit 9
      done
      cmp lines-1 lines-2 && cmp lines-1 lines-5 && diff -r graph-1 graph-2 && diff -r graph-1 graph-5 &&
      gongbao graph build lines-1 --quiet --out built && for part in nodes edges triples.csv documents.csv; do
        diff -r built/$part graph-1/$part || exit 9
      done
      """)
    #expect(run.status == 0, "\(run.output)\(run.error)")
  }

  @Test(arguments: ["jsonl", "csv"])
  func aKilledRunGoesOnToTheSameBytes(format: String) throws {
    let run = try shell.run(
      """
      gongbao extract many.jsonl --quiet --format \(format) --out whole || exit 9
      for pause in 0.3 0.9 2.1; do
        rm -rf out*
        (exec '\(Shell.program)' extract many.jsonl --quiet --jobs 2 --format \(format) --out out) & process=$!
        sleep $pause
        kill -9 $process 2>/dev/null
        wait $process 2>/dev/null
        gongbao extract many.jsonl --quiet --jobs 1 --format \(format) --out out --resume || exit 9
        diff -r whole out || exit 9
        test ! -e out.partial -a ! -e out.journal || exit 9
      done
      """)
    #expect(run.status == 0, "\(run.output)\(run.error)")
  }

  @Test func whatAKilledRunLeftBesideAGraphGoes() throws {
    let run = try shell.run(
      """
      head -n 5 many.jsonl >few.jsonl
      mkdir -p "g.partial-$(bash -c 'echo $$')/nodes" g.partial-$$/nodes
      gongbao extract few.jsonl --quiet --format csv --out g || exit 9
      ls -d g* | sed "s/$$/alive/"
      """)
    #expect(run.output == "g\ng.partial-alive\ng.report.json\n", "\(run.error)")
  }

  @Test func tooManyFailuresStopARunThatMayGoOn() throws {
    let run = try shell.run(
      """
      (head -n 5 many.jsonl; printf '{\\n{\\n{\\n'; tail -n +6 many.jsonl) >bad.jsonl
      gongbao extract bad.jsonl --quiet --max-failures 2 --out out; echo $?
      test -e out; echo $?
      wc -l <out.failures.jsonl
      gongbao extract bad.jsonl --quiet --resume --out out; echo $?
      wc -l <out; wc -l <out.failures.jsonl
      """)
    #expect(run.output.split(separator: "\n") == ["1", "1", "3", "1", "400", "3"])
    #expect(run.error.contains("more than --max-failures 2"))
    #expect(shell.read("out.report.json")?.contains(#""articles":400,"failures":3,"#) == true)
  }

  @Test func copiesAreKeptAndMarked() throws {
    let run = try shell.run(
      """
      head -n 1 many.jsonl >two.jsonl
      head -n 1 many.jsonl | sed 's/"id":"1"/"id":"copy"/' >>two.jsonl
      gongbao extract two.jsonl --quiet --jobs 2 | grep -o '"duplicate_of.*'
      """)
    #expect(run.output == #""duplicate_of":"1"}"# + "\n")
  }
}
