import { z } from 'zod';
import { explainAnswer, formSchema } from '../../language/index.ts';
import { defineOperation, type Operation } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { eventDefinitions, needsSecondPerson } from '../events/index.ts';
import { recordEvent } from '../record-event.ts';

/** What every act answers with. */
export const receipt = z.object({ personId: z.uuid(), eventId: z.uuid(), actId: z.uuid() });

/** One operation for each kind of event; what needs a second person is requested instead. */
export const recordEvents = (dependencies: RegisterDependencies): readonly Operation[] =>
  eventDefinitions
    .filter((definition) => !needsSecondPerson.has(definition.key))
    .map((definition) =>
      defineOperation({
        name: definition.operation,
        kind: 'command',
        summary: definition.title,
        permission: 'register:write',
        input: formSchema(definition.fields),
        explainField: (field, given) => explainAnswer(definition.fields, field, given),
        output: receipt,
        handle: (context, answers) => recordEvent(context, { definition, answers, dependencies }),
      }),
    );
