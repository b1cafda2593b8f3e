export { demoBenefitValues } from './benefit-values.ts';
