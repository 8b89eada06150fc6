/** Towns with a catalogue of facts, people and, if wanted, the example scheme in force. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { factKind, isoDate, readShape } from '@oneneedle/kernel';
import { expect } from 'vitest';
import { type NewFact, postFacts } from '../src/ledger/index.ts';
import { giveRole } from '../src/org/index.ts';
import type { Role } from '../src/platform/index.ts';
import { putKinds, putScheme } from '../src/scheme/index.ts';
import type { Answer, Asker, Kit } from './kit/rooms.ts';
import { formOf } from './org-town.ts';

const exampleFile = (file: string) =>
  readFileSync(new URL(`../../schemes/village-daily/${file}`, import.meta.url), 'utf8');

/** The text of the example for 2026. */
export const exampleScheme = exampleFile('scheme.yaml');
export const exampleKinds = readShape(exampleFile('kinds.yaml'), factKind.array()).value ?? [];
/** The same text for the year after. */
export const nextScheme = exampleScheme
  .replace('version: 2026.1', 'version: 2027.1')
  .replace('from: 2026-01-01, to: 2026-12-31', 'from: 2027-01-01, to: 2027-12-31');

/** Sends a file of rules as a browser does. */
export async function upload(
  { office, at }: SchemeTown,
  name: string,
  content: string | Uint8Array,
): Promise<Answer> {
  const file = new File([typeof content === 'string' ? content : new Uint8Array(content)], name);
  const { body, headers } = await formOf({ file });
  return office.ask('POST', `${at}/schemes`, body, headers);
}

/** The hash by which a text is named. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

interface People {
  readonly office: Asker;
  readonly clerk: Asker;
  readonly village: Asker;
}

export interface SchemeTown extends People {
  readonly tenantId: string;
  /** Where its addresses begin. */
  readonly at: string;
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  /** A part of the sentence. */
  readonly says?: string;
}

/** Founds towns one after the other; the same three people hold in every one the post of their name. */
function founding(kit: () => Kit) {
  let towns = 0;
  let people: People | undefined;
  return async function founded({ adopted = false } = {}): Promise<SchemeTown> {
    towns += 1;
    const code = `town-${towns}`;
    const tenantId = await kit().town(code, `第${towns}镇`);
    people ??= {
      office: await kit().person(code, 'office'),
      clerk: await kit().person(code, 'clerk'),
      village: await kit().person(code, 'village'),
    };
    const { office, clerk, village } = people;
    await kit().inside(tenantId, async (db) => {
      const give = ({ accountId }: Asker, role: Role, lines: string[] = []) =>
        giveRole(db, { tenantId, accountId, role, lines, from: '2026-01-01' });
      await give(office, 'assessment-office');
      await give(clerk, 'recorder', ['城建办']);
      await give(village, 'village');
      await putKinds(db, { tenantId, kinds: exampleKinds });
      if (!adopted) return;
      const now = '2026-01-06T02:00:00.000Z';
      await putScheme(db, { tenantId, source: exampleScheme, now, approved: adoption });
    });
    return { tenantId, at: `/api/towns/${code}`, ...people };
  };
}

/** What tests of schemes do over and over, in towns of their own. */
export function schemeTowns(kit: () => Kit) {
  const founded = founding(kit);

  /** @returns the id of the draft. */
  async function uploaded(town: SchemeTown, text: string): Promise<string> {
    const answer = await upload(town, '办法.yaml', text);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.id;
  }

  /** Everything that stands in the tables of the room, to see that a refusal changed nothing. */
  function kept({ tenantId }: SchemeTown) {
    return kit().inside(tenantId, async (db) => ({
      versions: await db.selectFrom('scheme_version').selectAll().orderBy('id').execute(),
      comments: await db.selectFrom('scheme_comment').selectAll().orderBy('id').execute(),
      kinds: await db.selectFrom('fact_kind').selectAll().orderBy('code').execute(),
      papers: await db.selectFrom('scheme_paper').select('version_id').execute(),
    }));
  }

  /** Asks for what must be refused so, and sees that nothing changed. */
  async function refused(
    town: SchemeTown,
    ask: () => ReturnType<Asker['get']>,
    { status, code, says = '' }: Refusal,
  ): Promise<void> {
    const before = await kept(town);
    const answer = await ask();
    expect(answer.body).toMatchObject({ status, code });
    expect(answer.body.detail).toContain(says);
    expect(await kept(town)).toEqual(before);
  }

  /** Comments were asked for, and their days are over: the clock stands on 21 April. */
  async function commented({ office, at }: SchemeTown, id: string): Promise<void> {
    kit().setNow('2026-04-10T02:00:00.000Z');
    const days = { from: '2026-04-10', to: '2026-04-19' };
    const opened = await office.ask('PUT', `${at}/schemes/${id}/comment-days`, days);
    expect(opened.status).toBe(200);
    kit().setNow('2026-04-21T02:00:00.000Z');
  }

  /** A posted fact of a kind. */
  async function posted({ tenantId }: SchemeTown, kind: string): Promise<void> {
    const fact: NewFact = {
      id: `F-${kind}`,
      kind,
      form: 'event',
      about: [{ subject: '东溪村', as: '' }],
      on: isoDate('2026-03-06'),
      values: {},
      tags: [],
      evidence: [],
      recordedBy: '记录人',
      reviewedBy: '审核人',
    };
    const now = '2026-03-07T02:00:00.000Z';
    await kit().inside(tenantId, (db) => postFacts({ db, tenant: { id: tenantId }, now }, [fact]));
  }

  return { founded, uploaded, kept, refused, commented, posted };
}

const adoption = {
  decisionNo: '青党发〔2026〕3号',
  decidedBy: '青禾镇党委会',
  decidedOn: '2026-01-05',
};
