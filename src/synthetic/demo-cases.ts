import { type DemoCases, demoCases2013, demoYear, services } from '../../policy/services/index.ts';
import type { DivisionTree } from '../areas/index.ts';
import { caseNumberOf, FILED, TAKEN_OVER } from '../casework/index.ts';
import {
  type AreaCode,
  addDays,
  ancestorCode,
  areaLevel,
  areaLevels,
  type CalendarDate,
  toDayNumber,
} from '../language/index.ts';
import { weightOf } from './demo-returns.ts';
import { apportion, mix } from './random.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows of cases as they go into the tables. */
export interface DemoCaseRows {
  readonly casework_cases: readonly Row[];
  readonly casework_actions: readonly Row[];
  readonly casework_ratings: readonly Row[];
}

const RECORDER = 'synthetic';
const LONGEST_DAYS = 9;
const SPAN = toDayNumber(demoYear.to) - toDayNumber(demoYear.from) - LONGEST_DAYS;

/** Where each case of a kind lies, as the divisions were then. */
function placesOf({ spread, count }: DemoCases, tree: DivisionTree): readonly AreaCode[] {
  if (spread === 'villages') return tree.list('village', demoYear.to).map(({ code }) => code);
  const counties = tree.list('county', demoYear.to).map(({ code }) => code);
  const weights = counties.map((code) => (spread === 'counties each' ? 1 : weightOf(tree, code)));
  const shares = apportion(count, weights);
  return counties.flatMap((code, index) => Array.from({ length: shares[index] ?? 0 }, () => code));
}

/** A stable order in which outcomes are given out, so that they do not lie side by side. */
const inOrder = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index).sort((a, b) => mix(a, count) - mix(b, count));

function outcomesOf({ outcomes }: DemoCases, count: number): readonly string[] {
  const given = outcomes.flatMap(({ outcome, count: wanted }) =>
    Array.from({ length: Math.min(wanted, count) }, () => outcome),
  );
  const chosen: string[] = Array.from({ length: count }, () => '');
  for (const [rank, index] of inOrder(count).entries()) chosen[index] = given[rank] ?? '';
  return chosen;
}

interface Numbered {
  readonly demo: DemoCases;
  readonly tree: DivisionTree;
  readonly today: CalendarDate;
  readonly at: Date;
  readonly newId: () => string;
}

/** The unit of today that answers for a case about a place of then. */
function unitOf({ demo, tree, today }: Numbered, place: AreaCode): AreaCode {
  const intake = services.find(({ key }) => key === demo.service)?.intake ?? 'county';
  const now = tree.resolve(place, today);
  const level = areaLevels.indexOf(areaLevel(now)) < areaLevels.indexOf(intake) ? areaLevel(now) : intake;
  return tree.resolve(ancestorCode(now, level), today);
}

interface One {
  readonly index: number;
  readonly place: AreaCode;
  readonly outcome: string;
  readonly amounts: Readonly<Record<string, number>>;
  readonly isRated: boolean;
}

function rowsOf(numbered: Numbered, one: One) {
  const { demo, at, newId } = numbered;
  const service = services.find(({ key }) => key === demo.service);
  if (!service) throw new Error(`no service ${demo.service}`);
  const salt = mix(one.index, demo.count + demo.service.length * 7919);
  const receivedOn = addDays(demoYear.from, salt % SPAN);
  const closedOn = addDays(receivedOn, 1 + (salt % LONGEST_DAYS));
  const unit = unitOf(numbered, one.place);
  const caseId = newId();
  const scope = { compartment: service.compartment, area_scope: unit };
  const taken = { taken_by: 'officer', actor: RECORDER, at, unit, ...scope };
  return {
    row: {
      case_id: caseId,
      number: caseNumberOf(receivedOn, salt),
      service: demo.service,
      service_version: service.version,
      channel: demo.channel,
      subject_area: one.place,
      queue: null,
      step: null,
      outcome: one.outcome,
      applicant_name: null,
      person_id: null,
      restricted: false,
      distress: false,
      filed_at: at,
      filed_by: RECORDER,
      received_on: receivedOn,
      started_on: receivedOn,
      reply_due: null,
      close_due: null,
      replied_on: closedOn,
      closed_on: closedOn,
      reply_late: false,
      close_late: false,
      assignee: null,
      bundle_id: null,
      merged_into: null,
      external_number: null,
      answers: {},
      version: 1,
      ...scope,
    },
    actions: [
      {
        case_id: caseId,
        seq: 0,
        action: FILED,
        day: receivedOn,
        step_from: null,
        place_to: service.workflow.first,
        answers: {},
        ...taken,
      },
      {
        case_id: caseId,
        seq: 1,
        action: TAKEN_OVER,
        day: closedOn,
        step_from: service.workflow.first,
        place_to: one.outcome,
        answers: one.amounts,
        ...taken,
      },
    ],
    ratings: one.isRated
      ? [
          {
            case_id: caseId,
            satisfied: 'satisfied',
            solved: 'yes',
            remark: null,
            rated_at: `${closedOn}T16:00:00+08:00`,
            ...scope,
          },
        ]
      : [],
  };
}

function casesOf(numbered: Numbered) {
  const { demo, tree } = numbered;
  const places = placesOf(demo, tree);
  const outcomes = outcomesOf(demo, places.length);
  const shares = Object.entries(demo.amounts).map(
    ([item, total]) =>
      [
        item,
        apportion(
          total,
          places.map(() => 1),
        ),
      ] as const,
  );
  return places.map((place, index) =>
    rowsOf(numbered, {
      index,
      place,
      outcome: outcomes[index] ?? '',
      amounts: Object.fromEntries(shares.map(([item, parts]) => [item, parts[index] ?? 0])),
      isRated: index < demo.rated,
    }),
  );
}

/** The cases of 2013 with which the demonstration opens: closed, taken over from before, naming nobody. */
export function demoCases(tree: DivisionTree, given: Pick<Numbered, 'today' | 'at' | 'newId'>): DemoCaseRows {
  const villages = tree.list('village', demoYear.to).length;
  const all = demoCases2013(villages).flatMap((demo) => casesOf({ demo, tree, ...given }));
  return {
    casework_cases: all.map(({ row }) => row),
    casework_actions: all.flatMap(({ actions }) => actions),
    casework_ratings: all.flatMap(({ ratings }) => ratings),
  };
}
