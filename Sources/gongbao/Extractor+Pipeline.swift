import Pipeline

extension Extractor {
  /// The pipeline alone, its faults told as the program tells them.
  static func pipeline(lexicons folders: [String]) throws(Failure) -> Pipeline {
    do throws(PipelineError) {
      return try Pipeline(lexicons: folders)
    } catch {
      throw Failure(error.isLexicons ? .brokenLexicons : .fault, error.description)
    }
  }
}
