import type { Service } from '../../src/language/index.ts';
import { benefitServices } from './benefit-application.ts';
import { birthRegistration } from './birth-registration.ts';
import { disabilityAppraisal } from './disability-appraisal.ts';
import { documentFiling } from './document-filing.ts';
import { fieldWorkServices } from './field-work.ts';
import { healthServices } from './health-services.ts';
import { informationDisclosure } from './information-disclosure.ts';
import { newbornBundle } from './newborn-bundle.ts';
import { petition } from './petition.ts';
import { selfGovernance } from './self-governance.ts';
import { voiceServices } from './voice.ts';

/** Everything that somebody can ask for. */
export const services: readonly Service[] = [
  birthRegistration,
  newbornBundle,
  ...benefitServices,
  ...voiceServices,
  petition,
  informationDisclosure,
  ...healthServices,
  disabilityAppraisal,
  documentFiling,
  ...fieldWorkServices,
  selfGovernance,
];
