import Foundation
import MapStyle

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

struct Lab {
  var l: Double
  var a: Double
  var b: Double

  /// The difference CIEDE2000.
  func difference(to other: Lab) -> Double {
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    let mean = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let g = 0.5 * (1 - sqrt(pow(mean, 7) / (pow(mean, 7) + pow(25, 7))))
    let (a1, a2) = (a * (1 + g), other.a * (1 + g))
    let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
    func hue(_ a: Double, _ b: Double) -> Double {
      let angle = atan2(b, a) * 180 / .pi
      return angle < 0 ? angle + 360 : angle
    }
    let (h1, h2) = (hue(a1, b), hue(a2, other.b))
    var turn = c1 * c2 == 0 ? 0 : h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    var hueMean = h1 + h2
    if c1 * c2 != 0 {
      hueMean =
        abs(h1 - h2) <= 180 ? hueMean / 2 : hueMean < 360 ? hueMean / 2 + 180 : hueMean / 2 - 180
    }
    let (lMean, cMean) = ((l + other.l) / 2, (c1 + c2) / 2)
    let t =
      1 - 0.17 * cos(radians(hueMean - 30)) + 0.24 * cos(radians(2 * hueMean))
      + 0.32 * cos(radians(3 * hueMean + 6)) - 0.20 * cos(radians(4 * hueMean - 63))
    let squared = (lMean - 50) * (lMean - 50)
    let sl = 1 + 0.015 * squared / sqrt(20 + squared)
    let (sc, sh) = (1 + 0.045 * cMean, 1 + 0.015 * cMean * t)
    let rotation =
      -sin(radians(60 * exp(-pow((hueMean - 275) / 25, 2)))) * 2
      * sqrt(pow(cMean, 7) / (pow(cMean, 7) + pow(25, 7)))
    let dl = (other.l - l) / sl
    let dc = (c2 - c1) / sc
    let dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / sh
    return sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh)
  }
}
