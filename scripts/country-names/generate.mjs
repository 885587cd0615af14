// Writes one line a country: its three codes of ISO 3166-1, and its names in the languages below and in its own official ones.
import { readFileSync, writeFileSync } from 'node:fs';

const [packages, output] = process.argv.slice(2);
const everywhere = 'en de fr es it pt nl pl sv da no fi cs tr ru'.split(' ');
const own = { CN: ['zh'], TW: ['zh-Hant', 'zh'], HK: ['zh-Hant', 'zh'], MO: ['zh-Hant', 'zh'] };

const read = path => JSON.parse(readFileSync(`${packages}/${path}`, 'utf8'));
const { codeMappings } = read('cldr-core/supplemental/codeMappings.json').supplemental;
const { territoryInfo } = read('cldr-core/supplemental/territoryInfo.json').supplemental;
const countries = readFileSync(output, 'utf8').split('\n').filter(line => line).map(line => line.slice(0, 2));
const fold = name => name.normalize('NFD').toLowerCase().replace(/[\p{M}\p{P}\p{S}\p{Z}]/gu, '');
// Abbreviations of two or three letters are other countries' codes elsewhere.
const isCode = name => fold(name).length < 4 && /^[\p{Script=Latin}\p{Script=Cyrillic}\p{P}\s]+$/u.test(name);

const namesOf = new Map();
function names(language) {
  if (!namesOf.has(language)) {
    let territories = {};
    try {
      territories = read(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames.territories;
    } catch (fault) {
      if (fault.code !== 'ENOENT') throw fault;
    }
    namesOf.set(language, territories);
  }
  return namesOf.get(language);
}

function languages(country) {
  const spoken = Object.entries(territoryInfo[country]?.languagePopulation ?? {})
    .filter(([, use]) => /official/.test(use._officialStatus ?? '') && !/regional/.test(use._officialStatus))
    .map(([language]) => language.replace('_', '-').replace(/^nb$/, 'no'));
  return new Set([...everywhere, ...(own[country] ?? spoken)]);
}

function list(country) {
  const known = new Map();
  for (const language of languages(country)) {
    for (const kind of ['', '-alt-short', '-alt-variant']) {
      const name = names(language)[country + kind];
      if (name && name !== country && !/variant/.test(name) && !isCode(name) && !known.has(fold(name))) known.set(fold(name), name);
    }
  }
  return known;
}

const lists = new Map(countries.map(country => [country, list(country)]));
const claims = new Map();
for (const known of lists.values()) for (const key of known.keys()) claims.set(key, (claims.get(key) ?? 0) + 1);
const lines = [...lists].map(([country, known]) => {
  const { _alpha3, _numeric } = codeMappings[country];
  return `${country} ${_alpha3} ${_numeric} ${[...known].filter(([key]) => claims.get(key) === 1).map(([, name]) => name).join('; ')}\n`;
});
writeFileSync(output, lines.join(''));
