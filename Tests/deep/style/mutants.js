// Styles that were sound, with one or two things changed.
'use strict';

function nodes(value, found = [], parent = null, key = null) {
  if (parent) found.push([parent, key]);
  if (Array.isArray(value)) value.forEach((item, index) => nodes(item, found, value, index));
  else if (value && typeof value === 'object') {
    for (const name of Object.keys(value)) nodes(value[name], found, value, name);
  }
  return found;
}

function typo(random, word) {
  if (word.length < 2) return word + 'x';
  const at = Math.floor(random.next() * (word.length - 1));
  return random.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
    word + 'x',
  ]);
}

/** Every key that the specification knows somewhere. */
function keys(specification) {
  const groups = Object.keys(specification).filter(name => /^(paint|layout)_/.test(name));
  const properties = groups.flatMap(name => Object.keys(specification[name]));
  const others = ['$root', 'layer', 'light', 'sky', 'terrain', 'source_geojson', 'source_vector', 'source_raster_dem'];
  return [
    ...properties, ...properties.map(name => name + '-transition'),
    ...others.flatMap(name => Object.keys(specification[name])),
    'duration', 'delay', 'stops', 'property', 'base', 'default', 'colorSpace', 'ref',
  ];
}

function change(style, random, known) {
  const places = nodes(style);
  if (places.length === 0) return;
  const [parent, key] = random.pick(places);
  const isList = Array.isArray(parent);
  random.pick([
    () => { parent[key] = random.value(); },
    () => { parent[key] = random.value(); },
    () => { parent[key] = random.expression(3); },
    () => { parent[key] = random.expression(2); },
    () => { if (isList) parent.splice(key, 1); else delete parent[key]; },
    () => {
      if (isList) return parent.push(parent[key]);
      const value = parent[key];
      delete parent[key];
      parent[typo(random, key)] = value;
    },
    () => {
      if (!isList) {
        parent[random.pick(known)] =
          random.pick([() => random.value(), () => random.expression(2), () => parent[key]])();
      }
    },
    () => {
      const value = parent[key];
      parent[key] = typeof value === 'string' ? typo(random, value)
        : typeof value === 'number' ? random.pick([-1, 0, value * 10, value + 0.5, 99]) : random.value();
    },
    () => {
      const [other, name] = random.pick(places);
      parent[key] = JSON.parse(JSON.stringify(other[name] ?? null));
    },
  ])();
}

/** A style with a fault or two, of at most six layers. */
module.exports = function mutant(base, random, specification) {
  const style = JSON.parse(base);
  const known = keys(specification);
  if (Array.isArray(style.layers) && style.layers.length > 6) {
    const from = Math.floor(random.next() * (style.layers.length - 6));
    style.layers = style.layers.slice(from, from + 6);
  }
  for (let left = 1 + Math.floor(random.next() * 2); left > 0; left--) change(style, random, known);
  return JSON.stringify(style);
};
