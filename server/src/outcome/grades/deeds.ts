/** The decision on grades: of the named body, with its document, once for an edition. */

import type { GradesPage } from '@oneneedle/contract';
import { gradeRefusal, groupOfClass, isoDate, quotaRefusals } from '@oneneedle/kernel';
import {
  type AssessmentNeeds,
  type ConcludedSubject,
  postDecidedResults,
} from '../../assessment/index.ts';
import { closeLines } from '../../desk/index.ts';
import { type Ctx, requireNoToken } from '../../platform/index.ts';
import { outcomeProblem } from '../problems.ts';
import { requireCome, requireNotOwn, signer } from '../town.ts';
import { type GradedEdition, gradedEdition, gradesShown, type PeriodNamed } from './reading.ts';
import { insertDecision } from './store.ts';

interface Decision extends PeriodNamed {
  readonly edition: number;
  readonly body: string;
  readonly documentNo: string;
  readonly decidedOn: string;
  /** Subjects whose grade is another than worked out, or was left to the body. */
  readonly others: readonly {
    readonly subject: string;
    readonly grade: string;
    readonly reason: string;
    readonly basis: string;
  }[];
}

/** Writes down what the body decided; everybody who is not named has the grade that was worked out. */
export async function decideGrades(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: Decision,
): Promise<GradesPage> {
  requireNoToken(ctx);
  const person = signer(ctx);
  const found = await gradedEdition(needs, ctx, input);
  requireOpen(found, input);
  const { town, conclusions, row } = found;
  for (const { code } of conclusions.subjects) requireNotOwn(ctx, code, town);
  requireCome(input.decidedOn, town);
  const grades = gradesOf(found, input);
  const named = {
    tenant_id: ctx.tenant.id,
    line: input.line,
    period: input.period,
    edition: input.edition,
  };
  await insertDecision(
    ctx.db,
    {
      ...named,
      body: input.body,
      document_no: input.documentNo,
      decided_on: input.decidedOn,
      entered_by_account: ctx.actor.accountId,
      entered_by: person,
      entered_at: ctx.now,
    },
    grades.map((grade) => ({ ...named, ...grade })),
  );
  if (row.state === 'sealed') {
    await postDecidedResults(ctx, input, {
      body: input.body,
      documentNo: input.documentNo,
      decidedOn: isoDate(input.decidedOn),
      enteredBy: person,
      grades: new Map(grades.map(({ subject, grade }) => [subject, grade ?? undefined])),
    });
  }
  await closeLines(ctx, { room: 'outcome', kind: 'grades', about: `${row.line}/${row.period}` });
  return gradesShown(await gradedEdition(needs, ctx, input));
}

function requireOpen({ row, edition, conclusions, decided }: GradedEdition, input: Decision): void {
  const { order, body, subjects } = conclusions;
  if (order.length === 0) throw outcomeProblem('no-grades', { label: row.label });
  if (input.edition !== edition) throw outcomeProblem('edition-changed', { edition });
  if (decided) throw outcomeProblem('grades-decided');
  if (body !== '' && input.body !== body) throw outcomeProblem('other-body', { body });
  const codes = new Set(subjects.map(({ code }) => code));
  const stranger = input.others.find(({ subject }) => !codes.has(subject));
  if (stranger) throw outcomeProblem('somebody-unknown', { code: stranger.subject });
}

/** The grade of everybody; refuses with every sentence at once. */
function gradesOf({ conclusions }: GradedEdition, { others }: Decision) {
  const said = new Map(others.map((one) => [one.subject, one]));
  const sentences: string[] = [];
  const rows = conclusions.subjects.map((subject) => {
    const { code, name, state, effective } = subject;
    const { grade = effective, reason = '', basis = '' } = said.get(code) ?? {};
    const isGraded = state === 'graded' || state === 'pending';
    if (isGraded || said.has(code)) {
      const why = refusalOf(subject, { grade, reason, basis, order: conclusions.order });
      if (why !== undefined) sentences.push(`${name}：${why}`);
    }
    return {
      code,
      name,
      subject: code,
      computed: effective ?? null,
      grade: grade ?? null,
      reason,
      basis,
    };
  });
  const given = rows.map(({ code, name, grade }) => ({ code, name, grade: grade ?? undefined }));
  sentences.push(...quotaRefusals(conclusions.limits, given));
  if (sentences.length > 0) throw outcomeProblem('grades-refused', { sentences });
  return rows.map(({ code: _, name: __, ...row }) => row);
}

function refusalOf(
  subject: ConcludedSubject,
  said: {
    grade: string | undefined;
    reason: string;
    basis: string;
    order: readonly string[];
  },
): string | undefined {
  const { grade, reason, basis, order } = said;
  const { computed, effective, open, state } = subject;
  if (state !== 'graded' && state !== 'pending') return '不参加或不确定等次，不能另定等次。';
  if (grade === undefined) {
    const among = open ? `在“${open.join('”“')}”中` : '';
    return `等次待定，须在这里写明${among}定为什么等次和理由。`;
  }
  return gradeRefusal({
    group: subject.class === undefined ? 'unit' : groupOfClass(subject.class),
    ...(computed === undefined ? {} : { computed }),
    ...(effective === undefined ? {} : { effective }),
    decided: grade,
    order,
    open,
    reason,
    basis,
  });
}
