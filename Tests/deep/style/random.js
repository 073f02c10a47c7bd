// Seeded choices, values and expressions.
'use strict';

/** Numbers from 0 to 1 that repeat with their seed (mulberry32). */
function generator(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const numbers = [0, 1, -1, 0.5, 2, 8, 25, 1e9, -0.25, 3];
const words = ['', 'a', 'b', 'red', '#fff', '#12345', 'rgb(1,2,3)', 'blu', 'map', 'line', 'fill', 'round', '{name}',
  'a{b}c', 'geojson', 'Point', '$type', '$id', 'top', 'hsl(10,20%,30%)'];

class Random {
  constructor(seed, operators) {
    this.next = generator(seed);
    this.operators = operators;
  }

  pick(list) { return list[Math.floor(this.next() * list.length)]; }

  /** Anything that may stand in a style by mistake. */
  value() {
    return this.pick([
      () => this.pick(numbers), () => this.pick(words), () => null, () => true, () => false, () => ({}), () => [],
      () => [1, 2], () => ['a', 'b'], () => [0, 0, 0], () => ({type: 'identity', property: 'x'}),
      () => ({stops: [[0, 1], [5, 2]]}), () => ({stops: [[0, 'red'], [5, 'blue']], property: 'p'}),
      () => ({type: 'categorical', property: 'p', stops: [['a', 'red'], ['b', 'green']]}),
      () => ({duration: 100, delay: -1}),
    ])();
  }

  leaf() {
    return this.pick([0, 1, 2, 0.5, 'a', 'b', 'red', true, null, ['get', 'a'], ['get', 'b'], ['get', 'list'], ['zoom'],
      ['literal', [1, 2]], ['literal', {a: 1}], ['id'], ['geometry-type'], ['properties'], ['get', 'none']]);
  }

  /** An expression; most have a fault. */
  expression(depth) {
    if (depth <= 0 || this.next() < 0.25) return this.leaf();
    const part = () => this.expression(depth - 1);
    const operator = this.pick(this.operators);
    const curve = () => this.pick([['linear'], ['exponential', 2], ['cubic-bezier', 0, 0, 1, 1], ['linea']]);
    switch (operator) {
      case 'let': return ['let', 'x', part(), this.pick([['var', 'x'], part()])];
      case 'case': return ['case', part(), part(), part()];
      case 'match': return ['match', part(), this.pick(['a', 1, ['a', 'b'], [1, 2]]), part(), part()];
      case 'step': return ['step', this.pick([['zoom'], part()]), part(), this.pick([0, 1]), part()];
      case 'interpolate': case 'interpolate-hcl': case 'interpolate-lab':
        return [operator, curve(), this.pick([['zoom'], part()]), 0, part(), this.pick([5, 0]), part()];
      case 'format': return ['format', part(), this.pick([{}, {'font-scale': 1.2}, {'text-color': part()}])];
      case 'number-format':
        return ['number-format', part(), this.pick([{}, {'min-fraction-digits': 1}, {currency: 'EUR', unit: 'm'}])];
      case 'collator': return ['collator', this.pick([{}, {'case-sensitive': true}])];
      case 'literal': return ['literal', this.value()];
      case 'array': return this.pick([['array', part()], ['array', 'number', part()], ['array', 'number', 2, part()]]);
      case 'within': return ['within', {type: 'Polygon', coordinates: [[[0, 0], [0, 1], [1, 1], [0, 0]]]}];
      case 'distance': return ['distance', {type: 'Point', coordinates: [0, 0]}];
      default: return [operator, ...Array.from({length: Math.floor(this.next() * 4)}, part)];
    }
  }
}

module.exports = {Random};
