#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A colour of CIELAB.
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
