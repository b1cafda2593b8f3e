import { z } from 'zod';
import { text, textPair } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import { readCaseNumber } from '../case-number.ts';
import { readCode } from '../case-vault.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { findService } from '../find-service.ts';
import { inCompartment } from '../in-compartment.ts';
import type { CaseworkTables } from '../tables.ts';

const output = z.object({
  number: z.string(),
  title: textPair,
  states: textPair,
  validFor: textPair,
  issuedOn: z.string(),
  revokedOn: z.string().nullable(),
  shown: z.array(z.object({ label: textPair, answer: z.string(), choice: textPair.nullable() })),
});
export type VerifiedCertificate = z.output<typeof output>;

const notGenuine = () =>
  failure(
    'not_found',
    text('没有这份证明，或者校验码不正确。', 'There is no such certificate, or the check code is not right.'),
    text('请核对证明上的编号和校验码，或扫描二维码。', 'Check both on the certificate, or scan its code.'),
  );

/** Whether a certificate is genuine, and what it says, with names masked. For anybody who holds it. */
export const verifyCertificate = (dependencies: CaseworkDependencies) =>
  defineOperation({
    name: 'casework/verify-certificate',
    kind: 'query',
    summary: text('核验证明', 'Verify a certificate'),
    permission: 'public',
    input: z.object({ number: z.string().max(40), code: z.string().max(40) }),
    output,
    handle: async (context, { number: typed, code }) => {
      const caseNumber = readCaseNumber(typed.replace(/^[Cc]/, ''));
      const number = `C${caseNumber ?? ''}`;
      if (!caseNumber || readCode(code) !== dependencies.vault.certificateCode(number)) throw notGenuine();
      const numbered = await context.tx
        .withTables<CaseworkTables>()
        .selectFrom('casework_numbers')
        .select(['case_id', 'compartment'])
        .where('number_digest', '=', dependencies.vault.numberDigest(caseNumber))
        .executeTakeFirst();
      if (!numbered) throw notGenuine();
      return inCompartment(context, { ...dependencies, compartment: numbered.compartment }, async () => {
        const found = await context.tx
          .withTables<CaseworkTables>()
          .selectFrom('casework_certificates as c')
          .innerJoin('casework_cases as k', 'k.case_id', 'c.case_id')
          .select(['c.issued_on', 'c.revoked_on', 'c.shown', 'k.service'])
          .where('c.case_id', '=', numbered.case_id)
          .where('c.certificate_number', '=', number)
          .executeTakeFirst();
        const service = found && findService(dependencies, found.service);
        if (!found || !service?.certificate) throw notGenuine();
        const { title, states, validFor } = service.certificate;
        return {
          number,
          title,
          states,
          validFor,
          issuedOn: found.issued_on,
          revokedOn: found.revoked_on,
          shown: service.questions
            .filter(({ key }) => found.shown[key] !== undefined)
            .map(({ key, field }) => ({
              label: field.label,
              answer: String(found.shown[key]),
              choice: field.choices.find(({ value }) => value === found.shown[key])?.label ?? null,
            })),
        };
      });
    },
  });
