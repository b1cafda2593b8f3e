import { z } from 'zod';
import { nameDivisions } from '../../areas/index.ts';
import { type AreaCode, areaContains, areaInput, text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { mask } from '../mask.ts';
import { type Found, findPersons, reasons } from '../search/find-persons.ts';
import { readQuery } from '../search/read-query.ts';
import type { Vault } from '../vault.ts';

const village = z.object({ code: z.string(), name: z.string() }).nullable();

export const foundPerson = z.object({
  personId: z.uuid(),
  name: z.string(),
  sex: z.enum(['male', 'female']),
  birthDate: z.string(),
  deathDate: z.string().nullable(),
  /** Masked. */
  idNumber: z.string().nullable(),
  registered: village,
  resident: village,
  reason: z.enum(reasons),
});

const output = z.object({ rows: z.array(foundPerson), more: z.boolean() });
export type FoundPersons = z.output<typeof output>;

const outsideArea = () =>
  failure(
    'forbidden',
    text('不在您的管辖范围内。', 'That lies outside your area.'),
    text('请选择本辖区。', 'Choose an area inside yours.'),
  );

/** What was found as it is shown: villages by name, the number masked. */
export async function showFound(
  context: TransactionContext,
  vault: Vault,
  found: readonly Found[],
): Promise<z.input<typeof foundPerson>[]> {
  const codes = found.flatMap((one) => [one.registeredVillage, one.residentVillage]);
  const names = await nameDivisions(context.tx, [...new Set(codes.filter((code) => code !== null))]);
  const named = (code: AreaCode | null) => code && { code, name: names.get(code) ?? code };
  return found.map(({ registeredVillage, residentVillage, idNumber, ...one }) => ({
    ...one,
    idNumber: idNumber && mask('idNumber', vault.open(one.personId, 'idNumber', idNumber)),
    registered: named(registeredVillage),
    resident: named(residentVillage),
  }));
}

/**
 * Finds people by identity number, phone, name in characters, pinyin or initials, or parts of an address; as far as
 * the caller's area reaches, with the reason why each was found. Example: `{query: "张伟 滨江路"}`.
 */
export const searchPersons = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/search-persons',
    kind: 'query',
    auditReads: true,
    summary: text('查找人员', 'Find people'),
    permission: 'register:read',
    input: z.object({
      query: z.string().trim().min(1).max(100),
      area: areaInput.optional(),
      most: z.number().int().min(1).max(100).default(50),
    }),
    output,
    handle: async (context, { query, area, most }) => {
      if (area && !areaContains(context.actor.area, area)) throw outsideArea();
      const { vault } = dependencies;
      const search = { queries: readQuery(query), area: area ?? null, most };
      const { found, more } = await findPersons(context, vault, search);
      return { rows: await showFound(context, vault, found), more };
    },
  });
