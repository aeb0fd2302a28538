import Lexicons
import NameRecognition
import Segmentation
import Synchronization

/// Reads the lexicons of the name recogniser on a thread of its own while the other stages are made: they are the larger
/// half of all rows, and who runs the program on one article waits for little else.
struct NamesLoading {
  /// Read here alone.
  private static let own: Set<String> = [
    "given_chars", "translit_chars", "name_stop", "common_words", "contexts", "weights", "known_names",
    "japanese_surnames", "minority_names", "edge_words", "edge_chars", "officials",
  ]
  /// Read here too: small, and other stages want them as well.
  private static let shared: Set<String> = ["sources", "boundaries", "surnames"]
  /// Read by no stage: they are for curators and checks.
  private static let unused: Set<String> = ["official_roles", "division_succession", "ambiguity"]

  /// What the other stages need not read.
  static let notForOthers = own.union(unused)

  private typealias Outcome = Result<Loaded, LexiconLoadError>

  struct Loaded: Sendable {
    let tables: NameTables
    /// Changes with any row read here.
    let contentHash: String
  }

  private let outcome = Handoff<Outcome>()
  private let thread: WorkerThreads
  private let load: @Sendable () -> Outcome

  /// Starts reading.
  init(folders: [String], without: Set<String>, normalizer: MatchingNormalizer) {
    let others = Set(LexiconSet.lexiconNames).subtracting(Self.own).subtracting(Self.shared)
    load = {
      Result { () throws(LexiconLoadError) in
        let lexicons = try LexiconLoader.load(folders: folders, without: without.union(others))
        return Loaded(
          tables: NameTables(lexicons, normalize: normalizer.normalize), contentHash: lexicons.contentHash)
      }
    }
    let (load, outcome) = (load, outcome)
    thread = WorkerThreads(count: 1) { outcome.value.withLock { $0 = load() } }
  }

  /// Waits for the thread; reads itself where the system gave none. To be called once; who has given up need not call it.
  func finish() throws(LexiconLoadError) -> Loaded {
    thread.join()
    return try (outcome.value.withLock { $0 } ?? load()).get()
  }

  private final class Handoff<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
