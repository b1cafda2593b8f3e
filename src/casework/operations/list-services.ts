import { z } from 'zod';
import type { ArchivedService } from '../../language/index.ts';
import { channels, compartments, text, textPair } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { isOffered } from '../find-service.ts';

const output = z.object({
  services: z.array(
    z.object({
      key: z.string(),
      version: z.number().int(),
      group: z.string(),
      title: textPair,
      summary: textPair,
      filedBy: z.enum(['citizen', 'officer']),
      compartment: z.enum(compartments),
      channels: z.array(z.enum(channels)),
      validFrom: z.string(),
      validTo: z.string().nullable(),
      /** Whether it takes something in today. */
      offered: z.boolean(),
    }),
  ),
  archived: z.array(
    z.object({
      key: z.string(),
      title: textPair,
      was: textPair,
      endedOn: z.string(),
      endedBy: textPair,
      replacedBy: z.string(),
      legalBasis: z.array(z.object({ title: textPair, clause: textPair })),
    }),
  ),
});
export type ServiceList = z.output<typeof output>;

/** Everything that can be asked for, and what could once. */
export const listServices = ({
  services,
  archived,
  today,
}: Pick<CaseworkDependencies, 'services' | 'today'> & { readonly archived: readonly ArchivedService[] }) =>
  defineOperation({
    name: 'casework/list-services',
    kind: 'query',
    summary: text('列出服务', 'List the services'),
    permission: 'public',
    input: z.object({}),
    output,
    handle: () =>
      Promise.resolve({
        services: services.map((service) => ({
          ...service,
          channels: [...service.channels],
          offered: isOffered(service, today()),
        })),
        archived: archived.map((one) => ({ ...one, legalBasis: [...one.legalBasis] })),
      }),
  });
