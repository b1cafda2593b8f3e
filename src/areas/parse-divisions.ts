import { z } from 'zod';
import { type AreaCode, areaLevels, parseAreaCode } from '../language/index.ts';

const areaCodeColumn = z.string().transform((value, context): AreaCode => {
  const code = parseAreaCode(value);
  if (code) return code;
  context.addIssue({ code: 'custom', message: `not a division code: ${value}` });
  return z.NEVER;
});

const rowSchema = z.object({
  code: areaCodeColumn,
  name: z.string().min(1),
  level: z.enum(areaLevels),
  parent: z.union([z.literal('').transform(() => null), areaCodeColumn]),
});

export type PublishedDivision = z.output<typeof rowSchema>;

/** The rows of the published list of division codes (`code,name,level,parent`, no quoted fields). */
export function parseDivisions(csv: string): readonly PublishedDivision[] {
  const [, ...lines] = csv.trim().split(/\r?\n/);
  return lines.map((line) => {
    const [code, name, level, parent] = line.split(',');
    return rowSchema.parse({ code, name, level, parent });
  });
}
