#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

internal import MapStyle
internal import Messages

/// How people see colours: with which colour vision, and how far colours are apart.
enum ColorVision: CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  /// What linear light becomes at full severity, after Machado, Oliveira and Fernandes (2009).
  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// What the vision is called.
  var title: Wording {
    switch self {
    case .normal: Wording("normal vision", zh: "正常色觉")
    case .protanopia: Wording("protanopia", zh: "红色盲")
    case .deuteranopia: Wording("deuteranopia", zh: "绿色盲")
    case .tritanopia: Wording("tritanopia", zh: "蓝色盲")
    }
  }

  /// The colour in CIELAB (D65) as it is seen.
  func lab(_ color: StyleColor) -> Lab {
    let light = [color.red, color.green, color.blue].map {
      $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4)
    }
    let seen = matrix.map { row in max(0, min(1, zip(row, light).map(*).reduce(0, +))) }
    let toXYZ = [
      [0.4123908, 0.3575843, 0.1804808], [0.2126390, 0.7151687, 0.0721923],
      [0.0193308, 0.1191948, 0.9505322],
    ]
    let f = toXYZ.map { row in
      let t = zip(row, seen).map(*).reduce(0, +) / row.reduce(0, +)
      return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116
    }
    return Lab(l: 116 * f[1] - 16, a: 500 * (f[0] - f[1]), b: 200 * (f[1] - f[2]))
  }
}
