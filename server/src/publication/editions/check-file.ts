/**
 * Checks a published file with nothing but its text. The same functions stand in the page that
 * proves a list offline, as they are written here: so nothing is imported and nothing of a program
 * or a browser is asked.
 */

/** A line of a published tree; the thousandths of its children add up to its own. */
export interface PublishedLine {
  readonly kind: string;
  readonly code: string;
  readonly label: string;
  readonly milli: number;
  readonly struck: boolean;
  /** What its clause says. */
  readonly text: string;
  /** Numbers in the log of the facts that it rests on. */
  readonly facts: readonly number[];
  readonly children: readonly PublishedLine[];
}

export interface PublishedRow {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly total: string;
  readonly totalMilli: number;
  readonly rank: number | null;
  readonly note: string;
}

/** What a published file holds; `digests` names every part of it. */
export interface PublishedFile {
  readonly format: 'oneneedle-published-1';
  readonly head: {
    readonly town: string;
    readonly schemeName: string;
    readonly schemeVersion: string;
    readonly line: string;
    readonly period: string;
    readonly label: string;
    readonly edition: number;
    readonly replaces: number | null;
    readonly reason: string;
    readonly audience: 'public' | 'internal';
    readonly decision: { readonly body: string; readonly no: string; readonly on: string };
    readonly postedOn: string;
    readonly objectUntil: string;
    readonly objectTo: {
      readonly person: string;
      readonly telephone: string;
      readonly place: string;
    };
    readonly receiptCode: string;
    /** Equal totals share a rank; the next is skipped unless ranks are dense. */
    readonly isDense: boolean;
    /** Ranked within each group, or over all. */
    readonly isByGroup: boolean;
    readonly groups: readonly { readonly code: string; readonly name: string }[];
  };
  readonly rows: readonly PublishedRow[];
  readonly trees: Readonly<Record<string, PublishedLine>>;
  /** Leaves of facts that may be read, by their number; the others are in the log by their hash alone. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly log: {
    readonly size: number;
    readonly root: string;
    readonly leaves: readonly string[];
  };
  readonly digests: {
    readonly head: string;
    readonly rows: Readonly<Record<string, string>>;
    readonly trees: Readonly<Record<string, string>>;
    readonly facts: Readonly<Record<string, string>>;
    /** Of the leaves in order of their hashes: tells an order that was changed from other leaves. */
    readonly leafSet: string;
  };
}

/** Something that is not as it was published, named. */
export interface FileFault {
  readonly code:
    | 'file-unreadable'
    | 'file-changed'
    | 'part-changed'
    | 'sum-wrong'
    | 'rank-wrong'
    | 'fact-changed'
    | 'log-reordered'
    | 'log-changed';
  readonly sentence: string;
}

/** What was checked, in Chinese, and what is wrong; no fault means that the list can be trusted. */
export interface FileCheck {
  readonly title: string;
  readonly sha256: string;
  /** How many subjects and facts were worked out again. */
  readonly subjects: number;
  readonly facts: number;
  readonly checked: readonly string[];
  readonly faults: readonly FileFault[];
}

/** Works out again what a published file says; `expected` is the SHA-256 that the poster prints. */
export function checkPublished(text: string, expected?: string): FileCheck {
  const sha256 = hashText(text);
  const file = readPublished(text);
  if (!file) {
    const sentence = '这不是一份公示文件，或者改得读不出来了。请到发布的单位另要一份。';
    const faults = [fault('file-unreadable', sentence)];
    return { title: '', sha256, subjects: 0, facts: 0, checked: [], faults };
  }
  const { head, rows, log } = file;
  const count = Object.keys(file.facts).length;
  const wanted = (expected ?? '').replace(/[^0-9A-Fa-f]/g, '').toLowerCase();
  const isOther = wanted !== '' && !sha256.startsWith(wanted);
  return {
    title: `${head.town} ${head.schemeName} ${head.label} 第 ${head.edition} 版`,
    sha256,
    subjects: rows.length,
    facts: count,
    checked: [
      `文件的 SHA-256：${sha256}${wanted === '' ? '（请与榜上印的对照）' : ''}`,
      `${rows.length} 个考核对象的得分，按说明里的每一行重新加过`,
      '名次，按得分重新排过',
      `${count} 条可以公开的事实，逐条与台账日志核对过`,
      `台账日志 ${log.size} 条，重新算过根`,
    ],
    faults: [
      ...(isOther
        ? [
            fault(
              'file-changed',
              `公示文件改动过：它的 SHA-256 是 ${sha256.slice(0, 16)}…，榜上印的是 ${wanted.slice(0, 16)}…。`,
            ),
          ]
        : []),
      ...partFaults(file),
      ...sumFaults(file),
      ...rankFaults(file),
      ...logFaults(file),
    ],
  };
}

