/** Binds the addresses of objections; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../../platform/index.ts';
import { answerObjection, numberAnswer } from './answering.ts';
import { decideObjection } from './deciding.ts';
import {
  acknowledgeObjection,
  assignObjection,
  giveBackObjection,
  withdrawObjection,
} from './deeds.ts';
import { objectionPaper } from './paper.ts';
import { listObjections, readObjection } from './reading.ts';
import { readMatter, receiveObjection } from './receiving.ts';
import { objectionStatistics } from './statistics.ts';

export function objectionsRoutes(gate: Gate) {
  const os = implement(contract.objections).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context, input }) => listObjections(context, input)),
    matter: os.matter.handler(({ context, input }) => readMatter(context, input)),
    receive: os.receive.handler(({ context, input }) => receiveObjection(context, input)),
    one: os.one.handler(({ context, input }) => readObjection(context, input)),
    acknowledge: os.acknowledge.handler(({ context, input }) =>
      acknowledgeObjection(context, input),
    ),
    assign: os.assign.handler(({ context, input }) => assignObjection(context, input)),
    giveBack: os.giveBack.handler(({ context, input }) => giveBackObjection(context, input)),
    decide: os.decide.handler(({ context, input }) => decideObjection(context, input)),
    answer: os.answer.handler(({ context, input }) => answerObjection(context, input)),
    makeDocument: os.makeDocument.handler(({ context, input }) => numberAnswer(context, input)),
    withdraw: os.withdraw.handler(({ context, input }) => withdrawObjection(context, input)),
    paper: os.paper.handler(({ context, input }) => objectionPaper(context, input)),
    statistics: os.statistics.handler(({ context, input }) => objectionStatistics(context, input)),
  };
}
