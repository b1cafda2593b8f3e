import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from './fold-name.ts';
import { nameSound, typedSound } from './sound.ts';

describe('a name', () => {
  it.each([
    ['张伟', 'zw zhangwei'],
    ['張偉', 'zw zhangwei'],
    ['曾国藩', 'zgf zengguofan'],
    ['单雄信', 'sxx shanxiongxin'],
    ['仇英', 'qy qiuying'],
    ['吕布', 'lb lvbu'],
    ['欧阳娜', 'oyn ouyangna'],
    ['张峯', 'zf zhangfeng'],
    ['䶮秀·英', 'yxy yanxiuying'],
    ['㐂子', 'xz xizi'],
    ['𠮷野', 'jy jiye'],
    ['阿依古丽·买买提', 'ayglmmt ayigulimaimaiti'],
    ['Ａｎｎａ', 'a anna'],
    ['𮧵', '𮧵 𮧵'],
  ])('%s sounds %s', (name, sound) => {
    expect(nameSound(name)).toBe(sound);
  });

  it.each([
    ['张 峯', '张峰'],
    ['阿依•买买提', '阿依·买买提'],
    ['阿依．买买提', '阿依·买买提'],
    ['㐂', '喜'],
  ])('%s is compared as %s', (name, same) => {
    expect(foldName(name)).toBe(same);
  });

  it('always has a sound of two parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (name) => {
        expect(nameSound(name).split(' ')).toHaveLength(2);
      }),
    );
  });
});

describe('typed letters', () => {
  it.each([
    ['zhangwei', 'zw zhangwei'],
    ['Zhang Wei', 'zw zhangwei'],
    ['lü bu', 'lb lvbu'],
    ['xian', 'x xian'],
    ['xian', 'xa xian'],
  ])('%s may mean %s', (typed, sound) => {
    expect(typedSound(typed).sounds).toContain(sound);
  });

  it('with spaces mean those syllables alone', () => {
    expect(typedSound('xi an').sounds).toEqual(['xa xian']);
  });

  it.each([
    ['zw', 'zw'],
    ['z', null],
    ['zhangwei', null],
  ])('%s are the initials %s', (typed, initials) => {
    expect(typedSound(typed).initials).toBe(initials);
  });
});
