/** Campaigns: a goal, a list of numbered spots, a term, an owner; they end by themselves. */

import { z } from 'zod';
import { inTown, isoDate, prose, queryFlag, sha256, townInput, uuid } from './address.ts';
import {
  campaignPage,
  campaignRow,
  campaignWritten,
  newCampaign,
  newSpot,
  spotDeedWords,
  spotPage,
  spotWritten,
} from './campaign-shapes.ts';
import { listPreview } from './demand-shapes.ts';
import { named } from './item-shapes.ts';

const ofCampaign = { id: uuid };
const ofSpot = { id: uuid, spot: uuid };
const file = z.file();
/** What may not stand in the audit as it is: sentences of people. */
const personal = ['note', 'reason', 'goal', 'place'] as const;
/** The version that was seen, and why it is put right. */
const seen = { version: z.int().min(1), reason: prose.min(2) };

export const campaigns = {
  list: inTown('GET', '/campaigns', { summary: 'Campaigns that the asker may read, latest first.' })
    .input(townInput({}))
    .output(z.strictObject({ rows: z.array(campaignRow), mayMake: z.boolean() })),
  options: inTown('GET', '/campaigns/options', {
    summary: 'What making a campaign needs: offices of the asker, persons, villages, usual stages.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        /** Offices for which the asker may begin one. */
        offices: z.array(named),
        /** Every office: a spot may be handed on to any. */
        stations: z.array(named),
        persons: z.array(named),
        villages: z.array(named),
        stages: z.array(z.string()),
      }),
    ),
  make: inTown('POST', '/campaigns', {
    summary: 'Begins a campaign.',
    creates: true,
    personal,
  })
    .input(townInput(newCampaign))
    .output(campaignPage),
  one: inTown('GET', '/campaigns/{id}', {
    summary: 'One campaign: its figures by village and stage, and the spots they count.',
  })
    .input(townInput(ofCampaign))
    .output(campaignPage),

  correct: inTown('POST', '/campaigns/{id}/corrections', {
    summary:
      'Puts name, goal, paper, owner or villages of a campaign right while it runs; what stood is kept.',
    creates: true,
    personal,
  })
    .input(townInput({ ...ofCampaign, ...seen, ...campaignWritten }))
    .output(campaignPage),
  moveEnd: inTown('POST', '/campaigns/{id}/end-moves', {
    summary: 'Moves the last day of a campaign that runs: by a leader who is not its owner.',
    creates: true,
    personal,
  })
    .input(townInput({ ...ofCampaign, ...seen, to: isoDate }))
    .output(campaignPage),

  addSpot: inTown('POST', '/campaigns/{id}/spots', {
    summary: 'Puts a spot on the list; refused after the end.',
    creates: true,
    personal,
  })
    .input(townInput({ ...ofCampaign, ...newSpot }))
    .output(spotPage),
  spot: inTown('GET', '/campaigns/{id}/spots/{spot}', {
    summary: 'One spot: its evidence before and after, its course, what the asker may do.',
  })
    .input(townInput(ofSpot))
    .output(spotPage),
  act: inTown('POST', '/campaigns/{id}/spots/{spot}/deeds', {
    summary: 'Does one deed on a spot: moves it on, proves it, closes it, decides where it goes.',
    creates: true,
    personal,
  })
    .input(townInput({ ...ofSpot, version: z.int().min(1), ...spotDeedWords }))
    .output(spotPage),

  correctSpot: inTown('POST', '/campaigns/{id}/spots/{spot}/corrections', {
    summary: 'Puts the row of an open spot right while its campaign runs; what stood is kept.',
    creates: true,
    personal,
  })
    .input(townInput({ ...ofSpot, ...seen, ...spotWritten }))
    .output(spotPage),

  exportSpots: inTown('GET', '/campaigns/{id}/spots/export', {
    summary: 'The spots as a workbook, with the columns that the import reads.',
  })
    .input(townInput(ofCampaign))
    .output(z.file()),
  previewSpots: inTown('POST', '/campaigns/{id}/spots/imports/preview', {
    summary: 'What a file would change in the list of spots, and what is wrong in it.',
    reads: true,
  })
    .input(townInput({ ...ofCampaign, file }))
    .output(listPreview),
  markSpots: inTown('POST', '/campaigns/{id}/spots/imports/marked', {
    summary: 'The file with what is wrong written into its cells.',
    reads: true,
  })
    .input(townInput({ ...ofCampaign, file }))
    .output(z.file()),
  importSpots: inTown('POST', '/campaigns/{id}/spots/imports', {
    summary: 'Takes the good rows of a file over, as they were previewed.',
    creates: true,
  })
    .input(townInput({ ...ofCampaign, file, digest: sha256, goodOnly: queryFlag }))
    .output(z.strictObject({ added: z.int(), changed: z.int() })),
};
