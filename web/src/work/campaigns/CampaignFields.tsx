/** What is written of a campaign when it is begun and when it is put right. */

import { Choice } from '../../forms/index.ts';
import { Button } from '../../shell/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import { Line, optionsOf } from '../WorkFields.tsx';
import { useCampaignOptions } from './use-campaigns.ts';

export interface CampaignDraft {
  readonly name: string;
  readonly goal: string;
  readonly goalQuantity: string;
  readonly goalUnit: string;
  readonly source: string;
  readonly owner: string;
  readonly villages: readonly string[];
}

export const noCampaign: CampaignDraft = {
  name: '',
  goal: '',
  goalQuantity: '',
  goalUnit: '',
  source: '',
  owner: '',
  villages: [],
};

/** What is sent of it; undefined while something is missing. */
export function campaignTextOf({ goalQuantity, villages, ...words }: CampaignDraft) {
  const needed = [words.name, words.goal, words.source, words.owner];
  if (needed.some((text) => text.trim() === '') || villages.length === 0) return undefined;
  const quantity = goalQuantity.trim();
  return { ...words, villages: [...villages], ...(quantity ? { goalQuantity: quantity } : {}) };
}

interface CampaignFieldsProps {
  draft: CampaignDraft;
  set(change: Partial<CampaignDraft>): void;
}

/** Name, goal and the paper. */
export function CampaignText({ draft, set }: CampaignFieldsProps) {
  const w = useWords(campaignWords);
  const { goalQuantity, goalUnit } = draft;
  return (
    <>
      <Line label={w.name} value={draft.name} onChange={(name) => set({ name })} required />
      <Line label={w.goal} value={draft.goal} onChange={(goal) => set({ goal })} required />
      <div className="campaign-pair">
        <Line
          label={w.goalQuantity}
          value={goalQuantity}
          onChange={(text) => set({ goalQuantity: text })}
        />
        <Line label={w.goalUnit} value={goalUnit} onChange={(unit) => set({ goalUnit: unit })} />
      </div>
      <Line
        label={w.source}
        hint={w.sourceHint}
        value={draft.source}
        onChange={(source) => set({ source })}
        required
      />
    </>
  );
}

/** Who answers for it. */
export function CampaignOwner({ draft, set }: CampaignFieldsProps) {
  const w = useWords(campaignWords);
  const { data } = useCampaignOptions();
  return (
    <Choice
      label={w.owner}
      options={optionsOf(data?.persons)}
      value={draft.owner}
      onChange={(owner) => set({ owner })}
      required
    />
  );
}

/** The villages that it is about. */
export function CampaignVillages({ draft: { villages }, set }: CampaignFieldsProps) {
  const w = useWords(campaignWords);
  const d = useWords(demandWords);
  const options = useCampaignOptions().data?.villages ?? [];
  const choose = (codes: readonly string[]) => set({ villages: codes });
  return (
    <fieldset className="campaign-villages">
      <legend>{w.villages} *</legend>
      <p className="soft">
        {d.chosen(villages.length, options.length)}{' '}
        <Button onClick={() => choose(options.map(({ code }) => code))}>{d.allVillages}</Button>{' '}
        <Button onClick={() => choose([])}>{d.noVillages}</Button>
      </p>
      <div className="campaign-ticks">
        {options.map(({ code, name }) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={villages.includes(code)}
              onChange={({ target }) =>
                choose(
                  target.checked ? [...villages, code] : villages.filter((other) => other !== code),
                )
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
