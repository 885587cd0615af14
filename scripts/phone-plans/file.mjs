// The file of the plans. All numbers are little-endian; PlanFile.cs reads what is written here.

const unitsPerFile = 0x10000;
const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const noChild = 15;
const mapBits = 12;

/** Returns the file's bytes. */
export function writePlans({ regions, codes, marks, constants }, pool, source) {
  const roots = [...codes.map((code) => code.valid), ...regions.flatMap((region) => [region.general, region.trunk, region.abroad])];
  const { units, maps, placeOf } = writeNodes(roots, pool);
  const name = Buffer.from(source.padEnd(Math.ceil(source.length / 8) * 8), 'ascii');
  const head = Buffer.alloc(16);
  head.write('PLN1', 0, 'ascii');
  [name.length, maps.length, marks.length, constants.length, regions.length, codes.length].forEach((count, i) => head.writeUInt16LE(count, 4 + 2 * i));
  return Buffer.concat([
    head,
    name,
    ...maps.map(eightBytes),
    ...regions.map((region) => regionBytes(region, placeOf)),
    ...codes.map(({ code, main, valid }) => shorts(code, main, placeOf(valid), 0)),
    ...constants.map((constant) => Buffer.from(constant.padEnd(4, '\0'), 'ascii')),
    ...marks.map(({ here, atEnd }) => Buffer.from([...endingBytes(here), ...endingBytes(atEnd)])),
    shorts(...units),
  ]);
}

// A node is a unit that holds its mark (4 bits) and the number of its map (12 bits), and the places of its different children. The map
// has four bits for each digit: which of the children comes next, or 15 for none. Place 0 accepts nothing.
function writeNodes(roots, pool) {
  const maps = [];
  const mapPlaces = new Map();
  const places = new Map([[pool.nothing, 0]]);
  const order = [];
  let end = 1;
  const place = (id) => {
    if (places.has(id)) return;
    const children = digits.map((digit) => pool.child(id, digit));
    const different = [...new Set(children.filter((child) => child !== pool.nothing))];
    const map = children.reduceRight((bits, child) => (bits << 4n) | BigInt(child === pool.nothing ? noChild : different.indexOf(child)), 0n);
    if (!mapPlaces.has(map)) mapPlaces.set(map, maps.push(map) - 1);
    places.set(id, end);
    order.push({ mark: pool.nodes[id].mark, map: mapPlaces.get(map), different });
    end += 1 + different.length;
    different.forEach(place);
  };
  roots.forEach(place);
  if (end > unitsPerFile || maps.length > 1 << mapBits) throw new Error(`Too much for the format: ${end} units, ${maps.length} maps`);
  const placeOf = (id) => places.get(id);
  const units = [0, ...order.flatMap(({ mark, map, different }) => [(mark << mapBits) | map, ...different.map(placeOf)])];
  if (order.some(({ mark }) => mark > 15)) throw new Error('Too many marks for the format');
  return { units, maps, placeOf };
}

function regionBytes({ iso2, code, lengths, general, trunk, abroad, constant }, placeOf) {
  const mask = lengths.reduce((bits, length) => bits | (1 << length), 0);
  return Buffer.concat([
    Buffer.from(iso2, 'ascii'),
    shorts(code, mask & 0xffff, mask >>> 16, placeOf(general), placeOf(trunk), placeOf(abroad), constant),
  ]);
}

// Where the group began, 254 for an ending without a group, 255 for none; and how many digits ago the group ended.
const endingBytes = (ending) => (ending === null ? [255, 0] : [ending.start ?? 254, ending.behind]);

function shorts(...values) {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => bytes.writeUInt16LE(value, 2 * i));
  return bytes;
}

function eightBytes(value) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}
