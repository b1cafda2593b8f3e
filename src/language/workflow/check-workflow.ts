import { BACK, STAY, type Workflow } from './workflow.ts';

const stepsOf = (workflow: Workflow) => Object.keys(workflow.steps);

const isPlace = (workflow: Workflow, key: string) => key in workflow.steps || key in workflow.outcomes;

/** Where the actions lead that can be taken in `from`; what leads back leads to every step that leads there. */
function targets(workflow: Workflow, from: string): readonly string[] {
  return Object.values(workflow.actions)
    .filter((rule) => rule.from.includes(from) && rule.to !== STAY)
    .flatMap((rule) => (rule.to === BACK ? entrances(workflow, from) : [rule.to]));
}

const entrances = (workflow: Workflow, into: string): readonly string[] =>
  Object.values(workflow.actions)
    .filter((rule) => rule.to === into)
    .flatMap((rule) => rule.from)
    .filter((one) => one in workflow.steps);

function reachable(workflow: Workflow, from: string): ReadonlySet<string> {
  const seen = new Set([from]);
  const waiting = [from];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    for (const next of targets(workflow, place)) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return seen;
}

function unknownPlaces(workflow: Workflow): readonly string[] {
  const named = Object.entries(workflow.actions).flatMap(([key, rule]) =>
    [...rule.from, ...(rule.to === BACK || rule.to === STAY ? [] : [rule.to])].map((place) => ({
      key,
      place,
    })),
  );
  return named
    .filter(({ place }) => !isPlace(workflow, place))
    .map(({ key, place }) => `action ${key} names ${place}, which is neither a step nor an outcome`);
}

const unknownActions = (workflow: Workflow): readonly string[] =>
  Object.entries(workflow.actions).flatMap(([key, { otherThan, after }]) => [
    ...(otherThan === null || otherThan in workflow.actions
      ? []
      : [`action ${key} must be taken by another than of ${otherThan}`]),
    ...(after === null || after.action in workflow.actions
      ? []
      : [`action ${key} must be taken after ${after.action}`]),
  ]);

/** What is wrong with a declaration: unknown places, steps that no case reaches, steps from which none is closed. */
export function workflowFaults(workflow: Workflow): readonly string[] {
  const unknown = [...unknownPlaces(workflow), ...unknownActions(workflow)];
  if (!(workflow.first in workflow.steps)) unknown.push(`the first step ${workflow.first} is none`);
  if (unknown.length > 0) return unknown;
  const reached = reachable(workflow, workflow.first);
  const places = [...stepsOf(workflow), ...Object.keys(workflow.outcomes)];
  return [
    ...places.filter((place) => !reached.has(place)).map((place) => `nothing leads to ${place}`),
    ...stepsOf(workflow)
      .filter((one) => ![...reachable(workflow, one)].some((place) => place in workflow.outcomes))
      .map((one) => `from ${one} no case is ever closed`),
  ];
}
