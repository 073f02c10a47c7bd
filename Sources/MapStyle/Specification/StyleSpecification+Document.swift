extension StyleSpecification {
  /// The members of a style itself, but for sources and layers.
  static let root: [String: Shape] = [
    "version": .version,
    "name": .string,
    "metadata": .any,
    "center": .list(.number(), count: 2),
    "centerAltitude": .number(),
    "zoom": .number(),
    "bearing": .number(),
    "pitch": .number(),
    "roll": .number(),
    "state": .object([:], isOpen: true),
    "light": light,
    "sky": sky,
    "projection": .object([
      "type": .optional(.property(.other("type", .projection, .null, [.camera, .smooth])))
    ]),
    "terrain": .object([
      "source": .needed(.string), "exaggeration": .optional(.number(min: 0)),
    ]),
    "transition": transition,
    "glyphs": .string,
    "sprite": .any,
    "font-faces": .object([:], isOpen: true),
  ]

  /// How long a change of a property takes on a screen.
  static let transition = Shape.object([
    "duration": .optional(.number(min: 0)), "delay": .optional(.number(min: 0)),
  ])

  private static let light = properties([
    .choice("anchor", "viewport", of: ["map", "viewport"], .camera),
    .numbers("position", [1.15, 210, 30], count: 3, [.camera, .smooth, .transition]),
    .color("color", "#ffffff", [.camera, .smooth, .transition]),
    .number("intensity", 0.5, min: 0, max: 1, [.camera, .smooth, .transition]),
  ])

  private static let sky = properties([
    .color("sky-color", "#88C6FC", [.camera, .smooth, .transition]),
    .color("horizon-color", "#ffffff", [.camera, .smooth, .transition]),
    .color("fog-color", "#ffffff", [.camera, .smooth, .transition]),
    .number("fog-ground-blend", 0.5, min: 0, max: 1, [.camera, .smooth, .transition]),
    .number("horizon-fog-blend", 0.8, min: 0, max: 1, [.camera, .smooth, .transition]),
    .number("sky-horizon-blend", 0.8, min: 0, max: 1, [.camera, .smooth, .transition]),
    .number("atmosphere-blend", 0.8, min: 0, max: 1, [.camera, .smooth, .transition]),
  ])

  private static func properties(_ list: [PropertySpecification]) -> Shape {
    var fields: [String: Shape.Field] = [:]
    for property in list {
      fields[property.name] = .optional(.property(property))
      if property.traits.contains(.transition) {
        fields[property.name + "-transition"] = .optional(transition)
      }
    }
    return .object(fields)
  }
}
