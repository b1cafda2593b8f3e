import { z } from 'zod';

interface Property {
  readonly type?: unknown;
  readonly anyOf?: readonly Property[];
}

const allows = (property: Property | undefined, type: string): boolean =>
  property !== undefined &&
  (property.type === type || (property.anyOf ?? []).some((one) => allows(one, type)));

function readValue(value: string, property: Property | undefined): unknown {
  const wantsNumber = allows(property, 'integer') || allows(property, 'number');
  if (wantsNumber && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (allows(property, 'boolean') && /^(true|false)$/.test(value)) return value === 'true';
  return value;
}

/** The input of a query from the address line: text becomes the type that the schema asks for. */
export function queryInput(schema: z.ZodType, parameters: URLSearchParams): Record<string, unknown> {
  const description = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const properties = new Map(Object.entries(description.properties ?? {}));
  const property = (name: string): Property | undefined => {
    const found = properties.get(name);
    return typeof found === 'object' ? found : undefined;
  };
  return Object.fromEntries([...parameters].map(([name, value]) => [name, readValue(value, property(name))]));
}
