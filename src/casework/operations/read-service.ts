import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { type DescribedService, describedService, describeService } from '../describe-service.ts';
import { findService, isOffered } from '../find-service.ts';

const output = describedService.extend({ offered: z.boolean() });
export type ServiceGuide = DescribedService & { readonly offered: boolean };

/** One service whole: its guide, its questions, its way and its limits, from the declaration. */
export const readService = (dependencies: Pick<CaseworkDependencies, 'services' | 'today'>) =>
  defineOperation({
    name: 'casework/read-service',
    kind: 'query',
    summary: text('查看服务指南', 'Read the guide of a service'),
    permission: 'public',
    input: z.object({ service: z.string().max(60) }),
    output,
    handle: (_context, { service: key }) => {
      const service = findService(dependencies, key);
      return Promise.resolve({
        ...describeService(service),
        offered: isOffered(service, dependencies.today()),
      });
    },
  });
