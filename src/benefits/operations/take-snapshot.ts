import { z } from 'zod';
import { areaLevel, dateInput, text } from '../../language/index.ts';
import { defineProcess, failure, takeSnapshot as seal } from '../../platform/index.ts';
import type { BenefitsDependencies } from '../dependencies.ts';
import { benefitFactView } from '../fact-view.ts';

const onlyPart = () =>
  failure(
    'forbidden',
    text('待遇快照须覆盖全市。', 'A benefits snapshot covers the whole city.'),
    text('请由市级人员办理。', 'Have somebody of the city take it.'),
  );

const inFuture = (at: string) =>
  failure(
    'invalid_input',
    text(`${at} 在今天之后。`, `${at} lies in the future.`),
    text('请填写今天或更早的日期。', 'Give today or an earlier day.'),
  );

/** Seals the benefits compartment: one row a person, ids under a key that can be destroyed, no declarations. */
export const takeSnapshot = ({ database, snapshotFolder: folder, today }: BenefitsDependencies) =>
  defineProcess({
    name: 'benefits/take-snapshot',
    kind: 'process',
    summary: text('封存待遇快照', 'Seal a benefits snapshot'),
    permission: 'benefits:snapshot',
    input: z.object({ at: dateInput.optional() }),
    output: z.object({
      id: z.uuid(),
      at: z.string(),
      sealedAt: z.string(),
      sha256: z.string(),
      rows: z.record(z.string(), z.number()),
    }),
    handle: async (context, { at = today() }) => {
      if (areaLevel(context.actor.area) !== 'city') throw onlyPart();
      if (at > today()) throw inFuture(at);
      const plan = { database, folder, compartment: 'benefits', views: [benefitFactView], at } as const;
      const { id, sealedAt, sha256, rows } = await seal(context, plan);
      return { id, at, sealedAt, sha256, rows: { ...rows } };
    },
  });
