import EntityLinking
import FlatTables
import LexiconTagging
import Lexicons
import NameRecognition
import RelationExtraction
import RuleMatching
import Segmentation

/// The stages that are made of lexicons.
struct LexiconStages: Sendable {
  let tagger: LexiconTagger
  let recognizer: NameRecognizer
  let extractor: RelationExtractor
  let linker: EntityLinker
  /// Changes with any row.
  let contentHash: String

  /// Reads the tables of folders; `rules` is called on the way, when the tables have been found sound.
  init(
    folders: [String], without: Set<String>, normalizer: MatchingNormalizer, rules: () throws -> RuleSet
  ) throws {
    let names = NamesLoading(folders: folders, without: without, normalizer: normalizer)
    let lexicons = try LexiconLoader.load(folders: folders, without: without.union(NamesLoading.notForOthers))
    let divisions = DivisionIndex(lexicons.divisions)
    let rules = try rules()
    tagger = try LexiconTagger(lexicons: lexicons, divisions: divisions, rules: rules, normalize: normalizer.normalize)
    extractor = RelationExtractor(lexicons: lexicons, divisions: divisions, rules: rules)
    linker = EntityLinker(lexicons)
    let loaded = try names.finish()
    recognizer = NameRecognizer(tables: loaded.tables)
    contentHash = lexicons.contentHash + loaded.contentHash
  }

  /// Takes everything from a compiled lexicon.
  init(_ file: FlatFile, folders: [String], rules: RuleSet) throws(FlatFileError) {
    let lexicons = try LexiconSet(file, folders: folders)
    let divisions = try DivisionIndex(file, lexicons.divisions)
    tagger = try LexiconTagger(file, lexicons: lexicons, divisions: divisions, rules: rules)
    extractor = try RelationExtractor(file, lexicons: lexicons, divisions: divisions, rules: rules)
    linker = EntityLinker(lexicons)
    recognizer = NameRecognizer(tables: try NameTables(file))
    contentHash = try file.text("hash")
  }
}

extension EntityLinker {
  fileprivate init(_ lexicons: LexiconSet) {
    self.init(
      deputies: lexicons.modifiers.compactMap { $0.effect == .deputy && $0.surface.count == 1 ? $0.surface : nil })
  }
}
