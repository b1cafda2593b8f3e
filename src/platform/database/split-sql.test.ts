import { describe, expect, it } from 'vitest';
import { splitSql } from './split-sql.ts';

describe('a migration file is cut at the semicolons that end statements', () => {
  it.each([
    ['two statements', 'SELECT 1; SELECT 2;', ['SELECT 1', 'SELECT 2']],
    ['no last semicolon', 'SELECT 1', ['SELECT 1']],
    ['in text', "SELECT 'a;b''c;'; SELECT 2", ["SELECT 'a;b''c;'", 'SELECT 2']],
    ['in a name', 'SELECT 1 AS "a;b"; SELECT 2', ['SELECT 1 AS "a;b"', 'SELECT 2']],
    ['in a line comment', '-- one; two\nSELECT 1;', ['-- one; two\nSELECT 1']],
    ['in a block comment', '/* a; b */ SELECT 1;', ['/* a; b */ SELECT 1']],
    ['in a function body', 'DO $$ BEGIN a; END $$; SELECT 2', ['DO $$ BEGIN a; END $$', 'SELECT 2']],
    ['in a tagged body', 'DO $x$ a; $$ b; $x$; SELECT 2', ['DO $x$ a; $$ b; $x$', 'SELECT 2']],
    ['comments alone', '-- nothing here;\n', []],
  ])('%s', (_, file, statements) => {
    expect(splitSql(file)).toEqual(statements);
  });
});
