/// Decimal numbers as Python writes them (`repr`): the fewest digits that give the number back, with an exponent below
/// 1e-4 and from 1e16 on. Swift finds the same digits but switches to an exponent at 2^53.
enum PythonFloat {
  static func text(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
    // Without an exponent both write the same, and a short string needs no memory of its own.
    let description = number.description
    if !description.utf8.contains(UInt8(ascii: "e")) { return description }
    let (digits, exponent) = decimal(number.magnitude)
    let sign = number.sign == .minus ? "-" : ""
    guard exponent >= -4, exponent < 16 else { return sign + scientific(digits, exponent) }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    if digits.utf8.count <= exponent + 1 {
      return sign + digits + String(repeating: "0", count: exponent + 1 - digits.utf8.count) + ".0"
    }
    return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }

  private static func scientific(_ digits: String, _ exponent: Int) -> String {
    let magnitude = String(exponent.magnitude)
    let fraction = digits.utf8.count > 1 ? "." + digits.dropFirst() : ""
    return digits.prefix(1) + fraction + (exponent < 0 ? "e-" : "e+") + (magnitude.utf8.count < 2 ? "0" : "")
      + magnitude
  }

  /// The significant digits, and the power of ten of the first one.
  private static func decimal(_ number: Double) -> (digits: String, exponent: Int) {
    if number == 0 { return ("0", 0) }
    let parts = number.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = mantissa[0]
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    let all = String(whole + fraction)
    let leading = all.prefix { $0 == "0" }.count
    var digits = all.dropFirst(leading)
    while digits.last == "0", digits.count > 1 { digits.removeLast() }
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return (String(digits), exponent + whole.count - 1 - leading)
  }
}
