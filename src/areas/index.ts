export { buildDivisionHistory } from './build-history.ts';
export type { Division, DivisionHistory, Succession } from './division.ts';
export {
  type ChainLink,
  type DivisionTree,
  divisionTree,
  levelBelow,
  type VillageChain,
  villageChains,
} from './division-tree.ts';
export { listTownships, type Townships } from './operations/list-townships.ts';
export { listVillages } from './operations/list-villages.ts';
export {
  countDivisions,
  divisionOn,
  loadDivisions,
  nameDivisions,
  recordMerger,
  resolveDivision,
  storeDivisions,
} from './store-divisions.ts';
export { type AreasTables, areasTableKinds } from './tables.ts';
