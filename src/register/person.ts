import type { AreaCode, CalendarDate } from '../language/index.ts';
import type { Sealed } from '../platform/index.ts';
import type { DocumentKind } from './documents.ts';
import type { SealedKey } from './vault.ts';

export type Sex = 'male' | 'female';

/** What can happen to a person, or be done to their record (`merge`, `withdrawal`). */
export type EventKind =
  | 'enrolment'
  | 'birth'
  | 'stillbirth'
  | 'death'
  | 'move'
  | 'hukou_transfer'
  | 'hukou_kind_change'
  | 'marriage'
  | 'divorce'
  | 'adoption'
  | 'guardianship'
  | 'name_change'
  | 'contact_change'
  | 'document_change'
  | 'household_change'
  | 'merge'
  | 'withdrawal';

/** Where a person is: 户籍 (registered) and 常住 (resident) are two things; null is outside the city. */
export interface Places {
  readonly registered: AreaCode | null;
  readonly resident: AreaCode | null;
}

export const nowhere: Places = { registered: null, resident: null };

export const hukouKinds = ['rural', 'urban', 'unified'] as const;
export type HukouKind = (typeof hukouKinds)[number];

/** What a person is to the head of the household. */
export const relationsToHead = [
  'head',
  'spouse',
  'child',
  'grandchild',
  'parent',
  'sibling',
  'other',
] as const;
export type RelationToHead = (typeof relationsToHead)[number];

/** What is known of a person beside their places; events change it from a day on. */
export interface Attributes {
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: CalendarDate;
  readonly idNumber: Sealed | null;
  /** What proves who somebody is who has no citizen number. */
  readonly documentKind: DocumentKind | null;
  readonly documentNumber: Sealed | null;
  readonly phone: Sealed | null;
  readonly address: Sealed | null;
  readonly hukouKind: HukouKind | null;
  readonly household: string | null;
  readonly relation: RelationToHead | null;
  /** Parents in law: an adoption changes them. */
  readonly mother: string | null;
  readonly father: string | null;
  /** Of the woman who gave birth: what age-specific fertility is counted by; no adoption changes it. */
  readonly motherBirthDate: CalendarDate | null;
  readonly spouse: string | null;
  readonly guardian: string | null;
  /** The record that goes on in the place of this one. */
  readonly mergedInto: string | null;
}
export type AttributeKey = keyof Attributes;

/** Attributes as forms give them: what is sealed in the register is in clear. */
export type ClearAttributes = Omit<Attributes, SealedKey> & Readonly<Record<SealedKey, string | null>>;

/** The column of register_persons that holds each attribute as it is today. */
export const attributeColumns = {
  name: 'name',
  sex: 'sex',
  birthDate: 'birth_date',
  idNumber: 'id_number',
  documentKind: 'document_kind',
  documentNumber: 'document_number',
  phone: 'phone',
  address: 'address',
  hukouKind: 'hukou_kind',
  household: 'household_id',
  relation: 'relation_to_head',
  mother: 'mother_id',
  father: 'father_id',
  motherBirthDate: 'mother_birth_date',
  spouse: 'spouse_id',
  guardian: 'guardian_id',
  mergedInto: 'merged_into',
} as const satisfies Record<AttributeKey, string>;

export const attributeKeys = Object.keys(attributeColumns) as readonly AttributeKey[];
