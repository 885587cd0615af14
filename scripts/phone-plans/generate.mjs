// node generate.mjs PACKAGE OUTPUT: writes the phone plans from the libphonenumber-js package unpacked in the folder PACKAGE.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from './automaton.mjs';
import { writePlans } from './file.mjs';
import { readPlans } from './plans.mjs';

const [, , folder, output] = process.argv;
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const { name, version } = read('package.json');
const metadata = read('metadata.max.json');
if (metadata.version !== 4) throw new Error(`metadata.max.json is of version ${metadata.version}; this script knows version 4.`);

const pool = new Pool();
const plans = readPlans(metadata, pool);
const bytes = writePlans(plans, pool, `${name} ${version}`);
writeFileSync(output, bytes);
console.log(`${output}: ${bytes.length} bytes, ${plans.regions.length} plans, ${plans.codes.length} calling codes, ${name} ${version}`);
