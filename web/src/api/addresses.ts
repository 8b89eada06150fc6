/**
 * Method and path of every address of the contract, without its shapes: the server checks those, and
 * the types have them already. The build runs this module and ships what it makes (`vite.config.ts`),
 * so a page loads neither the shapes nor what checks them.
 */

import { contract } from '@oneneedle/contract';
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';

/** The contract as the client needs it. */
export const addresses = withoutShapes(contract);

function withoutShapes(router: AnyContractRouter): AnyContractRouter {
  if (isContractProcedure(router)) {
    const { method, path } = router['~orpc'].route;
    return { '~orpc': { errorMap: {}, meta: {}, route: { method, path } } };
  }
  const entries = Object.entries(router);
  return Object.fromEntries(entries.map(([name, part]) => [name, withoutShapes(part)]));
}
