// The regular expressions of libphonenumber's metadata, as programs of a backtracking machine: only digits, classes, groups,
// alternatives, bounded repeats and an end anchor occur there, and anything else is refused.

const every = 0b1111111111;

/** Instructions: { set, next } takes a digit; { split: [first, second] } prefers the first; save, end and match take none. */
export function compile(text) {
  const reader = { text, at: 0, groups: 0 };
  const tree = alternatives(reader);
  if (reader.at !== text.length) throw new Error(`Unexpected '${text[reader.at]}' at ${reader.at} of ${text}`);
  const program = [];
  const add = (instruction) => program.push(instruction) - 1;
  const start = emit(tree, add({ match: true }), add);
  return { program, start, groups: reader.groups };
}

function alternatives(reader) {
  const branches = [sequence(reader)];
  while (reader.text[reader.at] === '|') {
    reader.at++;
    branches.push(sequence(reader));
  }
  return branches.length === 1 ? branches[0] : { branches };
}

function sequence(reader) {
  const items = [];
  while (reader.at < reader.text.length && !'|)'.includes(reader.text[reader.at])) items.push(repeated(reader));
  return { items };
}

function repeated(reader) {
  const item = atom(reader);
  const rest = reader.text.slice(reader.at);
  const mark = rest.match(/^(?:\?|\{(\d+)(?:,(\d+))?\})/);
  if (!mark) {
    if (/^[*+{]/.test(rest)) throw new Error(`Unbounded repeat at ${reader.at} of ${reader.text}`);
    return item;
  }
  reader.at += mark[0].length;
  if (/^[?+]/.test(reader.text.slice(reader.at))) throw new Error(`Lazy repeat at ${reader.at} of ${reader.text}`);
  const least = mark[0] === '?' ? 0 : Number(mark[1]);
  const most = mark[0] === '?' ? 1 : Number(mark[2] ?? mark[1]);
  return { item, least, most };
}

function atom(reader) {
  const { text } = reader;
  const sign = text[reader.at++];
  if (sign >= '0' && sign <= '9') return { set: 1 << Number(sign) };
  if (sign === '\\' && text[reader.at] === 'd') {
    reader.at++;
    return { set: every };
  }
  if (sign === '[') return { set: digitClass(reader) };
  if (sign === '$') return { end: true };
  if (sign !== '(') throw new Error(`Unexpected '${sign}' at ${reader.at - 1} of ${text}`);
  const silent = text.startsWith('?:', reader.at);
  if (silent) reader.at += 2;
  const group = silent ? 0 : ++reader.groups;
  const inner = alternatives(reader);
  if (text[reader.at++] !== ')') throw new Error(`Missing ')' in ${text}`);
  return silent ? inner : { group, inner };
}

function digitClass(reader) {
  const close = reader.text.indexOf(']', reader.at);
  const body = reader.text.slice(reader.at, close);
  reader.at = close + 1;
  if (!/^(?:\d-\d|\d)+$/.test(body)) throw new Error(`Not a class of digits: [${body}]`);
  let set = 0;
  for (const [, first, last] of body.matchAll(/(\d)(?:-(\d))?/g)) {
    for (let digit = Number(first); digit <= Number(last ?? first); digit++) set |= 1 << digit;
  }
  return set;
}

function emit(tree, next, add) {
  if (tree.set) return add({ set: tree.set, next });
  if (tree.end) return add({ end: true, next });
  if (tree.group) return add({ save: 'open', group: tree.group, next: emit(tree.inner, add({ save: 'close', group: tree.group, next }), add) });
  if (tree.items) return tree.items.reduceRight((after, item) => emit(item, after, add), next);
  if (tree.branches) {
    return tree.branches.map((branch) => emit(branch, next, add)).reduceRight((second, first) => add({ split: [first, second] }));
  }
  let start = next;
  for (let count = tree.most; count > tree.least; count--) start = add({ split: [emit(tree.item, start, add), next] });
  for (let count = tree.least; count > 0; count--) start = emit(tree.item, start, add);
  return start;
}
