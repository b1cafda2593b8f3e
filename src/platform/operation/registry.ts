import type { Operation } from './operation.ts';

/** Every operation of the house by name: what the API, OpenAPI, the client and the command line are made from. */
export type OperationRegistry = ReadonlyMap<string, Operation>;

const NAME = /^[a-z]+\/[a-z]+(-[a-z]+)+$/;

/** Collects the operations of all rooms; a name that is taken or not `room/verb-noun` is a bug. */
export function operationRegistry(operations: readonly Operation[]): OperationRegistry {
  const registry = new Map<string, Operation>();
  for (const operation of operations) {
    if (!NAME.test(operation.name))
      throw new Error(`an operation is named room/verb-noun, not ${operation.name}`);
    if (registry.has(operation.name)) throw new Error(`two operations are named ${operation.name}`);
    registry.set(operation.name, operation);
  }
  return registry;
}
