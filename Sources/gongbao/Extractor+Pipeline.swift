import Pipeline

extension Extractor {
  /// The pipeline alone; its faults told as the program tells them, its warnings on standard error.
  static func pipeline(lexicons folders: [String], without: Set<String> = []) throws(Failure) -> Pipeline {
    do throws(PipelineError) {
      let pipeline = try Pipeline(lexicons: folders, without: without)
      for warning in pipeline.warnings { Console.say("warning: " + warning) }
      return pipeline
    } catch {
      throw Failure(error.isLexicons ? .brokenLexicons : .fault, error.description)
    }
  }
}
