/// How output writes a confidence: in [0, 1], at most three decimals, no zeros at the end (`0.98`, `1`).
func confidenceText(_ confidence: Double) -> String {
  let thousandths = confidence.isNaN ? 0 : Int((min(max(confidence, 0), 1) * 1000).rounded())
  guard thousandths < 1000 else { return "1" }
  guard thousandths > 0 else { return "0" }
  var digits = String(thousandths + 1000).dropFirst()
  while digits.last == "0" { digits.removeLast() }
  return "0." + digits
}
