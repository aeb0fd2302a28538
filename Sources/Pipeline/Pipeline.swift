import DocumentModel
import EntityLinking
import FlatTables
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
  let linker: EntityLinker
  let ruleFiles: RuleFiles
  /// The relation rules.
  public let rules: RuleSet
  /// 16 hex digits that change with any lexicon or rule file.
  public let lexiconHash: String

  /// What the user should know of how the lexicons were read: a compiled lexicon that is out of date.
  public let warnings: [String]

  /// Name of the compiled form in a lexicon folder; ``compile(_:)`` makes it.
  public static let compiledFile = "lexicons.compiled"

  /// Reads lexicons and rules; lexicons from their compiled form where there is one in the last folder that is up to date.
  ///
  /// - Parameters:
  ///   - folders: Lexicon folders, later ones laid over earlier ones; the rules are those of the last one that has a
  ///     `rules/main.rules`.
  ///   - without: Lexicons left out, by file name without suffix. The compiled form has all, and is not used then.
  ///   - usesCompiled: False reads the tables in any case.
  public init(lexicons folders: [String], without: Set<String> = [], usesCompiled: Bool = true) throws(PipelineError) {
    do {
      normalizer = try MatchingNormalizer()
      ruleFiles = RuleFiles(folders: folders)
      var warnings: [String] = []
      var file: FlatFile?
      if usesCompiled, without.isEmpty {
        switch try CompiledLexicon.find(for: folders) {
        case .none: break
        case .usable(let found): file = found
        case .stale(let reason):
          warnings.append(
            "\(CompiledLexicon.path(for: folders)): is out of date, \(reason), and not used — "
              + "make it again with gongbao lexicon build, or delete it")
        }
      }
      self.warnings = warnings
      let files = ruleFiles
      let normalize = normalizer.normalize
      func parseRules() throws -> RuleSet {
        try RuleSet.parse(
          main: try files.mainFile(), registers: RelationExtractor.registers, normalize: normalize, read: files.read)
      }
      let stages: LexiconStages
      if let file {
        rules = try parseRules()
        do throws(FlatFileError) {
          stages = try LexiconStages(file, folders: folders, rules: rules)
        } catch {
          throw CompiledLexicon.Broken(path: CompiledLexicon.path(for: folders), error: error)
        }
      } else {
        stages = try LexiconStages(folders: folders, without: without, normalizer: normalizer, rules: parseRules)
        rules = stages.extractor.rules
      }
      (tagger, recognizer, extractor, linker) = (stages.tagger, stages.recognizer, stages.extractor, stages.linker)
      lexiconHash = files.hash(with: stages.contentHash)
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

  /// Names of all lexicons: what may be left out.
  public static var lexiconNames: [String] { LexiconSet.lexiconNames }

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
