import { type Text, text } from '../language/index.ts';
import type { Purpose } from '../platform/index.ts';

export interface Role {
  readonly name: string;
  readonly label: Text;
  /** Why somebody in this role may look; row-level security asks for it. */
  readonly purpose: Purpose;
  readonly permissions: readonly string[];
}

/** The closed list of roles. Each is bound to an area when it is given to somebody. */
export const roles = {
  administrator: {
    name: 'administrator',
    label: text('管理员', 'administrator'),
    purpose: 'administration',
    permissions: ['identity:administer'],
  },
  registrar: {
    name: 'registrar',
    label: text('登记员', 'registrar'),
    purpose: 'registration',
    permissions: [
      'register:read',
      'register:read-children',
      'register:write',
      'register:import',
      'register:reveal',
      'register:export',
      'register:export-list',
    ],
  },
  /** Decides on corrections, withdrawals and mergers that a registrar asked for. */
  reviewer: {
    name: 'reviewer',
    label: text('登记审核员', 'reviewer of the register'),
    purpose: 'registration',
    permissions: ['register:read', 'register:read-children', 'register:approve'],
  },
  /** Answers people who ask what is held of them (Personal Information Protection Law, arts. 45, 50 and 52). */
  'privacy-officer': {
    name: 'privacy-officer',
    label: text('个人信息保护负责人', 'officer for personal information'),
    purpose: 'registration',
    permissions: ['register:read', 'register:read-children', 'register:export', 'register:export-all'],
  },
  statistician: {
    name: 'statistician',
    label: text('统计员', 'statistician'),
    purpose: 'statistics',
    permissions: [
      'statistics:read',
      'statistics:snapshot',
      'returns:read',
      'returns:submit',
      'returns:approve',
    ],
  },
  /** Reports the numbers of a village, a township or another unit; approves nothing. */
  reporter: {
    name: 'reporter',
    label: text('填报员', 'reporter'),
    purpose: 'statistics',
    permissions: ['returns:read', 'returns:submit'],
  },
  publisher: {
    name: 'publisher',
    label: text('发布员', 'publisher'),
    purpose: 'publishing',
    permissions: ['statistics:read', 'publishing:publish'],
  },
  /** Takes cases in and handles them: at the window, on the telephone, in the office. */
  caseworker: {
    name: 'caseworker',
    label: text('办件员', 'caseworker'),
    purpose: 'casework',
    permissions: ['casework:read', 'casework:handle'],
  },
  /** Also assigns cases, decides on extensions and reviews what people were dissatisfied with. */
  'case-supervisor': {
    name: 'case-supervisor',
    label: text('办件负责人', 'supervisor of cases'),
    purpose: 'casework',
    permissions: ['casework:read', 'casework:handle', 'casework:approve', 'casework:import'],
  },
  /** Health services are a compartment of their own: these two see it, and nothing else. */
  'health-worker': {
    name: 'health-worker',
    label: text('卫生服务人员', 'health worker'),
    purpose: 'health',
    permissions: ['casework:read', 'casework:handle', 'health:read', 'health:write'],
  },
  'health-supervisor': {
    name: 'health-supervisor',
    label: text('卫生服务负责人', 'supervisor of health services'),
    purpose: 'health',
    permissions: [
      'casework:read',
      'casework:handle',
      'casework:approve',
      'health:read',
      'health:write',
      'health:approve',
    ],
  },
  /** Benefits are a compartment of their own too: who applies, who is entitled and what is paid. */
  'benefits-officer': {
    name: 'benefits-officer',
    label: text('待遇经办员', 'benefits officer'),
    purpose: 'benefits',
    permissions: [
      'casework:read',
      'casework:handle',
      'register:read-children',
      'benefits:read',
      'benefits:write',
    ],
  },
  /** Confirms what an officer prepared, and approves what is to be paid. */
  'benefits-supervisor': {
    name: 'benefits-supervisor',
    label: text('待遇审核负责人', 'supervisor of benefits'),
    purpose: 'benefits',
    permissions: [
      'casework:read',
      'casework:handle',
      'casework:approve',
      'register:read-children',
      'benefits:read',
      'benefits:write',
      'benefits:approve',
      'benefits:snapshot',
    ],
  },
  /** Makes the lists for the bank and reads what comes back; decides on nobody's entitlement. */
  'benefits-accountant': {
    name: 'benefits-accountant',
    label: text('待遇发放财务人员', 'accountant of benefits'),
    purpose: 'benefits',
    permissions: ['benefits:read', 'benefits:pay'],
  },
  /** Whoever may read the data folder of the server: the command line on the same machine. */
  operator: {
    name: 'operator',
    label: text('本机运维', 'operator on this machine'),
    purpose: 'operation',
    permissions: [
      'identity:administer',
      'register:read',
      'register:read-children',
      'register:write',
      'register:import',
      'register:approve',
      'register:reveal',
      'register:export',
      'register:export-list',
      'register:reseal',
      'areas:change',
      'statistics:read',
      'statistics:snapshot',
      'returns:read',
      'returns:submit',
      'returns:approve',
      'publishing:publish',
      'casework:read',
      'casework:handle',
      'casework:approve',
      'casework:import',
      'casework:operate',
      'health:read',
      'health:write',
      'health:approve',
      'benefits:read',
      'benefits:write',
      'benefits:approve',
      'benefits:pay',
      'benefits:snapshot',
      'synthetic:seed',
    ],
  },
} as const satisfies Record<string, Role>;

export type RoleName = keyof typeof roles;

/** Roles that an administrator may give; the operator is not an account. */
export const assignableRoles = [
  'administrator',
  'registrar',
  'reviewer',
  'privacy-officer',
  'statistician',
  'reporter',
  'publisher',
  'caseworker',
  'case-supervisor',
  'health-worker',
  'health-supervisor',
  'benefits-officer',
  'benefits-supervisor',
  'benefits-accountant',
] as const;
