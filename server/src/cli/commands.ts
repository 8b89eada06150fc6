/** All commands, in the order in which the help names them. */

import { accountResetCommand } from './account-reset.ts';
import { assessCommand } from './assess.ts';
import { backupCommand } from './backup.ts';
import type { Command } from './command.ts';
import { compareCommand } from './compare.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { ledgerVerifyCommand } from './ledger-verify.ts';
import { restoreCommand } from './restore.ts';
import { schemeCheckCommand } from './scheme-check.ts';
import { schemeImportCommand } from './scheme-import.ts';
import { schemeRenderCommand } from './scheme-render.ts';
import { sealCommand } from './seal.ts';
import { templateCommand } from './template.ts';
import { verifyCommand } from './verify.ts';

export const commands: readonly Command[] = [
  assessCommand,
  explainCommand,
  compareCommand,
  verifyCommand,
  sealCommand,
  templateCommand,
  exportCommand,
  ledgerVerifyCommand,
  schemeCheckCommand,
  schemeRenderCommand,
  schemeImportCommand,
  backupCommand,
  restoreCommand,
  accountResetCommand,
];
