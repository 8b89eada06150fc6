/** A workbook of goals: a known code is a change, another one a new goal. */

import { client } from '../../api/index.ts';
import { ListImport, useChangeColumns } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalFormWords } from '../../words/goal-forms.ts';
import type { GoalPreview } from './replies.ts';
import { useRefresh } from './use-goals.ts';

export function ImportForm({ year, onClose }: { year: number; onClose(): void }) {
  const f = useWords(goalFormWords);
  const town = useTown();
  return (
    <ListImport
      title={f.importTitle}
      says={f.importSays}
      list={{ town, year }}
      preview={client.goals.previewImport}
      mark={client.goals.markImport}
      take={client.goals.importGoals}
      lines={({ changes }: GoalPreview) =>
        changes.map(({ code, title, ...change }) => ({ ...change, label: `${code} ${title}` }))
      }
      columns={useChangeColumns()}
      told={({ added, changed, same }) => f.importCounts(added, changed, same)}
      extra={() => (
        <p>
          <a href={`/api/towns/${town}/goals/export?year=${year}`}>{f.importTemplate}</a>
        </p>
      )}
      refresh={useRefresh()}
      onClose={onClose}
    />
  );
}
