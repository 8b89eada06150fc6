/** The figures of a campaign, village by stage; each opens the spots that it counts. */

import { moneyText } from '../../format/index.ts';
import { Button, useAddress } from '../../shell/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import type { CampaignData, VillageFigures } from './replies.ts';
import { amountText } from './use-campaigns.ts';

export function CampaignFigures({ data }: { data: CampaignData }) {
  const w = useWords(campaignWords);
  const { figures, campaign } = data;
  const shown = figures.villages.filter(({ spots }) => spots > 0);
  if (shown.length === 0) return null;
  const last = [w.closed, w.open, w.handed, w.left, w.amount, `${w.income}（${w.yuan}）`];
  return (
    <section className="print-wide">
      <h2>{w.figures}</h2>
      <p className="soft no-print">{w.figuresWhy}</p>
      <div className="campaign-box">
        <table className="campaign-table">
          <thead>
            <tr>
              <th scope="col">{w.village}</th>
              <th scope="col" className="figure">
                {w.spots}
              </th>
              {campaign.stages.map((stage) => (
                <th key={stage} scope="col" className="figure">
                  {stage}
                </th>
              ))}
              {last.map((title) => (
                <th key={title} scope="col" className="figure">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.village.code}>
                <th scope="row">{row.village.name}</th>
                <Cells row={row} stages={campaign.stages} village={row.village.name} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{w.all}</th>
              <Cells
                row={{ ...figures.total, stages: figures.stages }}
                stages={campaign.stages}
                village=""
              />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

interface CellsProps {
  row: Omit<VillageFigures, 'village'>;
  stages: readonly string[];
  /** '' for the line of sums. */
  village: string;
}

function Cells({ row, stages, village }: CellsProps) {
  const w = useWords(campaignWords);
  const counts = [
    { text: row.closed, is: { state: w.closed } },
    { text: row.open, is: { state: w.open } },
    { text: row.handed, is: { state: w.handed } },
    { text: row.left, is: { state: w.left } },
  ];
  return (
    <>
      <Count count={row.spots} is={{ village }} />
      {stages.map((stage, index) => (
        <Count key={stage} count={row.stages[index]?.spots ?? 0} is={{ village, stage }} />
      ))}
      {counts.map(({ text, is }) => (
        <Count key={is.state} count={text} is={{ village, ...is }} />
      ))}
      <td className="figure">{amountText(row.amounts)}</td>
      <td className="figure">{row.incomeFen === 0 ? '' : moneyText(row.incomeFen)}</td>
    </>
  );
}

/** A count that narrows the list below to the spots it counts. */
function Count({ count, is }: { count: number; is: Readonly<Record<string, string>> }) {
  const { change } = useAddress();
  const narrow = () => {
    const all = { village: '', stage: '', state: '', ...is };
    change(
      Object.fromEntries(
        Object.entries(all).map(([id, value]) => [`is.${id}`, value || undefined]),
      ),
      'push',
    );
    document.getElementById('campaign-spots')?.scrollIntoView();
  };
  return (
    <td className="figure">
      {count === 0 ? (
        ''
      ) : (
        <Button kind="link" onClick={narrow}>
          {count}
        </Button>
      )}
    </td>
  );
}
