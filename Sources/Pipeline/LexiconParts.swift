import Lexicons
import NameRecognition
import Segmentation
import Synchronization

/// The lexicons in two parts that are read at the same time: who runs the program on one article waits for little else.
/// What the name recogniser's tables are made of is the larger half of all rows.
struct LexiconParts {
  /// All that the other stages read.
  let lexicons: LexiconSet
  let names: NameTables
  /// Changes with any row of either part.
  let contentHash: String

  /// Read for the name recogniser alone, but for `sources`, `boundaries` and `surnames`, which both parts read.
  private static let ofNames: Set<String> = [
    "given_chars", "translit_chars", "name_stop", "common_words", "contexts", "weights", "known_names",
    "japanese_surnames", "officials",
  ]
  private static let ofBoth: Set<String> = ["sources", "boundaries", "surnames"]
  /// Read by no stage: they are for curators and checks.
  private static let ofNone: Set<String> = ["official_roles", "division_succession", "ambiguity"]

  init(folders: [String], without: Set<String>, normalizer: MatchingNormalizer) throws(LexiconLoadError) {
    let known = Set(LexiconSet.lexiconNames)
    let (others, names) = Self.together {
      Result { () throws(LexiconLoadError) in
        try LexiconLoader.load(folders: folders, without: without.union(Self.ofNames).union(Self.ofNone))
      }
    } there: {
      Result { () throws(LexiconLoadError) in
        let left = known.subtracting(Self.ofNames).subtracting(Self.ofBoth)
        let lexicons = try LexiconLoader.load(folders: folders, without: without.union(left))
        return (NameTables(lexicons, normalize: normalizer.normalize), lexicons.contentHash)
      }
    }
    lexicons = try others.get()
    let hash: String
    (self.names, hash) = try names.get()
    contentHash = lexicons.contentHash + hash
  }

  /// Runs two bodies at the same time, the second on a thread of its own where the system gives one.
  private static func together<Here, There: Sendable>(
    here: () -> Here, there: @escaping @Sendable () -> There
  ) -> (Here, There) {
    let handoff = Handoff<There>()
    let thread = WorkerThreads(count: 1) { handoff.value.withLock { $0 = there() } }
    let first = here()
    thread.join()
    return (first, handoff.value.withLock { $0 } ?? there())
  }

  private final class Handoff<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
