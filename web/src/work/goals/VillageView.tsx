/** The year's list of one village, printable on one A4 page. */

import { useFormat } from '../../format/index.ts';
import { Field } from '../../forms/index.ts';
import { Button, useAddress } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalWords } from '../../words/goals.ts';
import { GoalLight } from './GoalLight.tsx';
import type { Goal, GoalList } from './replies.ts';
import { useShareText } from './use-goals.ts';

interface VillageViewProps {
  list: GoalList;
  onOpen(id: string): void;
}

export function VillageView({ list, onOpen }: VillageViewProps) {
  const w = useWords(goalWords);
  const { search, change } = useAddress();
  const chosen = list.villages.find(({ code }) => code === search.of) ?? list.villages[0];
  const rows = list.rows.filter(({ village }) => village && village.code === chosen?.code);
  return (
    <div className="goal-village">
      {list.villages.length > 1 && (
        <div className="no-print">
          <Field label={w.chooseVillage}>
            {(parts) => (
              <select
                {...parts}
                value={chosen?.code ?? ''}
                onChange={({ target }) => change({ of: target.value })}
              >
                {list.villages.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      {chosen && (
        <>
          <h2>{w.villageList(chosen.name, list.year)}</h2>
          {rows.length === 0 ? (
            <p>{w.villageNone}</p>
          ) : (
            <>
              <p className="soft">
                {w.villageListSays(rows.length)} <span className="no-print">{w.printHint}</span>
              </p>
              <ol>
                {rows.map((goal) => (
                  <Task key={goal.id} goal={goal} onOpen={onOpen} />
                ))}
              </ol>
            </>
          )}
        </>
      )}
    </div>
  );
}

/** A task: what, how much of how much, until when, whom to ask. */
function Task({ goal, onOpen }: { goal: Goal; onOpen(id: string): void }) {
  const w = useWords(goalWords);
  const format = useFormat();
  const shareText = useShareText();
  const { target, unit = '', current, dueOn, moves, leadUnit, accountable, light } = goal;
  const isRead = current !== undefined;
  return (
    <li>
      <p className="goal-task">
        <Button kind="link" onClick={() => onOpen(goal.id)}>
          {goal.title}
        </Button>
        <GoalLight state={light.state} />
      </p>
      <p>
        {target !== undefined && `${w.target} ${target}${unit}${w.separator}`}
        {isRead ? `${w.current} ${current}${unit}（${shareText(goal.share)}）` : w.notRead}
        {dueOn !== undefined && `${w.separator}${w.due} ${format.day(dueOn)}`}
        {moves > 0 && `（${w.movedTimes(moves)}）`}
      </p>
      <p className="soft">
        {[
          leadUnit && `${w.contact} ${leadUnit.name}`,
          accountable && `${w.accountable} ${accountable.name}`,
        ]
          .filter(Boolean)
          .join(w.separator)}
      </p>
    </li>
  );
}
