// From libphonenumber-js's metadata to the plans of regions and calling codes, as automata of one pool.

import { compile } from './pattern.mjs';

// Prefixes that a country gave up, and libphonenumber with it, but that stand before numbers in old address books. Mexico dropped its trunk
// prefix 01, 044 and 045 before mobile numbers, and +52 1 for these, in 2019.
const prefixesOfOldNumbers = { MX: '0(?:[12]|4[45])|1' };
const typesAt = 11;
const withoutGroup = { start: null, behind: 0 };

/** { regions, codes, marks, constants }; every automaton is a node of the pool. */
export function readPlans(metadata, pool) {
  const accepted = { here: withoutGroup, atEnd: null };
  const marks = [accepted];
  const constants = [''];
  const placed = (list, item) => {
    const known = list.findIndex((other) => JSON.stringify(other) === JSON.stringify(item));
    return known >= 0 ? known : list.push(item) - 1;
  };
  const markOf = (mark) => placed(marks, mark) + 1;
  const entries = [
    ...Object.values(metadata.nonGeographic).map((plan) => ['00', plan]),
    ...Object.entries(metadata.countries).sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  const regions = entries.map(([iso2, plan]) => {
    const [code, abroad, pattern, lengths, , nationalPrefix, , forParsing, transform] = plan;
    return {
      iso2,
      code: Number(code),
      lengths,
      general: pool.whole(compile(pattern)),
      valid: validNumbers(plan, pool),
      leading: plan[10] ? pool.beginning(compile(plan[10]), () => 1) : null,
      abroad: abroad ? pool.beginning(compile(abroad), () => 1) : pool.nothing,
      ...trunk(prefixesOfOldNumbers[iso2] ?? (forParsing || nationalPrefix), transform, pool, markOf, (constant) => placed(constants, constant)),
    };
  });
  return { regions, marks, constants, codes: codesOf(metadata, regions, pool) };
}

// A number is valid when it matches its region's pattern and that of one of its types, and has a length that both allow.
function validNumbers([, , pattern, lengths, ...rest], pool) {
  const types = rest[typesAt - 4].filter((type) => type && type[0]);
  const ofTypes = types
    .map(([typePattern, typeLengths]) => pool.intersection(pool.whole(compile(typePattern)), pool.lengths(typeLengths ?? lengths)))
    .reduce((all, type) => pool.union(all, type), pool.nothing);
  return pool.intersection(pool.intersection(pool.whole(compile(pattern)), pool.lengths(lengths)), ofTypes);
}

// A transform rule is a constant before the last group; without a rule no group matters.
function trunk(text, rule, pool, markOf, constantOf) {
  if (!text) return { trunk: pool.nothing, constant: 0 };
  const pattern = compile(text);
  const parts = rule ? rule.match(/^(\d*)\$(\d)$/) : ['', '', String(pattern.groups)];
  if (!parts || Number(parts[2]) !== pattern.groups) throw new Error(`Not a constant before the last group: ${rule}`);
  const mark = ({ here, atEnd }) => markOf(rule ? { here, atEnd } : { here: here && withoutGroup, atEnd: atEnd && withoutGroup });
  return { trunk: pool.beginning(pattern, mark), constant: constantOf(parts[1]) };
}

// Of the regions that share a code, the first one whose leading digits fit has the number, or else the first that knows it.
function codesOf(metadata, regions, pool) {
  const shared = Object.entries(metadata.country_calling_codes);
  const alone = Object.keys(metadata.nonGeographic).map((code) => [code, ['00']]);
  return [...shared, ...alone].map(([code, names]) => {
    const sharing = names.map((iso2) => regions.findIndex((region) => region.iso2 === iso2 && region.code === Number(code)));
    const valid = sharing
      .map((index) => regions[index])
      .reduceRight((others, region) => (region.leading !== null && sharing.length > 1
        ? pool.choose(region.leading, region.valid, others)
        : pool.union(region.valid, others)), pool.nothing);
    return { code: Number(code), main: sharing[0], valid };
  }).sort((a, b) => a.code - b.code);
}
