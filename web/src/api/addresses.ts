/**
 * Method and path of every address of the contract, without its shapes: the server checks those, and
 * the types have them already. The build runs this module and ships what it makes (`vite.config.ts`),
 * so a page loads neither the shapes nor what checks them.
 */

import { contract } from '@oneneedle/contract';
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';

/** `ledger.post` → `POST /towns/{town}/…`. */
export const addresses: Readonly<Record<string, string>> = Object.fromEntries(listed(contract, []));

function listed(router: AnyContractRouter, names: readonly string[]): [string, string][] {
  if (isContractProcedure(router)) {
    const { method, path, inputStructure, outputStructure } = router['~orpc'].route;
    const isPlain = inputStructure === undefined && outputStructure === undefined;
    // The link of the pages writes requests of the one plain kind that the contract has.
    if (!isPlain) throw new Error(`${names.join('.')} is written in a way that pages do not know`);
    return [[names.join('.'), `${method} ${path}`]];
  }
  return Object.entries(router).flatMap(([name, part]) => listed(part, [...names, name]));
}
