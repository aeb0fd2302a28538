import DocumentModel
import Lexicons
import Testing

@testable import LexiconValidation

/// Each check finds its mistake, there and nowhere else, and nothing in a sound folder.
@Suite struct CheckTests {
  @Test func aSoundFolderHasNoFindings() throws {
    let validation = Validation(of: try CheckedLexicons(files: CleanFolder.files, today: CleanFolder.today))
    #expect(validation.findings.map { "\($0.finding.place) \($0.finding.message) [\($0.finding.check)]" } == [])
    #expect(validation.fileCount == CleanFolder.tables.count)
  }

  @Test(arguments: Broken.cases) func findsItsMistake(broken: Broken) throws {
    let clean = try #require(CleanFolder.tables[broken.file])
    #expect(clean.contains(broken.old), "the fixture changes nothing")
    // `/` in a replacement is a line end, as in the tables; file names in suppressions are written without one.
    let table = clean.replacing(broken.old, with: broken.new, maxReplacements: 1)
    let validation = Validation(of: try CleanFolder.with(broken.file, CleanFolder.bytes(table)))
    let found = validation.findings.map(\.finding).filter { $0.check == broken.check }
    #expect(found.map { "\($0.place)" } == broken.at.map { "\(broken.file):\($0)" })
    let check = try #require(Check.all.first { $0.id == broken.check })
    #expect(found.allSatisfy { $0.severity == check.severity && !$0.message.contains("\n") && $0.file == broken.file })
  }

  @Test func everyCheckHasABrokenFixture() {
    let tested = Set(Broken.cases.map(\.check)).union(OtherMistakeTests.checks)
    #expect(Check.all.map(\.id).filter { !tested.contains($0) } == [])
    #expect(Check.all.count >= 40)
  }

  @Test func idsAreUniqueAndWellFormed() {
    #expect(Set(Check.all.map(\.id)).count == Check.all.count)
    for check in Check.all {
      #expect(check.id.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2E || $0 == 0x2D }, "\(check.id)")
      #expect(check.mistake.hasSuffix(".") && !check.mistake.contains("|"), "\(check.id)")
    }
  }

  @Test func everyColumnHasARule() {
    for schema in TableName.schemas {
      for column in schema.columns { #expect(ColumnRule.of(schema, column) != nil, "\(schema.file) \(column)") }
      #expect(TableName(rawValue: schema.file) != nil, "\(schema.file)")
    }
  }
}