function fault(code: FileFault['code'], sentence: string): FileFault {
  return { code, sentence };
}

function readPublished(text: string): PublishedFile | undefined {
  try {
    const value = JSON.parse(text);
    const parts = [value.head, value.trees, value.facts, value.log, value.digests];
    const isWhole =
      value.format === 'oneneedle-published-1' &&
      parts.every((part) => typeof part === 'object' && part !== null) &&
      Array.isArray(value.rows) &&
      Array.isArray(value.log.leaves);
    return isWhole ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Each part against the digest that the file names for it. */
function partFaults({ head, rows, trees, facts, digests }: PublishedFile): FileFault[] {
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  const parts: [string, unknown, string | undefined][] = [
    ['标题、决定、期限这一部分', head, digests.head],
    ...rows.map((row): [string, unknown, string | undefined] => [
      `名单里${row.name}的一行`,
      row,
      digests.rows[row.code],
    ]),
    ...Object.entries(trees).map(([code, tree]): [string, unknown, string | undefined] => [
      `${names.get(code) ?? code}的得分说明`,
      tree,
      digests.trees[code],
    ]),
  ];
  const missing = [
    ...Object.keys(digests.rows).filter((code) => !names.has(code)),
    ...Object.keys(digests.trees).filter((code) => !(code in trees)),
    ...Object.keys(digests.facts).filter((seq) => !(seq in facts)),
  ];
  return [
    ...parts
      .filter(([, part, digest]) => hashText(canonical(part)) !== digest)
      .map(([name]) => fault('part-changed', `公示文件改动过：${name}与公示时的不同。`)),
    ...missing.map((name) => fault('part-changed', `公示文件少了一部分：${name}。`)),
  ];
}

/** Every line is the sum of what stands below it, and the total of the list is that of the tree. */
function sumFaults({ rows, trees }: PublishedFile): FileFault[] {
  return rows.flatMap(({ code, name, totalMilli }) => {
    const tree = trees[code];
    if (!tree) return [];
    const wrong = wrongLines(tree).map(({ label }) =>
      fault('sum-wrong', `${name}的“${label}”与下面各行加起来的不同。`),
    );
    if (tree.milli === totalMilli) return wrong;
    return [...wrong, fault('sum-wrong', `${name}名单上的得分与得分说明的合计不同。`)];
  });
}

function wrongLines(line: PublishedLine): PublishedLine[] {
  const below = line.children.flatMap(wrongLines);
  const sum = line.children.reduce((total, { milli }) => total + milli, 0);
  return line.children.length === 0 || sum === line.milli ? below : [line, ...below];
}

function rankFaults({ head, rows }: PublishedFile): FileFault[] {
  return rows.flatMap(({ code, name, group, totalMilli, rank }) => {
    if (rank === null) return [];
    const circle = rows.filter(
      (row) => row.rank !== null && (!head.isByGroup || row.group === group),
    );
    const above = circle.filter((row) => row.totalMilli > totalMilli && row.code !== code);
    const places = head.isDense ? new Set(above.map((row) => row.totalMilli)).size : above.length;
    if (rank === places + 1) return [];
    return [fault('rank-wrong', `${name}的名次是第 ${rank} 名，按得分排是第 ${places + 1} 名。`)];
  });
}

/** Each fact against its leaf, then the leaves against the root. */
function logFaults({ facts, log, digests }: PublishedFile): FileFault[] {
  const { leaves, root, size } = log;
  const places = new Map(leaves.map((leaf, index) => [leaf, index + 1]));
  const moved: FileFault[] = [];
  const changed: FileFault[] = [];
  for (const [seq, leaf] of Object.entries(facts)) {
    const hash = hashBytes([0, ...utf8(canonical(leaf))]);
    const place = places.get(hash);
    if (place === Number(seq)) continue;
    if (place === undefined) {
      changed.push(
        fault('fact-changed', `第 ${seq} 号事实（${idOf(leaf)}）改动过，与台账日志里的不同。`),
      );
    } else {
      moved.push(
        fault('log-reordered', `台账日志的次序改动过：第 ${seq} 号事实被排到了第 ${place} 号。`),
      );
    }
  }
  if (leaves.length === size && rootOf(leaves) === root) return [...changed, ...moved];
  const isReordered = hashText([...leaves].sort().join('\n')) === digests.leafSet;
  if (!isReordered) {
    const sentence = `台账日志改动过：${leaves.length} 条算出的根与公示的根不同。`;
    return [...changed, ...moved, fault('log-changed', sentence)];
  }
  if (moved.length > 0) return [...changed, ...moved];
  return [...changed, fault('log-reordered', '台账日志的次序改动过：条目没有少，先后换过了。')];
}

function idOf(leaf: unknown): string {
  const { fact } = (leaf ?? {}) as { fact?: { id?: unknown } };
  return String(fact?.id ?? '');
}

/** The one JSON text of a value: keys sorted, no spaces, keys without a value left out. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

/** The root over leaves: RFC 6962, the left half a power of two. */
function rootOf(leaves: readonly string[]): string {
  if (leaves.length === 0) return hashBytes([]);
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return only;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  const left = rootOf(leaves.slice(0, half));
  const right = rootOf(leaves.slice(half));
  return hashBytes([1, ...fromHex(left), ...fromHex(right)]);
}

function fromHex(text: string): number[] {
  return (text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

function utf8(text: string): number[] {
  return Array.from(new TextEncoder().encode(text));
}

function hashText(text: string): string {
  return hashBytes(utf8(text));
}

/** SHA-256 (FIPS 180-4) in hexadecimal: a page on a disk is not given the browser's own. */
function hashBytes(bytes: readonly number[]): string {
  const { k, h } = shaConstants();
  const length = bytes.length;
  const padded = new Uint8Array((((length + 8) >> 6) + 1) * 64);
  padded.set(bytes);
  padded[length] = 0x80;
  new DataView(padded.buffer).setUint32(padded.length - 8, Math.floor(length / 0x20000000));
  new DataView(padded.buffer).setUint32(padded.length - 4, (length << 3) >>> 0);
  const state = Uint32Array.from(h);
  for (let at = 0; at < padded.length; at += 64) shaBlock(state, padded.subarray(at, at + 64), k);
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

function shaBlock(state: Uint32Array, block: Uint8Array, k: readonly number[]): void {
  const turn = (x: number, n: number) => (x >>> n) | (x << (32 - n));
  const view = new DataView(block.buffer, block.byteOffset, 64);
  const w = new Uint32Array(64);
  const word = (index: number) => w[index] ?? 0;
  for (let t = 0; t < 16; t += 1) w[t] = view.getUint32(t * 4);
  for (let t = 16; t < 64; t += 1) {
    const [a, b] = [word(t - 15), word(t - 2)];
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    w[t] = word(t - 16) + s0 + word(t - 7) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (k[t] ?? 0) + word(t)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = (state[index] ?? 0) + value;
  });
}

/** The constants of the standard: fractions of cube and square roots of the first primes. */
function shaConstants(): { readonly k: readonly number[]; readonly h: readonly number[] } {
  const k = [
    '428a2f9871374491b5c0fbcfe9b5dba53956c25b59f111f1923f82a4ab1c5ed5',
    'd807aa9812835b01243185be550c7dc372be5d7480deb1fe9bdc06a7c19bf174',
    'e49b69c1efbe47860fc19dc6240ca1cc2de92c6f4a7484aa5cb0a9dc76f988da',
    '983e5152a831c66db00327c8bf597fc7c6e00bf3d5a7914706ca635114292967',
    '27b70a852e1b21384d2c6dfc53380d13650a7354766a0abb81c2c92e92722c85',
    'a2bfe8a1a81a664bc24b8b70c76c51a3d192e819d6990624f40e3585106aa070',
    '19a4c1161e376c082748774c34b0bcb5391c0cb34ed8aa4a5b9cca4f682e6ff3',
    '748f82ee78a5636f84c878148cc7020890befffaa4506cebbef9a3f7c67178f2',
  ].join('');
  const h = '6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19';
  const words = (text: string) =>
    (text.match(/.{8}/g) ?? []).map((word) => Number.parseInt(word, 16));
  return { k: words(k), h: words(h) };
}

/** The source of everything above, for the page that proves a list offline. */
export function checkSource(): string {
  return [
    checkPublished,
    fault,
    readPublished,
    partFaults,
    sumFaults,
    wrongLines,
    rankFaults,
    logFaults,
    idOf,
    canonical,
    rootOf,
    fromHex,
    utf8,
    hashText,
    hashBytes,
    shaBlock,
    shaConstants,
  ]
    .map(String)
    .join('\n');
}
