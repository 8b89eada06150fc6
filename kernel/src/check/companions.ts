/** Facts that count against one another: one matter, one fact under two clauses, repetition. */

import type { AppliesTo, Clause, SameMatter } from '../scheme/clause.ts';
import { listOf } from '../scheme/shapes.ts';
import { disjoint } from './disjoint.ts';
import { type Finding, finding } from './finding.ts';
import { canGain, canLose, reachOf } from './reach.ts';
import { type ClauseAt, type SchemeView, spansYear } from './view.ts';
import { clauseWords } from './words.ts';

/** Same-matter policies, companion and repeat rules, and facts that two clauses hear. */
export function checkCompanions(view: SchemeView): Finding[] {
  const policies = policiesOf(view);
  return [
    ...view.clauses.flatMap((at) => twoPolicies(policies, at)),
    ...policies.flatMap((policy) => mixedSpans(view, policy)),
    ...yearQuestions(view),
    ...doubleCounting(view),
  ];
}

interface PolicyAt {
  readonly policy: SameMatter;
  readonly path: string;
  readonly clauses: ReadonlySet<ClauseAt>;
  /** The span of the node that states it; clauses and schemes have none of their own. */
  readonly spansYear: boolean | undefined;
}

function policiesOf(view: SchemeView): PolicyAt[] {
  const { scheme, nodes, clauses } = view;
  return [
    ...(scheme.sameMatter
      ? [
          {
            policy: scheme.sameMatter,
            path: 'sameMatter',
            clauses: new Set(clauses),
            spansYear: undefined,
          },
        ]
      : []),
    ...nodes.flatMap((at) =>
      at.node.sameMatter
        ? [
            {
              policy: at.node.sameMatter,
              path: `${at.path}.sameMatter`,
              clauses: new Set(clauses.filter(({ nodes: above }) => above.includes(at))),
              spansYear: at.node.span === 'year' || scheme.period === 'year',
            },
          ]
        : [],
    ),
    ...clauses.flatMap((at) =>
      at.clause.sameMatter
        ? [
            {
              policy: at.clause.sameMatter,
              path: `${at.path}.sameMatter`,
              clauses: new Set([at]),
              spansYear: undefined,
            },
          ]
        : [],
    ),
  ];
}

/** The signs that a policy rules; to keep all apart is a statement about both. */
function signsOf(policy: SameMatter): readonly ('bonus' | 'deduction')[] {
  if (policy === 'heaviest') return ['deduction'];
  return policy === 'separate' ? ['bonus', 'deduction'] : ['bonus'];
}

const signWords = { bonus: '加分', deduction: '扣分' } as const;

function twoPolicies(policies: readonly PolicyAt[], at: ClauseAt): Finding[] {
  const onPath = policies.filter(({ clauses }) => clauses.has(at));
  for (const sign of ['bonus', 'deduction'] as const) {
    const ruling = onPath.filter(({ policy }) => signsOf(policy).includes(sign));
    const [outer, inner] = ruling;
    if (!outer || !inner) continue;
    const sentence = `${clauseWords(at.clause)}的${signWords[sign]}同时受 ${outer.path} 和 ${inner.path} 两条同一事项规则管，先后不同结果不同；一条路上每种符号只能留一条，请删去其中一条（要分别计的用 separate: true）。`;
    return [finding('same-matter-twice', at.path, sentence)];
  }
  return [];
}

function mixedSpans(
  view: SchemeView,
  { policy, path, clauses, spansYear: nodeSpan }: PolicyAt,
): Finding[] {
  const ruled = [...clauses].filter(({ clause }) => isRuled(clause, policy));
  const spanOf = (at: ClauseAt) =>
    at.clause.counts === 'level' ? '现值' : spansYear(view, at) ? '全年' : '本期';
  const first = ruled[0];
  if (!first || policy === 'separate') return [];
  const other = ruled.find((at) => spanOf(at) !== spanOf(first));
  if (other) {
    const sentence = `同一事项规则管着${clauseWords(first.clause)}（按${spanOf(first)}算）和${clauseWords(other.clause)}（按${spanOf(other)}算），计算期不同，比不到一起；请写成同一个 span。`;
    return [finding('same-matter-spans', path, sentence)];
  }
  if (nodeSpan !== true || spanOf(first) !== '本期') return [];
  const sentence = `这一指标按全年算，其下${clauseWords(first.clause)}却按本期算，同一事项只会在一期之内比较；请给这些条款都写 span: year。`;
  return [finding('same-matter-spans', path, sentence)];
}

