// Minimal acyclic automata over the digits 0 to 9. All of them share one pool, where nodes that accept the same are one node.

export class Pool {
  nodes = [];
  #known = new Map();

  /** @param mark 0: what was read so far is not accepted; else a number that says as what it is. */
  node(mark, children) {
    const key = `${mark}:${children.join()}`;
    let id = this.#known.get(key);
    if (id === undefined) {
      id = this.nodes.push({ mark, children }) - 1;
      this.#known.set(key, id);
    }
    return id;
  }

  nothing = this.node(0, []);

  /** A node from ten children; one that accepts nothing is the pool's nothing. */
  of(mark, children) {
    return mark === 0 && children.every((child) => child === this.nothing) ? this.nothing : this.node(mark, children);
  }

  child(id, digit) {
    return this.nodes[id].children[digit] ?? this.nothing;
  }

  #merge(first, second, memo, shortcut, mark) {
    const short = shortcut(first, second);
    if (short !== undefined) return short;
    const key = `${first},${second}`;
    let merged = memo.get(key);
    if (merged === undefined) {
      const children = digits.map((digit) => this.#merge(this.child(first, digit), this.child(second, digit), memo, shortcut, mark));
      merged = this.of(mark(this.nodes[first].mark, this.nodes[second].mark), children);
      memo.set(key, merged);
    }
    return merged;
  }

  union(first, second) {
    const shortcut = (a, b) => (a === this.nothing || a === b ? b : b === this.nothing ? a : undefined);
    return this.#merge(first, second, new Map(), shortcut, (a, b) => a || b);
  }

  intersection(first, second) {
    const shortcut = (a, b) => (a === this.nothing || b === this.nothing ? this.nothing : a === b ? a : undefined);
    return this.#merge(first, second, new Map(), shortcut, (a, b) => (a && b ? 1 : 0));
  }

  /** What `then` accepts where the digits begin with what `prefix` accepts, else what `other` accepts. */
  choose(prefix, then, other) {
    if (prefix === this.nothing) return other;
    if (this.nodes[prefix].mark) return then;
    const children = digits.map((digit) => this.choose(this.child(prefix, digit), this.child(then, digit), this.child(other, digit)));
    return this.of(this.nodes[other].mark, children);
  }

  /** Any digits, as many as one of the lengths. */
  lengths(allowed) {
    let node = this.nothing;
    for (let length = Math.max(...allowed); length >= 0; length--) node = this.of(allowed.includes(length) ? 1 : 0, digits.map(() => node));
    return node;
  }

  /** Accepts what the whole pattern matches. */
  whole({ program, start }) {
    const memo = new Map();
    const build = (threads) => {
      if (threads.length === 0) return this.nothing;
      const key = threads.map((thread) => thread.at).sort((a, b) => a - b).join();
      if (!memo.has(key)) {
        const children = digits.map((digit) => build(step(program, threads, digit)));
        memo.set(key, this.of(threads.some((thread) => program[thread.at].match) ? 1 : 0, children));
      }
      return memo.get(key);
    };
    return build(closure(program, [{ at: start }]));
  }

  /**
   * Tells after each digit whether a backtracking search that began at the first one would end here, unless it goes on to a later
   * mark. markOf makes the mark of { here, atEnd }: how it ends here, and how instead where no digit follows. Both are null where it does
   * not, else { start, behind }: where the last group began and how many digits ago it ended; start is null where it took no part.
   */
  beginning({ program, start, groups }, markOf) {
    const memo = new Map();
    const build = (threads, depth) => {
      if (threads.length === 0) return this.nothing;
      const key = JSON.stringify([depth, threads]);
      if (!memo.has(key)) {
        const children = digits.map((digit) => build(cut(program, step(program, threads, digit, depth + 1, groups)), depth + 1));
        memo.set(key, this.of(markOfEnd(program, threads, markOf), children));
      }
      return memo.get(key);
    };
    return build(cut(program, closure(program, [{ at: start }], 0, groups)), 0);
  }
}

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

function markOfEnd(program, threads, markOf) {
  const ends = threads.filter((thread) => program[thread.at].end).map(ending);
  const matches = threads.filter((thread) => program[thread.at].match).map(ending);
  if (ends.length > 1) throw new Error('Two anchored ways of ending at one place');
  return ends.length + matches.length === 0 ? 0 : markOf({ here: matches[0] ?? null, atEnd: ends[0] ?? null });
}

const ending = (thread) => (thread.behind === undefined ? { start: null, behind: 0 } : { start: thread.start, behind: thread.behind });

// What a match is preferred to can no longer win.
function cut(program, threads) {
  const first = threads.findIndex((thread) => program[thread.at].match);
  return first < 0 ? threads : threads.slice(0, first + 1);
}

function step(program, threads, digit, depth, groups) {
  const moved = threads
    .filter((thread) => program[thread.at].set & (1 << digit))
    .map((thread) => ({ ...thread, at: program[thread.at].next, behind: thread.behind === undefined ? undefined : thread.behind + 1 }));
  return closure(program, moved, depth, groups);
}

function closure(program, threads, depth, lastGroup) {
  const seen = new Set();
  const reached = [];
  const visit = (thread) => {
    if (seen.has(thread.at)) return;
    seen.add(thread.at);
    const instruction = program[thread.at];
    if (instruction.split) {
      for (const at of instruction.split) visit({ ...thread, at });
    } else if (instruction.save) {
      const counts = instruction.group === lastGroup;
      const noted = !counts ? {} : instruction.save === 'open' ? { start: depth } : { behind: 0 };
      visit({ ...thread, ...noted, at: instruction.next });
    } else {
      if (instruction.end && !program[instruction.next].match) throw new Error('An end anchor that is not at the end');
      reached.push(thread);
    }
  };
  threads.forEach(visit);
  return reached;
}
