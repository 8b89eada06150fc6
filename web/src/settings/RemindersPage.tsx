/** What reminds me outside of the page: my calendar, and one e-mail a workday. */

import { Page, useOwnRoles } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { reminderWords } from '../words/reminders.ts';
import { CalendarFeed } from './CalendarFeed.tsx';
import { DailyMail } from './DailyMail.tsx';
import { RobotPart } from './RobotPart.tsx';
import { SettingsNav } from './SettingsNav.tsx';

export function RemindersPage() {
  const w = useWords(reminderWords);
  const isKeeper = useOwnRoles()?.includes('administrator');
  return (
    <Page title={w.reminders} state={w.state}>
      <SettingsNav />
      <section className="settings-part">
        <h2>{w.calendar}</h2>
        <p className="prose soft">{w.calendarHint}</p>
        <CalendarFeed />
      </section>
      <section className="settings-part">
        <h2>{w.mail}</h2>
        <p className="prose soft">{w.mailHint}</p>
        <DailyMail />
      </section>
      {isKeeper && <RobotPart />}
    </Page>
  );
}
