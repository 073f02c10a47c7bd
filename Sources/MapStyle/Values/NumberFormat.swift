/// Numbers as people of a language read them: separators, decimals, currency or unit.
struct NumberFormat: Hashable, Sendable {
  var locale = "en-US"
  var currency: String?
  var unit: String?
  var fewestDecimals: Double?
  var mostDecimals: Double?

  func text(of number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "-∞" : "∞" }
    let usual = currency.map { Self.wholeCurrencies.contains($0) ? 0 : 2 }
    let fewest = Self.count(fewestDecimals) ?? usual ?? 0
    let most = max(Self.count(mostDecimals) ?? max(usual ?? 3, fewest), fewest)
    let digits = Self.grouped(abs(number), fewest: fewest, most: most, separators)
    let sign = number < 0 && digits.contains { "123456789".contains($0) } ? "-" : ""
    if let currency {
      let symbol = Self.symbols[currency] ?? currency + "\u{A0}"
      return writesCurrencyLast
        ? sign + digits + "\u{A0}" + (Self.symbols[currency] ?? currency) : sign + symbol + digits
    }
    return sign + digits + (unit.map { Self.units[$0] ?? " " + $0 } ?? "")
  }

  private var language: Substring { locale.prefix { $0 != "-" && $0 != "_" } }

  private var separators: (group: String, decimal: String) {
    switch language {
    case "de", "es", "it", "nl", "pt", "id", "tr", "da", "el": (".", ",")
    case "fr": ("\u{202F}", ",")
    case "ru", "pl", "cs", "uk", "fi", "sv", "nb", "no", "hu", "bg", "sk": ("\u{A0}", ",")
    default: (",", ".")
    }
  }

  private var writesCurrencyLast: Bool { separators.decimal == "," }

  private static func count(_ number: Double?) -> Int? {
    number.map { $0 > 0 ? Int(min($0, 20)) : 0 }
  }

  private static func grouped(
    _ value: Double, fewest: Int, most: Int, _ separators: (group: String, decimal: String)
  ) -> String {
    let parts = DecimalRounding.text(value, decimals: most)
      .split(separator: ".", omittingEmptySubsequences: false)
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    while fraction.count > fewest, fraction.last == "0" { fraction.removeLast() }
    var whole = ""
    for (index, digit) in parts[0].reversed().enumerated() {
      if index > 0, index % 3 == 0 { whole = separators.group + whole }
      whole = String(digit) + whole
    }
    return fraction.isEmpty ? whole : whole + separators.decimal + fraction
  }

  private static let wholeCurrencies: Set = ["JPY", "KRW", "VND", "CLP", "ISK"]
  private static let symbols = [
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "KRW": "₩", "INR": "₹",
  ]
  private static let units = [
    "meter": " m", "kilometer": " km", "centimeter": " cm", "millimeter": " mm", "mile": " mi",
    "foot": " ft", "inch": " in", "yard": " yd", "hectare": " ha", "acre": " ac", "celsius": "°C",
    "fahrenheit": "°F", "degree": " deg", "percent": "%", "gram": " g", "kilogram": " kg",
    "liter": " L", "milliliter": " mL", "bit": " bit", "byte": " byte", "kilobit": " kb",
    "kilobyte": " kB", "megabyte": " MB", "gigabyte": " GB", "terabyte": " TB",
    "second": " sec", "minute": " min", "hour": " hr", "day": " days",
  ]
}

/// Decimal digits of a number.
enum DecimalRounding {
  /// The number with exactly so many decimals; halves go away from zero, as people round.
  static func text(_ value: Double, decimals: Int) -> String {
    // The shortest text of the number is what people see, so that is rounded.
    var digits = NumberText.of(value)
    if digits.contains("e") { digits = value < 1 ? "0" : String(UInt64(exactly: value) ?? .max) }
    let parts = digits.split(separator: ".")
    var whole = Array(parts[0].utf8)
    var fraction = parts.count > 1 ? Array(parts[1].utf8) : []
    let roundsUp = fraction.count > decimals && fraction[decimals] >= UInt8(ascii: "5")
    fraction = Array(fraction.prefix(decimals))
    fraction += Array(repeating: UInt8(ascii: "0"), count: decimals - fraction.count)
    if roundsUp {
      var all = whole + fraction
      var index = all.count - 1
      while index >= 0, all[index] == UInt8(ascii: "9") {
        all[index] = UInt8(ascii: "0")
        index -= 1
      }
      if index >= 0 { all[index] += 1 } else { all.insert(UInt8(ascii: "1"), at: 0) }
      whole = Array(all.dropLast(decimals))
      fraction = Array(all.suffix(decimals))
    }
    let text = String(decoding: whole, as: UTF8.self)
    return decimals == 0 ? text : text + "." + String(decoding: fraction, as: UTF8.self)
  }
}
