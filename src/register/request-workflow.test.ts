import { describe, expect, it } from 'vitest';
import { workflowFaults } from '../language/index.ts';
import { requestWorkflows } from './request-workflow.ts';

describe.each(Object.entries(requestWorkflows))('requests that are %s', (_, workflow) => {
  it('can be decided from everywhere, and every outcome can be reached', () => {
    expect(workflowFaults(workflow)).toEqual([]);
  });
});
