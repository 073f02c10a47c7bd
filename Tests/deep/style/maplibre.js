// MapLibre's own validator and expressions, out of its program for browsers.
//
// The program is one file that expects a page. Only its first part is run, which needs none, and the
// functions that hold styles against the specification are handed out of it.
'use strict';
const fs = require('fs');

/** Loads maplibre-gl.js: validate(style, specification), create(expression, property). */
module.exports = function load(path) {
  let text = fs.readFileSync(path, 'utf8');
  const validate =
    /function (\w+)\(\w+,\w+=(\w+)\)\{let \w+=\[\];return \w+=\w+\.concat\(\w+\(\{key:"",value:\w+,valueSpec:\w+\.\$root/
      .exec(text);
  const create =
    /function \w+\((\w),(\w),(\w)\)\{const (\w)=(\w+)\(\1,\2,\3\);if\("error"===\4\.result\)return \4;/
      .exec(text);
  if (!validate || !create) throw new Error('this is another make of maplibre-gl.js');
  const handOut =
    `globalThis.maplibreParts = {validate: ${validate[1]}, specification: ${validate[2]}, create: ${create[5]}};`;
  text = text.replace(validate[0], handOut + validate[0])
    .replace('modules.index(maplibregl, sharedModule);', '')
    .replace(/typeof exports === 'object'.*\n/, '');
  globalThis.self = globalThis;
  (0, eval)(text);
  return globalThis.maplibreParts;
};
