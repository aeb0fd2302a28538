import DocumentModel
import EntityLinking
import FoundationEssentials
import LexiconTagging
import Lexicons
import NameRecognition
import RelationExtraction
public import RuleMatching
import Segmentation

/// All stages with their lexicons and rules, ready to read articles. Made once and shared by all threads; each thread reads
/// with a ``Reader`` of its own.
///
///     let pipeline = try Pipeline(lexicons: ["Lexicons"])
///     let extraction = try pipeline.reader().extraction(of: article)
public struct Pipeline: Sendable {
  let normalizer: MatchingNormalizer
  let tagger: LexiconTagger
  let recognizer: NameRecognizer
  let extractor: RelationExtractor
  let ruleFiles: RuleFiles
  /// The relation rules.
  public let rules: RuleSet
  /// 16 hex digits that change with any lexicon or rule file.
  public let lexiconHash: String

  /// Reads lexicons and rules.
  ///
  /// - Parameters:
  ///   - folders: Lexicon folders, later ones laid over earlier ones; the rules are those of the last one that has a
  ///     `rules/main.rules`.
  ///   - without: Lexicons left out, by file name without suffix.
  public init(lexicons folders: [String], without: Set<String> = []) throws(PipelineError) {
    do {
      let normalizer = try MatchingNormalizer()
      let names = NamesLoading(folders: folders, without: without, normalizer: normalizer)
      let lexicons = try LexiconLoader.load(
        folders: folders, without: without.union(NamesLoading.notForOthers))
      let divisions = DivisionIndex(lexicons.divisions)
      let files = RuleFiles(folders: folders)
      rules = try RuleSet.parse(
        main: try files.mainFile(), registers: RelationExtractor.registers, normalize: normalizer.normalize,
        read: files.read)
      tagger = try LexiconTagger(lexicons: lexicons, divisions: divisions, normalize: normalizer.normalize)
      extractor = RelationExtractor(lexicons: lexicons, divisions: divisions, rules: rules)
      let loaded = try names.finish()
      recognizer = NameRecognizer(tables: loaded.tables)
      lexiconHash = files.hash(with: lexicons.contentHash + loaded.contentHash)
      self.normalizer = normalizer
      ruleFiles = files
    } catch {
      throw PipelineError(error)
    }
  }

  /// A reader for one thread.
  public func reader() throws(PipelineError) -> Reader {
    do {
      return Reader(pipeline: self, segmenter: try Segmenter(normalizer: normalizer))
    } catch {
      throw PipelineError(error)
    }
  }

  /// Version of the ICU in use.
  public var icuVersion: String { ICU.version }
}

/// The lexicons or rules cannot be used, or the machine lacks something.
public struct PipelineError: Error, CustomStringConvertible {
  /// Whether lexicons or rules are at fault, not the machine.
  public let isLexicons: Bool
  public let description: String

  init(_ error: any Error) {
    isLexicons = !(error is SegmentationError)
    description = "\(error)"
  }
}
