/** What of proposals waits on the one list: a line a period and step, and one for whoever may say something. */

import { isAdverse, periodLabel } from '@oneneedle/kernel';
import { closeLines, type DeskPlace, keepLines, openLine } from '../../desk/index.ts';
import type { Role } from '../../platform/index.ts';
import { lockProposals, type ProposalRow } from './store.ts';

type Step = 'corrected' | 'proposed' | 'considered' | 'decided' | 'carriedOut';

const steps: Readonly<Record<Step, { readonly what: string; readonly role: Role }>> = {
  corrected: { what: '依据已更正，等领导写明维持、不采纳或撤销', role: 'leader' },
  proposed: { what: '待列入研究', role: 'organisation' },
  considered: { what: '待有权机构决定', role: 'leader' },
  decided: { what: '已决定，待办理', role: 'organisation' },
  carriedOut: { what: '已办理，待看落实得怎样', role: 'leader' },
};

const ended = ['declined', 'revoked'];

function stepOf({ state, ground }: ProposalRow): Step | undefined {
  if (ground === 'corrected' && !ended.includes(state)) return 'corrected';
  return state in steps ? (state as Step) : undefined;
}

/** Brings the lines of a period up to date with its proposals. */
export async function keepProposalLines(
  place: DeskPlace,
  { line, period }: { readonly line: string; readonly period: string },
): Promise<void> {
  const rows = await lockProposals(place.db, { line, period });
  const label = periodLabel(period as Parameters<typeof periodLabel>[0]);
  const lines = (Object.keys(steps) as Step[]).flatMap((step) => {
    const own = rows.filter((row) => stepOf(row) === step);
    const [first] = own.flatMap(({ due_on: due }) => due ?? []).sort();
    if (own.length === 0) return [];
    return [
      {
        about: `${line}/${period}/${step}`,
        title: `${label}结果运用：${own.length} 条建议${steps[step].what}`,
        why: '建议由考核结果提出，由写明的机构决定；不会自动生效。',
        roles: [steps[step].role],
        ...(first === undefined ? {} : { dueOn: first }),
        address: `/results/outcomes?line=${line}&period=${period}&step=${step}`,
      },
    ];
  });
  await keepLines(
    place,
    { room: 'outcome', kind: 'proposals', begins: `${line}/${period}/` },
    lines,
  );
}

/** Tells whoever it is about that they may say something, as long as nothing is decided. */
export async function keepHearing(place: DeskPlace, row: ProposalRow): Promise<void> {
  const matter = { room: 'outcome', kind: 'hearing', about: row.id };
  if (row.state !== 'considered' || !isAdverse(row)) return closeLines(place, matter);
  const isUnit = row.class === null;
  await openLine(place, {
    ...matter,
    title: `可以陈述：${row.name}`,
    why: `${row.body}研究决定以前，您可以说明情况，口头、书面都行；到期没有说的，按现有材料研究。`,
    roles: isUnit ? ['resident-cadre', 'village'] : ['organisation'],
    ...(isUnit ? { unit: row.subject } : { personCode: row.subject }),
    isWithheld: true,
    ...(row.hear_until === null ? {} : { dueOn: row.hear_until }),
    address: `/results/outcomes?open=${row.id}`,
    contact: {},
  });
}
