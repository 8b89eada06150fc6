/** Rectification notices: what was found on one sheet as a numbered document for its village. */

import { isoDate, type PeriodId, periodLabel } from '@oneneedle/kernel';
import { type MadeDocument, makeDocument, officialDate } from '../../document/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { type InspectionTown, inspectionTown, plansFor } from '../town.ts';
import { findingProblem } from './problems.ts';
import { findingsShown } from './reading.ts';
import { type FoundRow, findFindings } from './store.ts';

/** A notice for each sheet, in the order of its first finding; asked again, those that there are. */
export async function numberNotices(ctx: Ctx, { findings }: { findings: readonly string[] }) {
  const town = await inspectionTown(ctx);
  const found = await findFindings(ctx.db, { ids: findings });
  if (found.length < new Set(findings).size) throw findingProblem('finding-unknown');
  if (!found.every(({ office }) => plansFor(ctx, office, town))) throw findingProblem('not-yours');
  if (!found.every(({ state }) => state === 'found' || state === 'toRectify')) {
    throw findingProblem('not-now');
  }
  const bySheet = Map.groupBy(found, ({ sheet_id: sheet }) => sheet);
  const rows: MadeDocument[] = [];
  for (const [sheet, ofSheet] of bySheet)
    rows.push(await numberNotice(ctx, town, { sheet, ofSheet }));
  return { rows };
}

interface Sheet {
  readonly sheet: string;
  readonly ofSheet: readonly FoundRow[];
}

async function numberNotice(
  ctx: Ctx,
  town: InspectionTown,
  { sheet, ofSheet }: Sheet,
): Promise<MadeDocument> {
  const shown = await findingsShown(ctx, town, ofSheet);
  const [first] = shown;
  const [row] = ofSheet;
  if (!first || !row) throw findingProblem('finding-unknown');
  const day = (text: string) => officialDate(isoDate(text));
  const data = {
    unit: first.subject.name,
    check: `${periodLabel(first.period as PeriodId)}${first.template}`,
    on: day(first.foundOn),
    problems: shown.map(({ group, standard, place, dueOn }, index) => ({
      no: String(index + 1),
      standard: standard || group,
      place,
      due: day(dueOn),
    })),
    requirement:
      '请按期整改，不用拍照、不用另报材料；到期由没有参加检查、也没有参与整改的人上门复查。',
    objection: '对检查发现有不同意见的，可以口头或者书面提出，提出意见不影响评分。',
    contact: town.named(row.office).name,
    issuer: `${ctx.tenant.name}${town.named(row.office).name}`,
    issuedOn: day(chinaDay(ctx.now)),
  };
  return makeDocument(ctx, 'rectification', data, {
    about: `sheet ${sheet}`,
    madeFrom: `${first.subject.name}${day(first.foundOn)}的现场表，${shown.length}个问题`,
    readers: ['supervision', 'assessment-office', 'leader', 'discipline'],
  });
}
