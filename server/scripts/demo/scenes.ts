/** What the drawn photos show: a village lane, and in it the thing that was found. */

import type { Chance } from './random.ts';

/** The field on which everything is drawn. */
export const width = 1200;
export const height = 860;

/** A place, with what the caption speaks of. */
export function sceneOf(caption: string, chance: Chance): string {
  const thing = things.find(([word]) => caption.includes(word))?.[1] ?? notice;
  return `${ground(chance)}${thing(chance)}`;
}

/** Sky, hills, houses and the lane; every village a little different. */
function ground(chance: Chance): string {
  const ridge = [0, 200, 400, 600, 800, 1000, 1200]
    .map((x) => `${x} ${chance.between(230, 330)}`)
    .join(' ');
  const houses = [90, 330, 860].map((x) => house(x + chance.between(-40, 40), chance)).join('');
  const lane = chance.between(420, 560);
  return `<rect width="1200" height="860" fill="#dfe8ea"/>
<polygon points="0 860 ${ridge} 1200 860" fill="#b7c8b2"/>
<rect y="420" width="1200" height="440" fill="#a9b98d"/>${houses}
<polygon points="${lane} 430 ${lane + 70} 430 ${lane + 480} 860 ${lane - 330} 860" fill="#cfc7b8"/>`;
}

function house(x: number, chance: Chance): string {
  const high = chance.between(90, 140);
  const top = 440 - high;
  const wall = chance.pick(['#f1ece1', '#e8dfd0', '#ded7cc']);
  return `<rect x="${x}" y="${top}" width="190" height="${high}" fill="${wall}"/>
<polygon points="${x - 16} ${top} ${x + 95} ${top - 56} ${x + 206} ${top}" fill="#6f6a66"/>
<rect x="${x + 76}" y="${440 - 66}" width="38" height="66" fill="#8d7458"/>
<rect x="${x + 24}" y="${top + 26}" width="34" height="30" fill="#8fa3ad"/>
<rect x="${x + 134}" y="${top + 26}" width="34" height="30" fill="#8fa3ad"/>`;
}

/** Bags and bottles by the lane. */
function heap(chance: Chance): string {
  const pieces = Array.from({ length: 46 }, () => {
    const x = chance.between(470, 740);
    const y = chance.between(585, 665);
    const colour = chance.pick(['#4b4f52', '#8a6d4f', '#c9c3b6', '#5a6f86', '#a4574c', '#e4e0d6']);
    const size = chance.between(14, 36);
    const turn = chance.between(0, 89);
    return `<rect x="${x}" y="${y}" width="${size}" height="${size - 6}" rx="5" fill="${colour}" transform="rotate(${turn} ${x} ${y})"/>`;
  });
  return `<ellipse cx="610" cy="662" rx="190" ry="38" fill="#7d7a63"/>${pieces.join('')}`;
}

/** The same lane swept, with the broom still there. */
function swept(): string {
  return `<ellipse cx="610" cy="655" rx="200" ry="40" fill="#d8d1c4"/>
<g stroke="#8d7458" stroke-width="9" stroke-linecap="round"><path d="M800 460 L760 640"/></g>
<polygon points="742 636 782 640 790 694 716 686" fill="#b79a5b"/>`;
}

/** A lamp that leans. */
function lamp(): string {
  return `<g transform="rotate(-9 640 660)"><rect x="632" y="330" width="14" height="330" fill="#596066"/>
<path d="M639 334 q60 -30 96 6" stroke="#596066" stroke-width="11" fill="none"/>
<ellipse cx="742" cy="346" rx="32" ry="13" fill="#3a3d40"/></g>
<ellipse cx="640" cy="662" rx="60" ry="14" fill="#8b8a70"/>`;
}

/** Flames on a field, and the smoke above. */
function fire(chance: Chance): string {
  const smoke = Array.from({ length: 9 }, (_, index) => {
    const x = 600 + chance.between(-30, 30) + index * 16;
    return `<circle cx="${x}" cy="${560 - index * 42}" r="${34 + index * 9}" fill="#8b8d8f" opacity="0.34"/>`;
  });
  const flames = [540, 580, 622, 664].map((x) => {
    const top = chance.between(540, 590);
    return `<path d="M${x} 660 q-26 -44 4 ${top - 660} q34 56 14 ${660 - top} z" fill="#d9782f"/>`;
  });
  return `${smoke.join('')}<ellipse cx="610" cy="664" rx="120" ry="20" fill="#4d4433"/>${flames.join('')}`;
}

