const toHalfWidth = (value: string) =>
  value.replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

const PHONE = /^(1\d{10}|0\d{9,11}|\d{7,8})$/;

/** A phone number as people type it (spaces, dashes, +86), its digits alone; null when it cannot be one. */
export function parsePhone(value: string): string | null {
  const digits = toHalfWidth(value)
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)86/, '');
  return PHONE.test(digits) ? digits : null;
}

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
