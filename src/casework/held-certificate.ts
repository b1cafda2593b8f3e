import { z } from 'zod';
import { textPair } from '../language/index.ts';
import type { CaseworkDependencies } from './dependencies.ts';
import { openAnswers } from './keep-answers.ts';
import type { OpenCase } from './open-case.ts';

/** A certificate as its holder has it: what it shows, names in full, and the code by which anybody verifies it. */
export const heldCertificateOutput = z.object({
  number: z.string(),
  code: z.string(),
  issuedOn: z.string(),
  title: textPair,
  states: textPair,
  validFor: textPair,
  shown: z.array(z.object({ label: textPair, answer: z.string(), choice: textPair.nullable() })),
});

interface Issued {
  readonly certificate_number: string;
  readonly issued_on: string;
}

/** What the certificate of a case says to its applicant; null while there is none. */
export function heldCertificate(
  { vault }: CaseworkDependencies,
  { row, service }: OpenCase,
  issued: Issued | undefined,
) {
  const { certificate, questions } = service;
  if (!issued || !certificate) return null;
  const answers = openAnswers({ vault, place: `case ${row.case_id}` }, row.answers);
  const { title, states, validFor, shows } = certificate;
  const number = issued.certificate_number;
  return {
    number,
    code: vault.certificateCode(number),
    issuedOn: issued.issued_on,
    title,
    states,
    validFor,
    shown: questions
      .filter(({ key }) => shows.includes(key) && (answers[key] ?? null) !== null)
      .map(({ key, field }) => ({
        label: field.label,
        answer: String(answers[key]),
        choice: field.choices.find(({ value }) => value === answers[key])?.label ?? null,
      })),
  };
}
