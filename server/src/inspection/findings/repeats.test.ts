/** Repetitions over HTTP: recognised, shown beside the earlier one, put right by a person, aggravated by a clause alone. */

import { readFileSync } from 'node:fs';
import { factKind, readShape } from '@oneneedle/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FindingTown, findingTown, wrongAnswers } from '../../../test/finding-town.ts';
import { fieldLines } from '../../../test/inspection-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { putKinds, putScheme } from '../../scheme/index.ts';

const kit = useProgram();
let town: FindingTown;
let count = 0;

beforeEach(async () => {
  kit().setNow('2026-04-10T02:00:00.000Z');
  count += 1;
  town = await findingTown(kit(), `town${count}`);
  await town.filing(true);
});

type Row = Awaited<ReturnType<FindingTown['one']>>;
const at = (rows: readonly Row[], place: string): Row => rows.find((row) => row.place === place);

/** The same check sheet in April, and again in May with the places as they are written then. */
async function twice(place = '村口小桥', lines: readonly object[] = fieldLines) {
  const first = await town.found({ lines });
  kit().setNow('2026-05-12T02:00:00.000Z');
  const rubbish = { ...wrongAnswers.rubbish, count: 1, places: [{ id: 'a', at: place }] };
  const again = await town.found({
    template: first.template,
    period: '2026-05',
    answers: { ...wrongAnswers, rubbish } as typeof wrongAnswers,
  });
  return { first, again };
}

describe('a finding that repeats one', () => {
  it('at a place that is named alike shows the earlier one with its photo', async () => {
    const { first, again } = await twice('村口 小桥（东侧）');
    const bridge = at(first.rows, '村口小桥');
    expect(bridge.repeats).toBeUndefined();
    expect(at(again.rows, '村口 小桥（东侧）').repeats).toEqual({
      id: bridge.id,
      foundOn: '2026-04-10',
      place: '村口小桥',
      before: [first.evidenceId],
    });
    // What is asked of the village as a whole is the same whatever is written beside it.
    expect(at(again.rows, '公示牌没有更新').repeats.place).toBe('公示牌没有更新');
  });

  it('is none at another place', async () => {
    const { again } = await twice('村口');
    expect(at(again.rows, '村口').repeats).toBeUndefined();
  });

  it('is none of what was taken off', async () => {
    const first = await town.found();
    await town.act('zhou', at(first.rows, '河堤').id, 'drop', { note: '不在本村地界' });
    kit().setNow('2026-05-12T02:00:00.000Z');
    const again = await town.found({ template: first.template, period: '2026-05' });
    expect(at(again.rows, '河堤').repeats).toBeUndefined();
    expect(at(again.rows, '村口小桥').repeats).toBeDefined();
  });
});

describe('putting a repetition right', () => {
  it('needs a reason and somebody of the office who was not there; the course keeps both', async () => {
    const { again } = await twice();
    const { id } = at(again.rows, '村口小桥');
    const said = { note: '不是同一处：上次在桥南' };
    await town.leaves('findings.own-inspection', () => town.act('zheng', id, 'distinction', said));
    await town.leaves('findings.finding-unknown', () => town.act('nong', id, 'distinction', said));
    await town.leaves('gate.not-permitted', () => town.act('chen', id, 'distinction', said));
    await town.leaves('findings.changed-meanwhile', () =>
      town.act('zhou', id, 'distinction', { ...said, version: 9 }),
    );
    await town.leaves('gate.input-invalid', () =>
      town.act('zhou', id, 'distinction', { note: '' }),
    );
    const { body } = await town.act('zhou', id, 'distinction', said);
    expect(body.finding.repeats).toBeUndefined();
    expect(body.finding.may.distinguish).toBe(false);
    expect(body.course).toMatchObject([
      { deed: 'find' },
      { deed: 'distinguish', note: said.note, person: { code: 'P-zhou' } },
    ]);
    await town.leaves('findings.nothing-repeated', () => town.act('zhou', id, 'distinction', said));
  });
});

describe('a repetition', () => {
  const example = (file: string) =>
    readFileSync(new URL(`../../../../schemes/village-daily/${file}`, import.meta.url), 'utf8');

  it('is made harder by a clause that asks for it, which is shown, and by none else', async () => {
    await kit().inside(town.tenant, async (db) => {
      const { value: kinds = [] } = readShape(example('kinds.yaml'), factKind.array());
      const by = { decisionNo: '青党发〔2026〕3号', decidedBy: '党委会', decidedOn: '2026-01-05' };
      const now = '2026-01-06T02:00:00.000Z';
      await putKinds(db, { tenantId: town.tenant, kinds });
      const source = example('scheme.yaml');
      await putScheme(db, { tenantId: town.tenant, source, now, approved: by });
    });
    const [rubbish, board, ...others] = fieldLines;
    const { again } = await twice('村口小桥', [
      { ...rubbish, kind: 'fire.illegal' },
      { ...board, kind: 'inspection.garbage' },
      ...others,
    ]);
    const by = async (place: string) =>
      (await town.who('zhou').get(`${town.base}/findings/${at(again.rows, place).id}`)).body
        .aggravatedBy;
    expect(await by('村口小桥')).toMatchObject([{ clause: '6.2.1' }]);
    expect(await by('公示牌没有更新')).toEqual([]);
  });
});
