import { toHalfWidth } from '../language/index.ts';

export { parsePhone } from '../language/index.ts';

/** What parts of an address end with: province to room. */
const END = /(?<=[省市区县镇乡村组社队路街巷道里弄坊苑园庄湾坝沟号栋幢座楼层单元室户])/u;
const WORD = /[\p{L}\p{N}]+/gu;

/** The parts of an address by which it is found: `滨江路12号3栋` → 滨江路, 12号, 3栋. */
export function addressTokens(address: string): readonly string[] {
  const parts = toHalfWidth(address)
    .split(END)
    .flatMap((part) => part.match(WORD) ?? []);
  return [...new Set(parts.map((part) => part.toLowerCase()))];
}
