import DocumentModel
import Testing

@testable import KnowledgeGraph

/// The files of a graph: what they hold, and that nothing but the documents decides it.
@Suite struct GraphTests {
  private let origin = GraphOrigin(program: "1.2.3", icu: "72.1", lexicons: "abc", failedInputs: 1)

  private func files(_ extractions: [Extraction]) throws -> [String: String] {
    var graph = GraphBuilder()
    for extraction in extractions { try graph.add(extraction) }
    return texts(of: graph)
  }

  private func texts(of graph: GraphBuilder) -> [String: String] {
    let files = GraphWriter.files(of: graph, origin: origin).map {
      ($0.path, String(decoding: $0.bytes, as: UTF8.self))
    }
    return Dictionary(uniqueKeysWithValues: files)
  }

  @Test func smallGraph() throws {
    let files = try files([
      Invented.visit(id: "b", published: "2023-05-08"),
      Invented.visit(id: "a", published: "2023-06", title: "云屏市委书记"),
      Invented.meeting(id: "c", swapped: true), Invented.meeting(id: "d", swapped: false, published: "2022"),
    ])
    #expect(
      files["nodes/person.csv"] == """
        id:ID,name,aliases:string[],gender,ethnicity,mentions:int,documents:int,first_seen:date,last_seen:date,:LABEL
        person-00000000000000a1,林知远,,男,,2,4,2022-01-01,2023-06-30,Person
        person-00000000000000a2,苏婉禾,,,白族,0,2,2022-01-01,2022-12-31,Person

        """)
    #expect(
      files["nodes/org.csv"] == """
        id:ID,name,aliases:string[],kind,resolved:boolean,mentions:int,documents:int,first_seen:date,last_seen:date,:LABEL
        org-00000000000000b1,中共云屏市委员会,云屏市委;市委,party_committee,true,0,2,2023-05-08,2023-06-30,Org

        """)
    #expect(
      files["edges/holds_role.csv"] == """
        :START_ID,:END_ID,:TYPE,role,title:string[],status,start,end,as_of,date,date_start:date,date_end:date,\
        first_seen:date,last_seen:date,documents:int,confidence:double
        person-00000000000000a1,org-00000000000000b1,HOLDS_ROLE,书记,云屏市委书记;市委书记,current,,,2023-06,,,,\
        2023-05-08,2023-06-30,2,0.98

        """)
    #expect(
      files["edges/met_with.csv"] == """
        :START_ID,:END_ID,:TYPE,date,date_start:date,date_end:date,kind,first_seen:date,last_seen:date,documents:int,\
        confidence:double
        person-00000000000000a1,person-00000000000000a2,MET_WITH,2023-02/2023-03,2023-02-01,2023-03-31,会见,\
        2022-01-01,2022-12-31,2,0.8

        """)
    #expect(
      files["triples.csv"]?.split(separator: "\n").prefix(3).joined(separator: "\n") == """
        subject,relation,object,role,status,date,document,published,source,sentence,rule,confidence
        林知远,holds_role,中共云屏市委员会,书记,current,,a,2023-06,云屏日报,云屏讯：云屏市委书记林知远说：“5月7日，我到了云屏。”,title-before-name,0.98
        林知远,holds_role,中共云屏市委员会,书记,current,,b,2023-05-08,云屏日报,云屏讯：市委书记林知远说：“5月7日，我到了云屏。”,title-before-name,0.98
        """)
    #expect(
      files["documents.csv"] == """
        id,title,published,source,url,mentions,entities,relations
        a,"调研""云屏""\",2023-06,云屏日报,,2,3,2
        b,"调研""云屏""\",2023-05-08,云屏日报,,2,3,2
        c,,,,,0,2,1
        d,,2022,,,0,2,1

        """)
  }

  @Test func emptyGraphHasAllFilesWithHeaders() throws {
    let files = try files([])
    #expect(files.count == MentionType.allCases.count + RelationType.allCases.count + 3)
    for (path, text) in files where path.hasSuffix(".csv") {
      #expect(text.split(separator: "\n").count == 1, "\(path)")
    }
    #expect(files["csv-metadata.json"]?.contains(#""documents":0,"facts":0,"failed_inputs":1"#) == true)
  }

  @Test func metadataNamesEveryColumn() throws {
    let metadata = try #require(try files([Invented.visit()])["csv-metadata.json"])
    let note =
      #"{"program":"gongbao","version":"1.2.3","icu":"72.1","lexicons":"abc","documents":1,"facts":2,"failed_inputs":1}"#
    #expect(metadata.contains(note))
    for (path, text) in try files([]) where path.hasSuffix(".csv") {
      #expect(metadata.contains(#""url":"\#(path)""#))
      for header in text.dropLast().split(separator: ",") { #expect(metadata.contains(#""titles":"\#(header)""#)) }
    }
  }

  /// Shuffled with a fixed seed, split in shards at every place: always the same bytes.
  @Test func orderAndShardsDoNotMatter() throws {
    var extractions = (1...9).map { Invented.visit(id: "v\($0)", published: "2023-05-0\($0)", title: "市委书记\($0 % 3)") }
    extractions += (1...4).map { Invented.meeting(id: "m\($0)", swapped: $0 % 2 == 0, published: "202\($0)") }
    for index in extractions.indices {
      // The same id said with a field one way and the other, and names that are only canonically equal.
      extractions[index].entities[0].kind = ["b", "a", nil][index % 3]
      extractions[index].entities[0].resolved = [nil, false, true][index % 3]
      extractions[index].entities[1].name = ["e\u{301}", "\u{E9}"][index % 2]
      extractions[index].relations[0].confidence = Double(index) / 20
    }
    let expected = try files(extractions)
    var random = SeededGenerator(state: 7)
    for cut in extractions.indices {
      extractions.shuffle(using: &random)
      var first = GraphBuilder()
      var second = GraphBuilder()
      for extraction in extractions[..<cut] { try first.add(extraction) }
      for extraction in extractions[cut...] { try second.add(extraction) }
      try second.merge(first)
      let got = texts(of: second)
      for (path, text) in expected {
        #expect(got[path].map { $0.utf8.elementsEqual(text.utf8) } == true, "\(path) after a cut at \(cut)")
      }
    }
  }

  @Test func documentTwiceChangesNothing() throws {
    var graph = GraphBuilder()
    try graph.add(Invented.visit())
    let before = texts(of: graph)
    #expect(throws: GraphError.documentTwice(id: "visit")) { try graph.add(Invented.visit()) }
    let copy = graph
    #expect(throws: GraphError.documentTwice(id: "visit")) { try graph.merge(copy) }
    #expect(texts(of: graph) == before)
  }

  @Test func unknownEntityIsRefused() {
    var extraction = Invented.visit()
    extraction.entities.removeLast()
    var graph = GraphBuilder()
    #expect(throws: GraphError.unknownEntity(id: Invented.place.id, document: "visit")) { try graph.add(extraction) }
    #expect(graph.documentCount == 0)
  }

  @Test func formulasAreNeutralisedInTriplesOnly() throws {
    var extraction = Invented.visit()
    extraction.entities[1].name = "=cmd"
    let files = try files([extraction])
    #expect(files["triples.csv"]?.contains("\n'=cmd,") == true)
    #expect(files["nodes/person.csv"]?.contains(",=cmd,") == true)
  }
}
