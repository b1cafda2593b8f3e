import type { BenefitsDependencies } from './dependencies.ts';
import { approveValue } from './operations/approve-value.ts';
import { assessPeople } from './operations/assess-people.ts';
import { attestFact } from './operations/attest-fact.ts';
import { enterValue } from './operations/enter-value.ts';
import { explainEligibility } from './operations/explain-eligibility.ts';
import { findEligible } from './operations/find-eligible.ts';
import { findPeople } from './operations/find-people.ts';
import { forecastEligibility } from './operations/forecast-eligibility.ts';
import { listFactKinds } from './operations/list-fact-kinds.ts';
import { listFacts } from './operations/list-facts.ts';
import { listFactsOfPerson } from './operations/list-facts-of-person.ts';
import { listProgrammes } from './operations/list-programmes.ts';
import { listValues } from './operations/list-values.ts';
import { readProgramme } from './operations/read-programme.ts';
import { screenFamily } from './operations/screen-family.ts';
import { takeSnapshot } from './operations/take-snapshot.ts';
import { tryRules } from './operations/try-rules.ts';
import { withdrawFact } from './operations/withdraw-fact.ts';

/** Who is entitled to what: rules, facts, assessment. */
export const assessmentOperations = (dependencies: BenefitsDependencies) => [
  takeSnapshot(dependencies),
  listFacts,
  listFactKinds,
  findPeople(dependencies),
  listFactsOfPerson(dependencies),
  attestFact(dependencies),
  withdrawFact(dependencies),
  listProgrammes(dependencies),
  readProgramme(dependencies),
  enterValue(dependencies),
  approveValue,
  listValues,
  assessPeople(dependencies),
  explainEligibility(dependencies),
  forecastEligibility(dependencies),
  findEligible(dependencies),
  tryRules(dependencies),
  screenFamily(dependencies),
];
