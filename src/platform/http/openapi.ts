import { z } from 'zod';
import { errorKinds } from '../errors.ts';
import type { Operation } from '../operation/operation.ts';
import type { OperationRegistry } from '../operation/registry.ts';

const errorSchema = {
  type: 'object',
  required: ['code', 'message', 'remedy'],
  properties: {
    code: { type: 'string', enum: Object.keys(errorKinds) },
    message: { type: 'string' },
    remedy: { type: 'string' },
    field: { type: 'string' },
  },
} as const;

const reply = (description: string, schema: object) => ({
  description,
  content: { 'application/json': { schema } },
});

const inputSchema = (operation: Operation) =>
  z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' });
const outputSchema = (operation: Operation) =>
  z.toJSONSchema(operation.output, { io: 'output', unrepresentable: 'any' });

const idempotencyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'Chosen by the caller, one for each act: the same key sent twice acts once and gives the same receipt.',
  schema: { type: 'string', minLength: 8, maxLength: 200 },
} as const;

const queryParameters = (operation: Operation) =>
  Object.entries(inputSchema(operation).properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: inputSchema(operation).required?.includes(name) ?? false,
    schema,
  }));

function describe(operation: Operation, method: 'get' | 'post') {
  const [room] = operation.name.split('/');
  const takesKey =
    operation.kind === 'process' || (operation.kind === 'command' && !operation.keepsNoReceipt);
  return {
    operationId: `${method === 'get' ? 'get-' : ''}${operation.name.replace('/', '-')}`,
    tags: [room],
    summary: `${operation.summary.zh} / ${operation.summary.en}`,
    security: operation.permission === 'public' ? [] : [{ session: [] }, { bearer: [] }],
    ...(method === 'get' ? { parameters: queryParameters(operation) } : {}),
    ...(method === 'post' && takesKey ? { parameters: [idempotencyHeader] } : {}),
    ...(method === 'post'
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: inputSchema(operation) } },
          },
        }
      : {}),
    responses: {
      200: reply('Done; `synthetic` is true when the city is made up.', {
        allOf: [outputSchema(operation), { type: 'object', properties: { synthetic: { type: 'boolean' } } }],
      }),
      default: reply('Refused, with one sentence and what to do.', { $ref: '#/components/schemas/Error' }),
    },
  };
}

/** The description of every operation as OpenAPI 3.1, made from the same declarations that serve them. */
export function openApi(registry: OperationRegistry, version: string): object {
  const paths = [...registry.values()].map((operation) => [
    `/api/${operation.name}`,
    {
      ...(operation.kind === 'query' ? { get: describe(operation, 'get') } : {}),
      post: describe(operation, 'post'),
    },
  ]);
  return {
    openapi: '3.1.0',
    info: { title: '家户 Jiahu', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths: Object.fromEntries(paths),
    components: {
      schemas: { Error: errorSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'jiahu_session' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}
