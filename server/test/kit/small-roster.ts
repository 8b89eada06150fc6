/** A roster of a few units and people for tests of accounts: opaque codes, names one remembers. */

import { readRoster } from '@oneneedle/kernel';
import { putRoster } from '../../src/org/index.ts';
import type { Kit } from './rooms.ts';

/** P-0001 周砚 of 城建办, P-0002 林槿 of 党建办, P-0003 邓楷, resident cadre of 东溪村 in 2026. */
const { roster } = readRoster(`
units:
  - { code: 青禾镇, name: 青禾镇, type: town }
  - { code: 城建办, name: 城建办, type: station, parent: 青禾镇 }
  - { code: 党建办, name: 党建办, type: station, parent: 青禾镇 }
  - { code: 东溪村, name: 东溪村, type: village, parent: 青禾镇 }
  - { code: 西岗村, name: 西岗村, type: village, parent: 青禾镇 }
persons:
  - { code: P-0001, name: 周砚, class: 公务员 }
  - { code: P-0002, name: 林槿, class: 公务员 }
  - { code: P-0003, name: 邓楷, class: 公务员 }
posts:
  - { person: P-0001, unit: 城建办, role: 主任, from: 2025-01-01 }
  - { person: P-0002, unit: 党建办, role: 主任, from: 2025-01-01 }
pairings:
  - { kind: 包村干部, person: P-0003, unit: 东溪村, from: 2026-01-01, to: 2026-12-31 }
`);

/** Puts the roster into a town. */
export async function putSmallRoster(kit: Kit, tenantId: string): Promise<void> {
  await kit.inside(tenantId, (db) => putRoster(db, tenantId, roster));
}