/** Weeds where rice should stand; or the rows again. */
function weeds(chance: Chance): string {
  const blades = Array.from({ length: 120 }, () => {
    const x = chance.between(300, 900);
    const y = chance.between(540, 690);
    const bend = chance.between(-14, 14);
    return `M${x} ${y} q${bend} -26 ${bend * 2} -${chance.between(28, 60)}`;
  });
  return `<rect x="280" y="520" width="640" height="190" fill="#b3a878"/>
<path d="${blades.join(' ')}" stroke="#7c8448" stroke-width="4" fill="none"/>`;
}

function rows(): string {
  const lines = Array.from({ length: 12 }, (_, index) => {
    return `<path d="M${300 + index * 52} 705 L${400 + index * 34} 525" stroke="#4f8a3f" stroke-width="13" stroke-dasharray="16 10"/>`;
  });
  return `<rect x="280" y="515" width="640" height="195" fill="#8f7a55"/>${lines.join('')}`;
}

/** A door with its lock, and the board beside it. */
function door(): string {
  return `<rect x="400" y="300" width="400" height="360" fill="#efe9dc"/>
<rect x="380" y="270" width="440" height="38" fill="#a83a32"/>
<rect x="500" y="380" width="98" height="280" fill="#7d8791"/><rect x="602" y="380" width="98" height="280" fill="#7d8791"/>
<rect x="574" y="500" width="52" height="18" rx="8" fill="#2f3336"/><rect x="588" y="510" width="24" height="30" rx="4" fill="#b08d3c"/>
<rect x="424" y="400" width="52" height="150" fill="#f8f5ee" stroke="#a83a32" stroke-width="3"/>`;
}

/** A board with sheets on it. */
function notice(): string {
  const sheets = [370, 480, 590, 700].map(
    (x) =>
      `<rect x="${x}" y="410" width="88" height="120" fill="#fdfbf6"/><path d="M${x + 12} 436 h64 M${x + 12} 456 h64 M${x + 12} 476 h64 M${x + 12} 496 h40" stroke="#a9a59b" stroke-width="5"/>`,
  );
  return `<rect x="340" y="380" width="480" height="180" fill="#3f6a58"/><rect x="360" y="560" width="14" height="110" fill="#596066"/>
<rect x="786" y="560" width="14" height="110" fill="#596066"/>${sheets.join('')}`;
}

/** A warning sign with tape to both sides: whatever the hazard is, nobody should go near. */
function warning(): string {
  const stripes = Array.from({ length: 16 }, (_, index) => {
    return `<rect x="${372 + index * 30}" y="600" width="15" height="22" fill="#3a3d40"/>`;
  });
  return `<rect x="357" y="600" width="480" height="22" fill="#d9a62e"/>${stripes.join('')}
<rect x="350" y="580" width="12" height="110" fill="#596066"/><rect x="832" y="580" width="12" height="110" fill="#596066"/>
<rect x="592" y="500" width="12" height="190" fill="#596066"/>
<path d="M598 370 L680 512 H516 Z" fill="#d9a62e" stroke="#3a3d40" stroke-width="12" stroke-linejoin="round"/>
<path d="M598 420 V468" stroke="#3a3d40" stroke-width="14" stroke-linecap="round"/><circle cx="598" cy="492" r="8" fill="#3a3d40"/>`;
}

/** A scaffold on a shell. */
function scaffold(): string {
  const poles = [430, 520, 610, 700, 790].map((x) => `M${x} 300 V660`).join(' ');
  return `<rect x="450" y="330" width="320" height="330" fill="#cdbfae"/>
<path d="${poles} M410 380 H810 M410 470 H810 M410 560 H810" stroke="#7a6a52" stroke-width="9"/>
<rect x="490" y="400" width="60" height="52" fill="#8fa3ad"/><rect x="650" y="400" width="60" height="52" fill="#8fa3ad"/>`;
}

const things: readonly (readonly [string, (chance: Chance) => string])[] = [
  ['垃圾积存', heap],
  ['逾期未整改', heap],
  ['整改后', swept],
  ['公共设施', lamp],
  ['焚烧', fire],
  ['用火', fire],
  ['已复耕', rows],
  ['撂荒地', weeds],
  ['关门', door],
  ['隐患', warning],
  ['项目', scaffold],
];
