// MapLibre itself judges: which styles are sound, which expressions are, and what they give.
//
//   node style_judge.js GXQ MAPLIBRE-GL.JS FOLDER [STYLES EXPRESSIONS SEED]
//
// Prints a line 'ok' or 'FAILED' for each kind of question. GXQ_CONFORMANCE names the folder with the
// specification as data (style/v8.json); without it, the one inside MapLibre counts.
'use strict';
const fs = require('fs');
const path = require('path');
const {spawnSync} = require('child_process');
const {Random} = require('./style/random.js');
const mutant = require('./style/mutants.js');

const [program, bundle, folder, styles = '2000', expressions = '300', seed = '1'] = process.argv.slice(2);
const maplibre = require('./style/maplibre.js')(bundle);
const suite = process.env.GXQ_CONFORMANCE;
const specification =
  suite ? JSON.parse(fs.readFileSync(path.join(suite, 'style/v8.json'))) : maplibre.specification;

function gxq(...words) {
  const run = spawnSync(program, ['style', ...words], {encoding: 'utf8', maxBuffer: 1 << 28});
  if (run.status === null || run.status > 2) throw new Error(`status ${run.status}: ${words} ${run.stderr}`);
  return run;
}

function verdict(name, differences) {
  console.log(differences.length === 0 ? `ok      ${name}` : `FAILED  ${name}: ${differences.length} differ`);
  for (const difference of differences.slice(0, 20)) console.log(`        ${difference}`);
}

// Where we say more than MapLibre does, and mean it.
const stricter = [
  /does not take expressions that depend on the feature/, // light and sky: MapLibre lets them through
  /where a pair is needed/, // clusterProperties of one or three elements
  /cannot be converted to projectionDefinition/,
  /an object where/, // the output of a stop that is itself a function
  /where an object is needed|where a string or an object is needed/, // clusterProperties, promoteId
  /missing property 'source'/, // terrain without one
  /expected boolean, found/, // filters of an expression that is no boolean
  /'zoom' stands elsewhere/, // light and sky
  /has no file/, // sprites beside the style
  /is no range of characters/, // fonts: newer than MapLibre 5.24
  /GeoJSON/, // within and distance of what has no coordinates
];
// Filters that mix the two languages: MapLibre's specification of today reads them as we do.
const isMixedFilter = message => /\.filter/.test(message);

function judgeStyles() {
  const random = new Random(Number(seed), Object.keys(specification.expression_name.values));
  const names = ['Tests/deep/style/everything.json', 'Tests/deep/style/everything.json', 'styles/works.json'];
  const bases = names.map(name => fs.readFileSync(name, 'utf8'));
  fs.rmSync(folder, {recursive: true, force: true});
  fs.mkdirSync(folder, {recursive: true});
  const files = Array.from({length: Number(styles)}, (_, index) => {
    const file = path.join(folder, `${index}.json`);
    fs.writeFileSync(file, mutant(random.pick(bases), random, specification));
    return file;
  });
  const differences = [];
  let [judged, sound, aside] = [0, 0, 0];
  for (let at = 0; at < files.length; at += 500) {
    const answer = JSON.parse(gxq('check', '--format', 'json', ...files.slice(at, at + 500)).stdout);
    for (const {file, faults} of answer.files) {
      let theirs;
      // MapLibre stops on the way where a part is of a kind that it does not expect.
      try { theirs = maplibre.validate(JSON.parse(fs.readFileSync(file)), specification); } catch { continue; }
      const ours = faults.filter(fault => fault.severity === 'error');
      judged += 1;
      if (theirs.length === 0) sound += 1;
      if ((theirs.length > 0) === (ours.length > 0)) continue;
      if (ours.length > 0 ? ours.every(fault => stricter.some(words => words.test(fault.message)))
        : theirs.every(fault => isMixedFilter(fault.message))) {
        aside += 1;
        continue;
      }
      differences.push(`${file}: MapLibre ${theirs.map(fault => fault.message).join('; ') || 'finds nothing'}`
        + `, we ${ours.map(fault => `${fault.path}: ${fault.message}`).join('; ') || 'find nothing'}`);
    }
  }
  verdict(`${judged} styles with a change or two are sound or not as MapLibre says (${sound} are, ${aside} set aside)`, differences);
}

const feature = {
  type: 'Point', id: 7, properties: {a: 3, b: 'red', list: [1, 'x', 'red'], none: null},
};
const zoom = 4.5;

/** A value without what is only known in a program: colours as numbers, texts as their words. */
function plain(value) {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return value;
  if (typeof value.toString === 'function' && value.toString !== Object.prototype.toString) return value.toString();
  return Object.fromEntries(Object.keys(value).sort().map(key => [key, plain(value[key])]));
}

function ours(value, type) {
  if (type === 'formatted') return value.sections.map(section => section.text).join('');
  if (type === 'resolvedImage') return value.name;
  return plain(value);
}

function judgeExpressions() {
  // The order of languages, symbols and the state of a screen are the system's; geometry has a suite.
  const left = ['collator', 'resolved-locale', 'within', 'distance', 'feature-state', 'global-state', 'number-format',
    'is-supported-script', 'error', 'image', 'accumulated', 'semiliteral'];
  const operators = Object.keys(specification.expression_name.values).filter(name => !left.includes(name));
  const random = new Random(Number(seed) + 1, operators);
  const [verdicts, values] = [[], []];
  let sound = 0;
  for (let count = 0; count < Number(expressions);) {
    const expression = random.expression(3);
    if (!Array.isArray(expression)) continue;
    const theirs = maplibre.create(expression, undefined);
    // Faults are found at once; most of what is compared should have none.
    if (theirs.result === 'error' && random.next() < 0.8) continue;
    count += 1;
    const text = JSON.stringify(expression);
    const run = gxq('eval', text, '--format', 'json', '--zoom', String(zoom), '--feature', `${folder}/feature.geojson`);
    if ((theirs.result === 'error') !== (run.status === 2)) {
      const said = theirs.result === 'error' ? theirs.value.map(error => error.message).join('; ') : 'nothing';
      verdicts.push(`${text}: MapLibre says ${said}, we ${run.stderr || 'nothing'}`);
      continue;
    }
    if (run.status === 2) continue;
    sound += 1;
    let value;
    try { value = {is: plain(theirs.value.evaluateWithoutErrorHandling({zoom}, {...feature, type: 1}))}; } catch { value = null; }
    const answer = run.status === 0 ? JSON.parse(run.stdout) : null;
    const mine = answer && {is: ours(answer.value, answer.type)};
    if (JSON.stringify(mine) !== JSON.stringify(value)) {
      values.push(`${text}: MapLibre ${JSON.stringify(value)}, we ${JSON.stringify(mine)} ${run.stderr}`);
    }
  }
  verdict(`${expressions} expressions are sound or not as MapLibre says (${sound} are)`, verdicts);
  verdict(`${sound} expressions give what MapLibre's give`, values);
}

judgeStyles();
fs.writeFileSync(`${folder}/feature.geojson`, JSON.stringify({
  type: 'Feature', id: feature.id, properties: feature.properties, geometry: {type: 'Point', coordinates: [116, 35]},
}));
judgeExpressions();
