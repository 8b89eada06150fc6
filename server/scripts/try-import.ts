/**
 * Measures the import on one document, by hand:
 *
 *     npm run try:import -- FILE.docx [--truth SCHEME.yaml] [--pending]
 *
 * Says how many clauses were recognised and how many stayed pending. With a truth, that is the same
 * document encoded by people, each recognised clause is held against it, item by item in order: what
 * differs is printed with both sides, for a person to judge. Nothing here is written anywhere.
 */

import { readFileSync } from 'node:fs';
import { type Node, readScheme, type Scheme } from '@oneneedle/kernel';
import { numberOf } from '../src/scheme/import/numerals.ts';
import { importScheme } from '../src/scheme/index.ts';

type Clause = NonNullable<Node['clauses']>[number];

/** One amount of a clause, comparable with that of another: the kind of rule and the figures. */
interface Atom {
  readonly family: string;
  readonly amount: string;
}

interface Item {
  readonly code: string;
  readonly drafted: Clause[];
  readonly encoded: { clause: Clause; atoms: Atom[] }[];
}

async function report(
  path: string,
  truth: string | undefined,
  withPending: boolean,
): Promise<string> {
  const draft = await importScheme(path);
  const scheme = schemeOf(draft.scheme);
  const { clauses, recognised, pending } = draft.counts;
  const share = (part: number) => percent(part, clauses);
  const lines = [
    `条款 ${clauses}，认出 ${recognised}（${share(recognised)}），待定 ${pending}（${share(pending)}）；备注 ${draft.remarks.length}。`,
  ];
  if (withPending) {
    lines.push(
      ...draft.remarks.map(
        ({ place, sentence, words: said }) => `  ${place}：${sentence}${said ?? ''}`,
      ),
    );
  }
  if (truth !== undefined) lines.push(...compared(scheme, schemeOf(readFileSync(truth, 'utf8'))));
  return lines.join('\n');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`;
}

function schemeOf(text: string): Scheme {
  const { value, findings } = readScheme(text);
  if (!value)
    throw new Error(findings.map(({ path, sentence }) => `${path} ${sentence}`).join('\n'));
  return value;
}

function compared(draft: Scheme, truth: Scheme): string[] {
  const drafted = clausesOf(draft.tree);
  const encoded = [...clausesOf(truth.tree), ...vetoesOf(truth)];
  const codes = [...new Set(drafted.map(({ code }) => itemCode(code)))];
  const items = new Map(
    codes.map((code): [string, Item] => [code, { code, drafted: [], encoded: [] }]),
  );
  for (const clause of drafted) items.get(itemCode(clause.code))?.drafted.push(clause);
  const lost: Clause[] = [];
  for (const clause of encoded) {
    const code = codes
      .filter((one) => stands(plainCode(clause.code), one))
      .sort((a, b) => b.length - a.length)[0];
    const item = code === undefined ? undefined : items.get(code);
    if (item) item.encoded.push({ clause, atoms: atomsOf(clause) });
    else lost.push(clause);
  }
  const verdicts = [...items.values()].flatMap(judged);
  const count = (kind: Verdict['kind']) => verdicts.filter((one) => one.kind === kind).length;
  const shown = verdicts
    .filter((one) => one.kind !== 'same')
    .map(({ kind, text }) => `  [${names[kind]}] ${text}`);
  return [
    `与人工编码对照：相同 ${count('same')}，同分异式 ${count('near')}，不同 ${count('wrong')}（占认出的 ${percent(count('wrong'), verdicts.filter(({ kind }) => kind !== 'missing').length)}），编码有而草稿没有 ${count('missing')}，编码里没有这一项 ${count('alone')}，对不上编号 ${lost.length}。`,
    ...shown,
    ...lost.map(
      (clause) => `  [对不上编号] ${clause.code} ${clause.text} ${atomsText(atomsOf(clause))}`,
    ),
  ];
}

interface Verdict {
  readonly kind: 'same' | 'near' | 'wrong' | 'missing' | 'alone';
  readonly text: string;
}

const names: Record<Verdict['kind'], string> = {
  same: '相同',
  near: '同分异式',
  wrong: '不同',
  missing: '草稿没有',
  alone: '编码没有',
};

/** A fixed amount on a stated happening can be written as any of these, with the same points. */
const fixed = new Set(['count', 'choice', 'table', 'award', 'late', 'shortfallOnce', 'extra']);

function judged(item: Item): Verdict[] {
  const truth = item.encoded.flatMap(({ clause, atoms }) =>
    atoms.map((atom) => ({ atom, clause, used: false })),
  );
  const pending = item.drafted.filter((clause) => 'pending' in clause.rule).length;
  const verdicts = item.drafted.flatMap((clause): Verdict[] => {
    if ('pending' in clause.rule) return [];
    const atoms = atomsOf(clause);
    const found = atoms.map((atom) => {
      const same = truth.find((one) => !one.used && isSame(one.atom, atom));
      const near = same ?? truth.find((one) => !one.used && isNear(one.atom, atom));
      if (near) near.used = true;
      return { same: same !== undefined, near: near !== undefined, with: near?.clause };
    });
    const kind = found.every((one) => one.same)
      ? 'same'
      : found.every((one) => one.near)
        ? 'near'
        : 'wrong';
    if (truth.length === 0) return [{ kind: 'alone', text: `${clause.code} ${clause.text}` }];
    const sides = [...new Set(found.flatMap((one) => (one.with ? [one.with] : [])))];
    const other = kind === 'wrong' ? item.encoded.map((one) => one.clause) : sides;
    const text = `${clause.code} ${clause.text} ${atomsText(atoms)}\n      编码：${other.map((one) => `${one.code} ${one.text} ${atomsText(atomsOf(one))}`).join(' ／ ')}`;
    return [{ kind, text }];
  });
  if (pending > 0) return verdicts;
  // Whether one matter counts once is said by the text, or is the encoders' own answer.
  const saysOnce = item.drafted.some((clause) => /同一|重复|就高/u.test(clause.text));
  const left = truth
    .filter((one) => saysOnce || one.atom.family !== 'sameMatter')
    .filter(
      (one) => !one.used && !truth.some((other) => other.used && isNear(other.atom, one.atom)),
    );
  return [
    ...verdicts,
    ...left.map(
      ({ atom, clause }): Verdict => ({
        kind: 'missing',
        text: `${clause.code} ${clause.text} ${atomsText([atom])}`,
      }),
    ),
  ];
}

function isSame(a: Atom, b: Atom): boolean {
  return a.family === b.family && a.amount === b.amount;
}

function isNear(a: Atom, b: Atom): boolean {
  return isSame(a, b) || (a.amount === b.amount && fixed.has(a.family) && fixed.has(b.family));
}

function atomsText(atoms: readonly Atom[]): string {
  return `〔${atoms.map(({ family, amount }) => `${family} ${amount}`).join('，')}〕`;
}

/** The figures of a clause that decide points; names of kinds and fields do not. */
function atomsOf(clause: Clause): Atom[] {
  const { rule } = clause;
  const modifiers: Atom[] = [
    ...(clause.extra ?? []).map(({ add }) => ({ family: 'extra', amount: add })),
    ...(clause.factor ?? []).map(({ times }) => ({ family: 'factor', amount: plainNumber(times) })),
    ...(clause.waive ?? []).map(() => ({ family: 'waive', amount: '' })),
    ...(clause.cap === undefined ? [] : [{ family: 'cap', amount: clause.cap }]),
    ...(clause.floor === undefined ? [] : [{ family: 'floor', amount: clause.floor }]),
    ...(clause.sameMatter === undefined
      ? []
      : [{ family: 'sameMatter', amount: JSON.stringify(clause.sameMatter) }]),
  ];
  return [...ruleAtoms(rule), ...modifiers].filter(({ amount }) => amount !== '0');
}

function ruleAtoms(rule: Clause['rule']): Atom[] {
  const some = (family: string, amounts: readonly (string | undefined)[]) =>
    amounts.flatMap((amount) => (amount === undefined ? [] : [{ family, amount }]));
  if ('count' in rule) {
    const factors = Object.values(rule.count.weights?.factors ?? {}).filter((one) => one !== '1');
    return [
      ...some('count', [rule.count.delta, rule.count.then]),
      ...some('factor', factors.map(plainNumber)),
    ];
  }
  if ('choice' in rule) return some('choice', Object.values(rule.choice.options));
  if ('range' in rule) {
    const { from, to, or } = rule.range;
    return some('range', [`${from}..${to}`, or && `${or.from}..${or.to}`]);
  }
  if ('table' in rule)
    return some(
      'table',
      rule.table.rows.map(({ points }) => points),
    );
  if ('award' in rule) return some('award', [rule.award.then, rule.award.otherwise]);
  if ('linear' in rule) return some('linear', [`${rule.linear.delta} per ${rule.linear.per}`]);
  if ('shortfall' in rule) {
    const { delta, once, min } = rule.shortfall;
    return [
      ...some('shortfall', [delta && `${delta} of ${JSON.stringify(min)}`]),
      ...some('shortfallOnce', [once]),
    ];
  }
  if ('excess' in rule) {
    const { delta, atQuota, quota } = rule.excess;
    return some('excess', [`${delta} over ${JSON.stringify(quota)}`, atQuota && `at ${atQuota}`]);
  }
  if ('deadline' in rule) {
    const { onTime, late, perDay } = rule.deadline;
    return [...some('onTime', [onTime]), ...some('late', [late]), ...some('perDay', [perDay])];
  }
  if ('decision' in rule) return [{ family: 'decision', amount: '' }];
  if ('import' in rule)
    return some('import', Object.values(rule.import.grades ?? { times: rule.import.times ?? '' }));
  const [family = '', body] = Object.entries(rule)[0] ?? [];
  return [{ family, amount: JSON.stringify(body) }];
}

function plainNumber(text: string): string {
  return text === '0.5' ? '1/2' : text;
}

function clausesOf(nodes: readonly Node[]): Clause[] {
  return nodes.flatMap((node) => [...(node.clauses ?? []), ...clausesOf(node.children ?? [])]);
}

/** A veto has no points; a clause recognised where the truth has a veto is wrong. */
function vetoesOf(scheme: Scheme): Clause[] {
  return (scheme.vetoes ?? []).map(({ code, text }) => ({
    code,
    text,
    rule: { pending: { why: '否决' } },
  }));
}

/** 3.12-4 belongs to item 3.12. */
function itemCode(code: string): string {
  return plainCode(code.replace(/-\d+$/, ''));
}

/** 二.2 and 2.2 are one number. */
function plainCode(code: string): string {
  return code
    .split(/([.-])/)
    .map((segment) => numberOf(segment) ?? segment)
    .join('');
}

function stands(code: string, item: string): boolean {
  return code === item || code.startsWith(`${item}.`) || code.startsWith(`${item}-`);
}

const words = process.argv.slice(2);
const truthAt = words.indexOf('--truth');
const truthPath = truthAt === -1 ? undefined : words[truthAt + 1];
const file = words.find(
  (word, at) => !word.startsWith('--') && (truthAt === -1 || at !== truthAt + 1),
);
if (file === undefined || (truthAt !== -1 && truthPath === undefined)) {
  process.stderr.write('npm run try:import -- FILE.docx [--truth SCHEME.yaml] [--pending]\n');
  process.exit(2);
}
process.stdout.write(`${await report(file, truthPath, words.includes('--pending'))}\n`);
