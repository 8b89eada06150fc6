/** A small town for the kills: one office, three villages, one recorder, one reviewer. */

import { factKind, readRoster, readShape } from '@oneneedle/kernel';
import { createAccount, foundTown, giveRole, putRoster } from '../../src/org/index.ts';
import { chinaDay, connectApp, type Role, setTenant } from '../../src/platform/index.ts';
import { putKinds, putScheme } from '../../src/scheme/index.ts';

export const townCode = 'qinghe';
export const villages = ['东溪村', '西岗村', '南坪村'];
export const clause = { line: 'kill-town', code: '1.1' };
/** A column of the sheet that no entry of the run fills in. */
export const typedColumn = 'matter';
export const recorderName = 'zhouyan';

/** The score sheet of this quarter. */
export function sheet(): { line: string; clause: string; period: string } {
  const [year, month] = chinaDay(new Date().toISOString()).split('-');
  const quarter = Math.ceil(Number(month) / 3);
  return { line: clause.line, clause: clause.code, period: `${year}-Q${quarter}` };
}

const office = '城建办';
const password = 'test sentence of twenty letters';

const roster = `
units:
  - { code: 青禾镇, name: 青禾镇, type: town }
  - { code: ${office}, name: ${office}, type: station, parent: 青禾镇 }
${villages.map((name) => `  - { code: ${name}, name: ${name}, type: village, parent: 青禾镇 }`).join('\n')}
persons:
  - { code: P-0001, name: 周砚, class: 公务员 }
  - { code: P-0002, name: 林槿, class: 公务员 }
posts:
  - { person: P-0001, unit: ${office}, role: 干事, from: 2020-01-01 }
  - { person: P-0002, unit: ${office}, role: 主任, from: 2020-01-01 }
`;

const kinds = `
- { kind: garbage, name: 垃圾积存, form: event, about: unit, fields: { 处数: { type: number, unit: 处, required: true } } }
`;

const scheme = (year: string) => `line: ${clause.line}
name: 青禾镇考核办法（演示数据）
documentNo: 青党发〔${year}〕9号
decidedBy: 青禾镇党委会
version: "${year}"
effective: { from: ${year}-01-01, to: ${year}-12-31 }
subject: { kind: unit, where: { types: [village] } }
period: quarter
tree:
  - code: 1
    name: 人居环境
    owner: ${office}
    full: 100
    floor: zero
    clauses:
      - { code: "${clause.code}", text: 发现垃圾积存的，每处扣0.5分。, owner: ${office}, source: 巡查记录, proof: [visit], on: garbage, rule: { count: { of: 处数, delta: -0.5 } } }
total: { full: 100 }
procedure: { notice: { workdays: 5 }, objection: { workdays: 5 } }
`;

const people = [
  { userName: recorderName, person: 'P-0001', role: 'recorder' },
  { userName: 'linjin', person: 'P-0002', role: 'reviewer' },
] as const satisfies readonly { userName: string; person: string; role: Role }[];

/** Founds the town in a migrated database, through the doors of the rooms. */
export async function foundKillTown(ownerUrl: string, now: string): Promise<void> {
  const database = await connectApp({ ownerUrl, connections: 1 });
  const year = now.slice(0, 4);
  const { value, findings } = readShape(kinds, factKind.array());
  if (!value) throw new Error(JSON.stringify(findings));
  try {
    await database.queries.transaction().execute(async (db) => {
      const tenantId = await foundTown(db, { code: townCode, name: '青禾镇', kind: 'town' });
      await setTenant(db, tenantId);
      await putRoster(db, tenantId, readRoster(roster).roster);
      await putKinds(db, { tenantId, kinds: value });
      await putScheme(db, {
        tenantId,
        source: scheme(year),
        approved: {
          decisionNo: `青党发〔${year}〕9号`,
          decidedBy: '青禾镇党委会',
          decidedOn: `${year}-01-05`,
        },
        now,
      });
      for (const { userName, person, role } of people) {
        const accountId = await createAccount(db, {
          userName,
          password,
          mustChangePassword: false,
          now,
        });
        await giveRole(db, { tenantId, accountId, role, lines: [office], from: `${year}-01-01` });
        await db
          .updateTable('person')
          .set({ account_id: accountId })
          .where('code', '=', person)
          .execute();
      }
    });
  } finally {
    await database.close();
  }
}

/** Signs both in. @returns the cookie of each. */
export async function signInBoth(origin: string): Promise<{ recorder: string; reviewer: string }> {
  const cookies = await Promise.all(
    people.map(async ({ userName }) => {
      const answer = await fetch(`${origin}/api/auth/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userName, password }),
      });
      if (answer.status !== 200) throw new Error(`sign-in: ${await answer.text()}`);
      const set = answer.headers.getSetCookie();
      return set.map((cookie) => cookie.split(';')[0]).join('; ');
    }),
  );
  return { recorder: cookies[0] ?? '', reviewer: cookies[1] ?? '' };
}
