import FlatTables
import LexiconTagging
import Lexicons
import NameRecognition
import RelationExtraction
import RuleMatching
import Segmentation

extension Pipeline {
  /// The bytes of a compiled lexicon of folders laid over each other, to be written as ``compiledFile`` into the last one.
  /// Rules are no part of it.
  public static func compile(lexicons folders: [String]) throws(PipelineError) -> [UInt8] {
    do {
      let normalizer = try MatchingNormalizer()
      var writer = FlatFileWriter()
      // Before the tables are read: what changes while they are is found out of date.
      let stamps = SourceStamps(folders: folders)
      let names = NamesLoading(folders: folders, without: [], normalizer: normalizer)
      let lexicons = try LexiconLoader.load(
        folders: folders, without: NamesLoading.notForOthers, writingTo: &writer)
      let divisions = DivisionIndex(lexicons.divisions)
      divisions.write(to: &writer)
      try LexiconTagger(lexicons: lexicons, divisions: divisions, normalize: normalizer.normalize).write(to: &writer)
      RelationExtractor.writeTables(of: lexicons, divisions: divisions, to: &writer)
      let loaded = try names.finish()
      loaded.tables.write(to: &writer)
      writer.add("hash", text: lexicons.contentHash + loaded.contentHash)
      writer.add("maker", text: CompiledLexicon.maker)
      stamps.write(to: &writer)
      return writer.bytes(format: CompiledLexicon.format)
    } catch {
      throw PipelineError(error)
    }
  }

  /// Makes all stages from the compiled lexicon of some folders, with no rules, and forgets them: what a start waits for
  /// besides the rules. False where the file is not there or out of date. For measuring.
  public static func openCompiled(lexicons folders: [String]) throws(PipelineError) -> Bool {
    do {
      guard case .usable(let file) = try CompiledLexicon.find(for: folders) else { return false }
      let noRules = try RuleSet.parse(main: "none", normalize: { _ in [] }, read: { _ in [] })
      _ = try LexiconStages(file, folders: folders, rules: noRules)
      return true
    } catch {
      throw PipelineError(error)
    }
  }
}
