/** What the addresses of inspection answer, as types of the pages. */

import type { client } from '../api/index.ts';

type Reply<Call extends (...input: never[]) => unknown> = Awaited<ReturnType<Call>>;

export type CountingData = Reply<typeof client.counting.round>;
export type FieldVisit = Reply<typeof client.sheets.work>['visits'][number];
export type FindingRow = Reply<typeof client.findings.list>['rows'][number];
export type FindingData = Reply<typeof client.findings.one>;
export type ResultRow = Reply<typeof client.results.told>['rows'][number];
export type ResultData = Reply<typeof client.results.sheet>;
export type ResultSheet = ResultData['sheet'];
export type RoundResults = Reply<typeof client.results.round>;
export type RoundPageData = Reply<typeof client.rounds.one>;
export type RoundRow = Reply<typeof client.rounds.list>['rows'][number];
export type RoundVisit = RoundPageData['visits'][number];
export type RoundDraw = RoundPageData['draws'][number];
export type VisitCalendar = Reply<typeof client.rounds.calendar>;
export type TemplatePageData = Reply<typeof client.templates.one>;
export type TemplateRow = Reply<typeof client.templates.list>['rows'][number];
export type TemplateOptions = Reply<typeof client.templates.options>;
export type ReviewData = Reply<typeof client.review.meeting>;
export type ReviewRow = ReviewData['rows'][number];
export type BoardsData = Reply<typeof client.review.boards>;
