import { adoption } from './adoption.ts';
import { birth, newbornDeath, stillbirth } from './births.ts';
import { contactChange } from './contact.ts';
import { death } from './death.ts';
import type { AnyEventDefinition } from './definition.ts';
import { documentChange } from './document.ts';
import { enrolment, foundling } from './entries.ts';
import { guardianship } from './guardianship.ts';
import {
  headChange,
  householdFormation,
  householdJoining,
  householdMerger,
  householdSplit,
} from './households.ts';
import { hukouKindChange } from './hukou-kind.ts';
import { divorce, marriage } from './marriages.ts';
import { merger } from './merger.ts';
import { hukouTransfer, hukouTransferOut, move, moveOut } from './moves.ts';
import { nameChange } from './name-change.ts';

/** Every kind of event, in the order in which forms offer them. */
export const eventDefinitions: readonly AnyEventDefinition[] = [
  birth,
  newbornDeath,
  stillbirth,
  death,
  marriage,
  divorce,
  adoption,
  guardianship,
  move,
  moveOut,
  hukouTransfer,
  hukouTransferOut,
  hukouKindChange,
  nameChange,
  contactChange,
  documentChange,
  householdFormation,
  householdSplit,
  householdMerger,
  householdJoining,
  headChange,
  enrolment,
  foundling,
  merger,
];

/** What is recorded only after a second person has agreed: two records of one human become one. */
export const needsSecondPerson: ReadonlySet<string> = new Set([merger.key]);

export const findDefinition = (key: string): AnyEventDefinition | undefined =>
  eventDefinitions.find((one) => one.key === key);
