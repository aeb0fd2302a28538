import Testing

/// `gongbao graph build`, and the folder it writes.
@Suite struct GraphBuildTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    for (file, ids) in [("north.jsonl", ["a", "b"]), ("south.jsonl", ["c"])] {
      try shell.write(ids.map(Self.line(id:)).joined(), to: file)
    }
  }

  private static func line(id: String) -> String {
    #"{"id":"\#(id)","text":"林知远到云屏。","schema":1,"mentions":[{"start":0,"end":3,"type":"person","text":"林知远","#
      + #""entity":"person-a","by":"r"}],"entities":[{"id":"person-a","type":"person","name":"林知远","aliases":[]},"#
      + #"{"id":"place-b","type":"place","name":"云屏市","aliases":["云屏"]}],"relations":[{"type":"visited","#
      + #""subject":"person-a","object":"place-b","evidence":{"start":0,"end":7},"rule":"goes","confidence":0.9}]}"#
      + "\n"
  }

  @Test func shardsInAnyOrderGiveTheSameFolder() throws {
    let run = try shell.run(
      """
      gongbao graph build north.jsonl south.jsonl --out parents/one && gongbao graph build south.jsonl - --out two/ <north.jsonl &&
      diff -r parents/one two && ls . two && ls two/nodes two/edges | wc -l && sed -n 2p two/edges/visited.csv
      """)
    #expect(run.status == 0)
    #expect(
      run.output == """
        .:
        north.jsonl
        parents
        south.jsonl
        two

        two:
        csv-metadata.json
        documents.csv
        edges
        nodes
        triples.csv
        22
        person-a,place-b,VISITED,,,,,,3,0.9

        """)
    #expect(run.error.hasPrefix("gongbao: 3 articles, 3 relations, 0 failures, "))
  }

  @Test func anEarlierGraphIsReplaced() throws {
    let run = try shell.run(
      """
      mkdir g
      gongbao graph build --quiet north.jsonl --out g && gongbao graph build --quiet south.jsonl --out g &&
      wc -l <g/documents.csv && ls
      """)
    #expect(run.status == 0)
    #expect(run.output == "2\ng\nnorth.jsonl\nsouth.jsonl\n")
  }

  @Test(arguments: ["touch g/notes.txt", "touch g/nodes/ship.csv", "rm -r g; echo text >g"])
  func anythingElseIsLeftAlone(change: String) throws {
    let run = try shell.run(
      """
      gongbao graph build --quiet north.jsonl --out g
      \(change)
      ls -lR g >before
      gongbao graph build --quiet south.jsonl --out g
      status=$?
      ls -lR g | cmp - before && ls
      exit $status
      """)
    #expect(run.status == 2)
    #expect(run.output == "before\ng\nnorth.jsonl\nsouth.jsonl\n")
    #expect(run.error.hasPrefix("gongbao: error: g holds "))
  }

  @Test func badLinesAreNamed() throws {
    let run = try shell.run(
      """
      (cat north.jsonl; echo '{}'; cat north.jsonl) >bad.jsonl
      gongbao graph build bad.jsonl missing.jsonl --out g; status=$?
      wc -l <g/documents.csv
      exit $status
      """)
    #expect(run.status == 1)
    #expect(run.output == "3\n")
    for words in [
      "bad.jsonl:3: id is missing — ", "bad.jsonl:4: document a is given twice — ", "missing.jsonl: cannot open",
    ] {
      #expect(run.error.contains("gongbao: error: \(words)"), "\(words)")
    }
    #expect(shell.read("g/csv-metadata.json")?.contains(#""failed_inputs":4"#) == true)
  }

  @Test func csvOfNoArticles() throws {
    let run = try shell.run("gongbao extract - --format csv --out g && cat g/nodes/person.csv g/triples.csv | wc -l")
    #expect(run.status == 0)
    #expect(run.output == "2\n")
  }

  /// Sorted in parts, merged in parts and merged again, a failed line among them: the graph of one command.
  @Test func recordsMergedInPartsGiveTheSameFolder() throws {
    let run = try shell.run(
      """
      export LC_ALL=C
      (cat north.jsonl; echo '{}') >bad.jsonl
      gongbao graph build bad.jsonl south.jsonl --quiet --out one; echo $?
      gongbao graph records bad.jsonl --quiet | sort | gongbao graph records --merge - >a
      gongbao graph records south.jsonl --quiet | sort | gongbao graph records --merge - >b
      gongbao graph records bad.jsonl south.jsonl --quiet >plain; echo $?
      sort a b | gongbao graph records --merge - >both
      gongbao graph build --quiet --records both --out two; echo $?
      gongbao graph build --quiet --records plain --out three; echo $?
      gongbao graph build --quiet --records b a --out four; echo $?
      for graph in two three four; do diff -r one $graph || exit 9; done
      wc -l <plain; wc -l <both
      """)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output == "1\n1\n1\n1\n1\n16\n10\n")
  }

  @Test func recordsThatAreNoneEndTheCommand() throws {
    let run = try shell.run(
      """
      gongbao graph build --quiet --records north.jsonl --out g; echo $?
      gongbao graph records north.jsonl --quiet >a
      cat a a | gongbao graph records --merge - | tail -n 0; echo ${PIPESTATUS[1]}
      cat a a | gongbao graph build --quiet --records - --out g; echo $?
      ls
      """)
    #expect(run.output == "70\n70\n70\na\nnorth.jsonl\nsouth.jsonl\n")
    for words in [
      "north.jsonl:1: no record of a graph — ", "the records are not sorted — ", "document a is given twice — ",
    ] {
      #expect(run.error.contains(words), "\(words)")
    }
  }
}
