import { nameDivisions } from '../areas/index.ts';
import { type AreaCode, yearOf } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { RegisterDependencies } from './dependencies.ts';
import { mask } from './mask.ts';
import { findPersons } from './search/find-persons.ts';
import { type Query, readQuery } from './search/read-query.ts';

/** No more of somebody than tells who is meant. */
export interface NamedPerson {
  readonly personId: string;
  readonly name: string;
  /** Masked. */
  readonly idNumber: string | null;
  readonly birthYear: number;
  readonly village: { readonly code: AreaCode; readonly name: string } | null;
}

interface Asked {
  readonly query: string;
  readonly most: number;
}

/** Names and numbers of identity documents; phones and addresses are the register's own business. */
const namesAndNumbers = ({ who, addressTokens }: Query): readonly Query[] => {
  if (who === null || addressTokens.length > 0) return [];
  return [{ who: who.by === 'number' ? { ...who, phone: null } : who, addressTokens }];
};

/** Finds people by name or identity number for another room, as far as the actor's own purpose and area reach. */
export const namePersons =
  ({ vault }: Pick<RegisterDependencies, 'vault'>) =>
  async (context: TransactionContext, { query, most }: Asked) => {
    const queries = readQuery(query).flatMap(namesAndNumbers);
    const { found, more } = await findPersons(context, vault, { queries, area: null, most });
    const placeOf = ({ registeredVillage, residentVillage }: (typeof found)[number]) =>
      registeredVillage ?? residentVillage;
    const codes = found.map(placeOf).filter((code) => code !== null);
    const names = await nameDivisions(context.tx, [...new Set(codes)]);
    const persons = found.map((one): NamedPerson => {
      const { personId, name, birthDate, idNumber } = one;
      const code = placeOf(one);
      return {
        personId,
        name,
        birthYear: yearOf(birthDate),
        idNumber: idNumber && mask('idNumber', vault.open(personId, 'idNumber', idNumber)),
        village: code && { code, name: names.get(code) ?? code },
      };
    });
    return { persons, more };
  };
