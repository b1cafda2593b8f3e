import { type RoleName, roles } from '../../src/identity/index.ts';
import { areaCode } from '../../src/language/index.ts';
import { type Actor, publicActor } from '../../src/platform/index.ts';

export const inBenefitsRole = (role: RoleName, area: string, name = `${role}-${area}`): Actor => ({
  accountId: name,
  name,
  role,
  area: areaCode(area),
  purpose: roles[role].purpose,
  permissions: new Set(roles[role].permissions),
});

export const desk = {
  officer: inBenefitsRole('benefits-officer', '510703'),
  township: inBenefitsRole('benefits-officer', '510703001'),
  head: inBenefitsRole('benefits-supervisor', '510703'),
  otherHead: inBenefitsRole('benefits-supervisor', '510703', 'another-supervisor'),
  accountant: inBenefitsRole('benefits-accountant', '510703'),
  cityHead: inBenefitsRole('benefits-supervisor', '5107'),
  cityAccountant: inBenefitsRole('benefits-accountant', '5107'),
  neighbour: inBenefitsRole('benefits-supervisor', '510704'),
  neighbourAccountant: inBenefitsRole('benefits-accountant', '510704'),
  caseworker: inBenefitsRole('caseworker', '510703'),
  registrar: inBenefitsRole('registrar', '510703'),
  anybody: publicActor(areaCode('5107')),
} as const;
