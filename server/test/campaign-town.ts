/** A town with a campaign of 城建办 in two villages, for the tests of campaigns. */

import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { passDay } from '../src/work/index.ts';
import { sendEvidence } from './evidence-kit.ts';
import { type ItemTown, itemTown } from './item-town.ts';
import type { Answer, Kit } from './kit/rooms.ts';

/** A campaign that nothing is wrong with; it runs on the day at which the tests stand. */
export const soundCampaign = {
  name: '公共空间治理',
  goal: '清出的公共空间登记、收回、利用、管住。',
  goalQuantity: '4',
  goalUnit: '处',
  source: '青政办〔2026〕11号',
  owner: 'P-zhou',
  office: '城建办',
  villages: ['东溪村', '河口村'],
  from: '2026-03-01',
  to: '2026-04-30',
};

export const soundSpot = {
  number: '1',
  village: '东溪村',
  place: '村口老晒场',
  kind: '占用集体空地',
  quantity: '0.35',
  unit: '亩',
  foundOn: '2026-03-12',
};

/** What the tests of campaigns need. */
export interface CampaignTown {
  readonly items: ItemTown;
  readonly path: string;
  who(name: string): ReturnType<ItemTown['who']>;
  /** Begins the campaign. @returns its id */
  campaign(words?: object): Promise<string>;
  /** Puts a spot on its list. @returns its id */
  spot(campaign: string, words?: object): Promise<string>;
  act(name: string, at: SpotAt, deed: string, words?: object): Promise<Answer>;
  /** Does deeds one after the other; each must succeed. */
  course(at: SpotAt, ...deeds: readonly [string, string, object?][]): Promise<void>;
  /** A file that somebody sent. @returns its id */
  photo(name: string): Promise<string>;
  /** The clock passes this instant, and the job of the day runs. */
  pass(instant: string): Promise<void>;
  refused(code: string, ask: () => Promise<Answer>): Promise<Answer>;
}

export interface SpotAt {
  readonly id: string;
  readonly spot: string;
}

/** Founds the town. */
export async function campaignTown(kit: Kit, code: string): Promise<CampaignTown> {
  const items = await itemTown(kit, code);
  const { who, tenant } = items;
  const path = `/api/towns/${code}/campaigns`;
  const state = () =>
    kit.inside(tenant, async (db) =>
      JSON.stringify([
        await db.selectFrom('campaign').selectAll().orderBy('id').execute(),
        await db.selectFrom('campaign_spot').selectAll().orderBy('id').execute(),
        await db.selectFrom('spot_deed').selectAll().orderBy('id').execute(),
        await db.selectFrom('work_item').selectAll().orderBy('id').execute(),
        await db.selectFrom('evidence_use').selectAll().orderBy('evidence_id').execute(),
        await db.selectFrom('desk_line').selectAll().orderBy('id').execute(),
        await db.selectFrom('audit').select('id').orderBy('id').execute(),
      ]),
    );
  const act: CampaignTown['act'] = async (name, { id, spot }, deed, words = {}) => {
    const row = await kit.inside(tenant, (db) =>
      db.selectFrom('campaign_spot').select('version').where('id', '=', spot).executeTakeFirst(),
    );
    const version = row?.version ?? 1;
    return who(name).post(`${path}/${id}/spots/${spot}/deeds`, { deed, version, ...words });
  };
  return {
    items,
    path,
    who,
    act,
    campaign: async (words = {}) => {
      const answer = await who('zhou').post(path, { ...soundCampaign, ...words });
      expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
      return answer.body.campaign.id;
    },
    spot: async (campaign, words = {}) => {
      const answer = await who('zhou').post(`${path}/${campaign}/spots`, {
        ...soundSpot,
        ...words,
      });
      expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
      return answer.body.spot.id;
    },
    course: async (at, ...deeds) => {
      for (const [name, deed, words] of deeds) {
        const answer = await act(name, at, deed, words);
        expect([deed, answer.status, answer.body.detail ?? '']).toEqual([deed, 200, '']);
      }
    },
    photo: async (name) => {
      const bytes = Buffer.from(`照片 ${randomUUID()}`);
      const { body } = await sendEvidence(who(name), { town: code, name: '整治.txt', bytes });
      return body.evidence.id;
    },
    pass: async (now) => {
      kit.setNow(now);
      await kit.inside(tenant, (db) => passDay({ db, tenant: { id: tenant }, now }));
    },
    refused: async (problem, ask) => {
      const before = await state();
      const answer = await ask();
      expect(answer.body.code).toBe(problem);
      expect(await state()).toBe(before);
      return answer;
    },
  };
}
