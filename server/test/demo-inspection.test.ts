/** What the demonstration says of its inspections: it fits the check sheet, and every photo is of something. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsIn, isWrong, missingIn, readRoster } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { demoDrawing } from '../scripts/demo/photo.ts';
import {
  answersOf,
  marksOf,
  photosIn,
  readInspectionFile,
  withoutWrong,
} from '../src/demonstration-inspection-file.ts';
import { readyTemplates } from '../src/inspection/index.ts';

const read = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../schemes/qinghe-town', name), 'utf8');
const file = readInspectionFile(read('inspection.yaml'));
if (!file) throw new Error('no inspection.yaml');
const { roster } = readRoster(read('roster.yaml'));
const linesOf = (wanted: string) =>
  readyTemplates().find(({ code }) => code === wanted)?.lines ?? [];
const lines = linesOf('environment');
const visits = file.rounds.flatMap((round) => round.visits.map((visit) => ({ round, visit })));

describe('what was seen on a visit', () => {
  it.each(visits.map((one) => [`${one.round.period} ${one.visit.village}`, one] as const))(
    'of %s is an answer to every line',
    (_, { round, visit }) => {
      const answers = answersOf(lines, round, visit);
      expect(faultsIn(lines, answers)).toEqual([]);
      const left = missingIn(lines, { answers, photos: [] });
      expect(left.filter(({ what }) => what !== 'photo')).toEqual([]);
      const wrong = lines.filter((line) => {
        const answer = answers[line.code];
        return answer !== undefined && isWrong(line, answer);
      });
      expect(wrong.map(({ code }) => code).sort()).toEqual(Object.keys(visit.wrong).sort());
      const settled = withoutWrong(lines, answers, visit.answer?.settled?.drop ?? []);
      expect(faultsIn(lines, settled)).toEqual([]);
    },
  );

  it('has places, photos and re-checks that belong together', () => {
    for (const { visit } of visits) {
      const places = Object.values(visit.wrong).flatMap(({ at, note }) =>
        at.length > 0 ? at : [note],
      );
      for (const { at, line } of visit.photos) expect(visit.wrong[line]?.at).toContain(at);
      for (const { at, on, again } of visit.done) {
        expect(places).toContain(at);
        expect((again ?? on) >= on && on > visit.on, at).toBe(true);
      }
      expect(roster.units.map(({ code }) => code)).toContain(visit.village);
    }
  });

  it('leaves one matter overdue, and one place to be found twice', () => {
    const open = visits.flatMap(({ round, visit }) =>
      round.period === '2026-10' && visit.rectify !== undefined
        ? Object.values(visit.wrong)
            .flatMap(({ at }) => at)
            .filter((at) => !visit.done.some((one) => one.at === at))
        : [],
    );
    expect(open).toEqual(['下屋组猪栏后沟']);
    const ofEast = visits.filter(({ visit }) => visit.village === '东溪村');
    expect(ofEast.map(({ visit }) => visit.wrong.bins?.at)).toEqual([
      ['塘边组垃圾收集点'],
      ['塘边组垃圾收集点'],
    ]);
  });
});

it('marks hamlets of the roster by as many marks as the check sheet asks for', () => {
  const asked = linesOf('hamlet').filter(({ asks }) => asks === 'mark');
  for (const { hamlet, marks } of file.hamlets.visits) {
    expect(roster.units.find(({ code }) => code === hamlet)?.type).toBe('hamlet');
    expect(marks).toHaveLength(2);
    for (const one of marks) {
      expect(one).toHaveLength(asked.length);
      expect(faultsIn(linesOf('hamlet'), marksOf(linesOf('hamlet'), one))).toEqual([]);
    }
  }
});

it('draws each photo once, and none that says nothing of itself', () => {
  const photos = photosIn(file);
  expect(new Set(photos.map(({ id }) => id)).size).toBe(photos.length);
  expect(photos.length).toBeGreaterThan(10);
  for (const photo of photos) expect(demoDrawing(photo)).toContain(photo.place);
  expect(read('inspection.yaml')).toContain('演示数据');
});

it('is nothing where a township has none, and a fault where it cannot be read', () => {
  expect(readInspectionFile('')).toBeUndefined();
  expect(() => readInspectionFile('rounds: 3')).toThrow('inspection.yaml');
});
