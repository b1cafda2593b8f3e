import { supportLine } from '../../policy/services/index.ts';

/** Whether a text sounds as if its writer needed somebody to talk to first. Nothing follows from it but help. */
export function soundsLikeDistress(written: string): boolean {
  const folded = written.normalize('NFKC').toLowerCase();
  return supportLine.signs.some((word) => folded.includes(word));
}
