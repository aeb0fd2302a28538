import Testing

/// `gongbao extract` as its users meet it: exit codes, streams, files.
@Suite struct ExtractTests {
  private let shell: Shell
  private let good = #"{"id":"a","text":"林知远到云屏。","published":"2023-05-08"}"# + "\n"

  init() throws { shell = try Shell() }

  @Test func linesGoToStandardOutput() throws {
    try shell.write(good, to: "a.jsonl")
    let run = try shell.run("gongbao extract a.jsonl")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix(#"{"id":"a","published":"2023-05-08","text":"林知远到云屏。","schema":1,"mentions":["#))
    #expect(run.output.last == "\n")
    #expect(run.error.hasPrefix("gongbao: 1 article, "))
    #expect(run.error.contains(", 0 failures, "))
  }

  @Test func quietSaysNothing() throws {
    try shell.write(good, to: "a.jsonl")
    #expect(try shell.run("gongbao extract --quiet a.jsonl").error == "")
  }

  @Test func failedInputsAreNamedAndTheRestIsDone() throws {
    try shell.write(good + "{\n" + #"{"id":"b"}"# + "\n" + good, to: "a.jsonl")
    try shell.write([0xFF, 0xD4, 0xFF], to: "broken.txt")
    let run = try shell.run("gongbao extract a.jsonl missing.txt broken.txt")
    #expect(run.status == 1)
    #expect(run.output.split(separator: "\n").count == 1)
    for place in ["a.jsonl:2", "a.jsonl:3", "a.jsonl:4", "missing.txt", "broken.txt"] {
      #expect(run.error.contains("gongbao: error: \(place): "), "\(place)")
    }
    #expect(run.error.contains("1 article, 0 relations, 5 failures, "))
  }

  @Test(arguments: [
    "gongbao extract missing.txt", "gongbao extract", "gongbao extract - --without oficials",
    "gongbao extract --format xml -", "gongbao nothing",
    "gongbao extract - --format csv", "gongbao extract --stream a.txt", "gongbao extract --stream --out f",
    "gongbao extract --stream --resume", "gongbao extract --stream --encoding GBK",
    "gongbao extract --stream --columns id,text", "gongbao extract --stream --max-failures -1",
    "gongbao graph records missing",
    "gongbao extract - --out .", "gongbao extract - --out missing/file", "gongbao graph build missing --out g",
    "gongbao graph build -",
  ])
  func wrongUsageIsTwo(script: String) throws {
    let run = try shell.run(script)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.error.hasPrefix("gongbao: error: "))
  }

  @Test(arguments: [
    "gongbao extract - --lexicons missing", "GONGBAO_LEXICONS=missing gongbao extract -",
    "unset GONGBAO_LEXICONS; gongbao extract -",
  ])
  func missingLexiconsAreThree(script: String) throws {
    let run = try shell.run(script)
    #expect(run.status == 3)
    #expect(run.error.hasPrefix("gongbao: error: "))
  }

  @Test func helpAndVersion() throws {
    for script in ["gongbao", "gongbao --help", "gongbao extract --help", "gongbao graph build --help"] {
      let run = try shell.run(script)
      #expect(run.status == 0 && run.output.contains("USAGE: gongbao") && run.error == "", "\(script)")
    }
    let version = try shell.run("gongbao --version").output.split(separator: "\n")
    #expect(version.map { $0.split(separator: " ").first } == ["gongbao", "ICU", "lexicons"])
    #expect(try shell.run("unset GONGBAO_LEXICONS; gongbao --version").status == 0)
  }

  @Test func closedPipeIsNoFault() throws {
    try shell.write(
      (1...3000).map { #"{"id":"\#($0)","text":"\#(String(repeating: "云屏", count: 50))"}"# }.joined(separator: "\n"),
      to: "many.jsonl")
    let run = try shell.run("gongbao extract --quiet many.jsonl | head -c 1; exit ${PIPESTATUS[0]}")
    #expect(run.status == 0)
    #expect(run.output == "{")
    #expect(run.error == "")
    #expect(try shell.run("gongbao --help | true; exit ${PIPESTATUS[0]}").status == 0)
  }

  @Test func fullDiskIsAFault() throws {
    try shell.write(good, to: "a.jsonl")
    let run = try shell.run("gongbao extract --quiet a.jsonl >/dev/full")
    #expect(run.status == 70)
    #expect(run.error.hasPrefix("gongbao: error: standard output: cannot write: "))
  }

  @Test func fileAppearsWhenItIsComplete() throws {
    try shell.write(good, to: "a.jsonl")
    try shell.write("before\n", to: "real")
    let run = try shell.run(
      """
      ln -s real link
      gongbao extract --quiet a.jsonl --out link && gongbao extract --quiet a.jsonl --out new &&
      gongbao extract --quiet a.jsonl --out /dev/null && test -L link && test -c /dev/null && cmp real new && ls
      """)
    #expect(run.status == 0)
    #expect(run.output == "a.jsonl\nlink\nnew\nnew.report.json\nreal\nreal.report.json\n")
    #expect(shell.read("new")?.hasPrefix(#"{"id":"a""#) == true)
  }

  @Test func aListTooLongIsTold() throws {
    let list = Array(repeating: "高远山", count: 60).joined(separator: "、")
    try shell.write(#"{"id":"long","text":"\#(list)会见\#(list)。"}"# + "\n", to: "a.jsonl")
    let run = try shell.run(
      "gongbao extract --quiet a.jsonl --out b; cat b.report.json; gongbao extract --stream <a.jsonl >c")
    #expect(run.status == 0)
    #expect(run.output.contains(#""diagnostics":1,"#))
    #expect(
      run.error.ranges(of: "warning: long: rule meetings.receive would state 3600 relations").count == 2, "\(run.error)"
    )
  }

  @Test func streamAnswersLineByLine() throws {
    let run = try shell.run(
      """
      coproc gongbao extract --stream --quiet 2>/dev/null
      ask() { echo "$1" >&"${COPROC[1]}"; read -r -t 20 answer <&"${COPROC[0]}"; echo "$answer"; }
      ask '{"id":"a","text":"云屏"}'
      ask '{"id":'
      ask ''
      ask '{"id":"b"}'
      ask '{"id":"a","text":""}'
      exec {COPROC[1]}>&-
      wait "$COPROC_PID"
      """)
    let lines = run.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 5)
    #expect(lines[0].hasPrefix(#"{"id":"a","text":"云屏","schema":1,"#))
    #expect(
      lines[1].hasPrefix(#"{"id":null,"error":{"code":"malformed","message":""#) && lines[1].hasSuffix(#""line":2}}"#))
    #expect(lines[2].hasPrefix(#"{"id":null,"error":{"#) && lines[2].hasSuffix(#""line":3}}"#))
    #expect(lines[3].hasPrefix(#"{"id":"b","error":{"code":"missing-field","#))
    #expect(lines[4].hasPrefix(#"{"id":"a","text":"","#))
    #expect(run.status == 1)
  }

  /// What a stream answers is what a file gives, and its faults do not end it.
  @Test func streamReadsWhatAFileGives() throws {
    let bom: [UInt8] = [0xEF, 0xBB, 0xBF]
    let broken = Array(#"{"id":"c","text":"云屏"#.utf8) + [0xFF] + Array("\"}\r\n".utf8)
    try shell.write(bom + Array(good.utf8) + broken + Array(#"{"id":"d","text":"林知远。"}"#.utf8), to: "a.jsonl")
    let run = try shell.run(
      """
      gongbao extract a.jsonl --quiet --lossy >file && gongbao extract --stream --quiet --lossy <a.jsonl | cmp - file || exit 9
      wc -l <file
      gongbao extract --stream --quiet <a.jsonl | grep -c '^{"id":null,"error":{"code":"not-utf-8",'
      gongbao extract --stream --quiet --max-failures 0 <a.jsonl | wc -l
      """)
    #expect(run.output == "3\n1\n2\n", "\(run.error)")
  }

  /// A line without end costs no memory beyond the limit, and the next one is read.
  @Test func streamRefusesALineThatIsTooLong() throws {
    let run = try shell.run(
      """
      (head -c 70000000 /dev/zero | tr '\\0' x; printf '\\n{"id":"b","text":"云屏"}\\n') | gongbao extract --stream --quiet
      """)
    let lines = run.output.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[0].hasPrefix(#"{"id":null,"error":{"code":"too-large","#) && lines[0].hasSuffix(#""line":1}}"#))
    #expect(lines[1].hasPrefix(#"{"id":"b","text":"云屏","#))
  }
}