function isRuled(clause: Clause, policy: SameMatter): boolean {
  if (clause.on === undefined) return false;
  const reach = reachOf(clause);
  return policy === 'heaviest' ? canLose(reach) : canGain(reach);
}

function yearQuestions(view: SchemeView): Finding[] {
  return view.conditions.flatMap(({ value, path, clause: at, place }) => {
    if (!at || !('companion' in value || 'repeated' in value)) return [];
    const isModifier = place === 'factor' || place === 'waive' || place === 'extra';
    const findings: Finding[] = [];
    if (isModifier && !spansYear(view, at) && at.clause.counts !== 'level') {
      const what = 'companion' in value ? '同一事项的其他记录' : '是否重复发生';
      const sentence = `${clauseWords(at.clause)}要看${what}，先后可能跨期，本条却只按本期算，跨期的会漏掉；请给本条写 span: year。`;
      findings.push(finding('companion-needs-year', path, sentence));
    }
    if ('repeated' in value && value.repeated.within === 'validity' && !at.clause.validity) {
      const sentence = `${clauseWords(at.clause)}按“有效期内再次发生”加重，却没有写有效期；请用 validity 写明，或把 within 改为 year 等。`;
      findings.push(finding('repeat-without-validity', `${path}.repeated.within`, sentence));
    }
    return findings;
  });
}

/** Pairs of clauses that can hear one fact about one subject, the later clause with the earlier. */
export function overlappingClauses(
  view: SchemeView,
): { readonly at: ClauseAt; readonly earlier: readonly ClauseAt[]; readonly kind: string }[] {
  if (view.scheme.switches?.sameFact === 'separate') return [];
  const policies = policiesOf(view);
  const byKind = new Map<string, ClauseAt[]>();
  const pairs = new Map<ClauseAt, { earlier: Set<ClauseAt>; kind: string }>();
  for (const at of view.clauses) {
    for (const kind of listOf(at.clause.on)) {
      const before = byKind.get(kind) ?? [];
      for (const other of before) {
        if (other === at || !canShare(policies, other, at)) continue;
        const pair = pairs.get(at) ?? { earlier: new Set(), kind };
        pair.earlier.add(other);
        pairs.set(at, pair);
      }
      byKind.set(kind, [...before, at]);
    }
  }
  return [...pairs].map(([at, { earlier, kind }]) => ({ at, earlier: [...earlier], kind }));
}

function doubleCounting(view: SchemeView): Finding[] {
  return overlappingClauses(view).map(({ at, earlier, kind }) => {
    const named = earlier
      .slice(0, 3)
      .map((other) => `${clauseWords(other.clause)}（${other.path}）`)
      .join('、');
    const others = earlier.length > 3 ? `${named}等 ${earlier.length} 条` : named;
    const apart = earlier.some((other) => !comparesWith(at.clause, other.clause));
    const now = apart
      ? '两条计算期不同，就重不起作用，会各计一次'
      : '扣分时默认只计最重的一条，加分时各计一次';
    const sentence = `${clauseWords(at.clause)}（${at.path}）和${others}都听取“${kind}”，同一事实会记两次；${now}。请用 where 分开；确要分别计的，写 separate: true。`;
    return finding('double-counting', at.path, sentence);
  });
}

/** The heaviest of one fact is found only among clauses of one span. */
function comparesWith(a: Clause, b: Clause): boolean {
  return (
    (a.span ?? 'period') === (b.span ?? 'period') && (a.counts ?? 'flow') === (b.counts ?? 'flow')
  );
}

function canShare(policies: readonly PolicyAt[], a: ClauseAt, b: ClauseAt): boolean {
  if (a.clause.separate || b.clause.separate) return false;
  if (disjoint(a.clause.where, b.clause.where) || neverBoth(a, b)) return false;
  return !policies.some(
    ({ policy, clauses }) =>
      policy !== 'separate' &&
      clauses.has(a) &&
      clauses.has(b) &&
      isRuled(a.clause, policy) &&
      isRuled(b.clause, policy),
  );
}

/** True if no subject has both clauses (差异化). */
function neverBoth(a: ClauseAt, b: ClauseAt): boolean {
  const appliesOf = ({ clause, nodes }: ClauseAt): AppliesTo[] =>
    [clause.applies, ...nodes.map(({ node }) => node.applies)].flatMap((applies) => applies ?? []);
  const keys = ['groups', 'subjects', 'types', 'classes'] as const;
  return appliesOf(a).some((one) =>
    appliesOf(b).some((other) =>
      keys.some((key) => {
        const [left, right] = [one[key], other[key]];
        return left && right && !left.some((item) => right.includes(item));
      }),
    ),
  );
}
