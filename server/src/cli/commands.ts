/** All commands, in the order in which the help names them. */

import { assessCommand } from './assess.ts';
import type { Command } from './command.ts';
import { explainCommand } from './explain.ts';
import { schemeCheckCommand } from './scheme-check.ts';

export const commands: readonly Command[] = [assessCommand, explainCommand, schemeCheckCommand];
