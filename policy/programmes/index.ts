export { mianyang } from './common.ts';
export { entitlementLife } from './entitlement-life.ts';
export { programmeOf, programmes } from './programmes.ts';
export { confidentialProgrammes, projectOf, projects } from './projects.ts';
