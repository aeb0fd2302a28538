import FoundationEssentials
import NameRecognition
import Pipeline

// Fits names/weights.tsv and the values of names/contexts.tsv on labelled sets read by the whole pipeline. Scripts/fit-names
// says with what.
//
//   name-weights --lexicons FOLDER --out FOLDER [--overlay FOLDER] [--features-first N] [--drop SHARE] [--gram-scale X] [--epochs N] [--rows N] [--derivation TEXT] SET ...
//
// SET: FILE.jsonl[:all|odd|first-half|I/N][:fixed-contexts][:light], lines {"text", "spans": [[start, end, type]]} (code points).
// Rows of weights.tsv whose derivation begins with `set` are kept. Contexts are learned from the sets without
// `fixed-contexts`; a `light` set counts for less (0.6), as one that was read by a model. --overlay lays a folder over the lexicons (counts made from other lines than those fitted on); sets
// after a second --overlay are read with that one, and those after `--overlay -` without any.

var options: [String: String] = [:]
var readers: [(overlay: String?, set: String)] = []
var overlay: String?
var arguments = CommandLine.arguments.dropFirst()[...]
while let argument = arguments.popFirst() {
  if argument == "--overlay" {
    overlay = arguments.popFirst()
    if overlay == "-" { overlay = nil }
  } else if argument.hasPrefix("--") {
    options[String(argument.dropFirst(2))] = arguments.popFirst()
  } else {
    readers.append((overlay, argument))
  }
}
if let text = options["explain"], let lexicons = options["lexicons"] {
  try explain(text, lexicons: lexicons)
  exitProgram(0)
}
guard let lexicons = options["lexicons"], let out = options["out"] else {
  print("usage: name-weights --lexicons FOLDER --out FOLDER [--overlay FOLDER] SET ...")
  exitProgram(2)
}

var grams = ContextGrams()
var examples: [Example] = []
for (overlay, argument) in readers {
  let pipeline = try Pipeline(lexicons: [lexicons] + (overlay.map { [$0] } ?? []))
  let reader = try pipeline.reader()
  let set = try LabelledSet(argument)
  for (number, record) in set.records.enumerated() {
    examples += Example.all(
      of: record, in: set, isHalved: number % 2 == 1, reader: reader, grams: &grams,
      least: options["least"].flatMap { Double($0) } ?? -14)
  }
  print("\(argument): \(examples.count) sentences so far")
}
examples = ContextGrams.withoutRare(
  examples, count: grams.grams.count, least: options["least-seen"].flatMap { Int($0) } ?? 5)
let table = try WeightTable(path: lexicons + "/names/weights.tsv")
var trainer = Trainer(
  weights: table.start, fixed: table.fixed, grams: grams.grams.count,
  pull: options["pull"].flatMap { Double($0) } ?? 2e-5, gramPull: options["gram-pull"].flatMap { Double($0) } ?? 0.02,
  dropped: options["drop"].flatMap { Double($0) } ?? 0)
var order = FixedRandom()
let rate = options["rate"].flatMap { Double($0) } ?? 0.3
// First the few features alone, from nothing: else the many strings beside names take up what they should tell.
let alone = options["features-first"].flatMap { Int($0) } ?? 0
for epoch in 0..<alone {
  let loss = trainer.pass(examples, rate: rate / (1 + 0.4 * Double(epoch)), order: &order, learnsGrams: false)
  print("features alone, epoch \(epoch + 1) loss \(loss)")
}
trainer.forgetSteps()
let epochs = options["epochs"].flatMap { Int($0) } ?? 8
for epoch in 0..<epochs {
  let loss = trainer.pass(examples, rate: rate / (1 + 0.4 * Double(epoch)), order: &order)
  print("epoch \(epoch + 1) loss \(loss)")
}
trainer.scaleGrams(by: options["gram-scale"].flatMap { Double($0) } ?? 1)
let derivation = options["derivation"] ?? "fitted"
try table.text(with: trainer.weights, derivation: derivation).write(
  to: URL(filePath: out + "/weights.tsv"), atomically: true, encoding: .utf8)
try ContextTable(grams: grams, examples: examples, values: trainer.grams).text(
  rows: options["rows"].flatMap { Int($0) } ?? 30_000, src: options["src"] ?? "labelled-counts"
).write(to: URL(filePath: out + "/contexts.tsv"), atomically: true, encoding: .utf8)
