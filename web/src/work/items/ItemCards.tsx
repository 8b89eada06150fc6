/** What a village reads on its telephone: what, until when, who wants it; no table to load. */

import { useFormat } from '../../format/index.ts';
import { Button, Empty, Light } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemWords } from '../../words/items.ts';
import type { Item } from './replies.ts';

interface ItemCardsProps {
  rows: readonly Item[];
  onOpen(item: Item): void;
}

export function ItemCards({ rows, onOpen }: ItemCardsProps) {
  const w = useWords(itemWords);
  const format = useFormat();
  if (rows.length === 0) return <Empty what={w.nothing} why={w.nothingForVillage} />;
  return (
    <ul className="item-cards" aria-label={w.label}>
      {rows.map((item) => (
        <li key={item.id}>
          <Button kind="link" onClick={() => onOpen(item)}>
            {item.title}
          </Button>
          <p>
            <Light state={item.light.state} reason={item.light.why} />
          </p>
          <p className="soft">
            {[item.lead?.name, item.dueOn && format.day(item.dueOn)].filter(Boolean).join('　')}
          </p>
        </li>
      ))}
    </ul>
  );
}
