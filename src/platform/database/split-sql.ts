/** What may hide a semicolon: comments, quoted text, quoted names, dollar-quoted bodies. */
const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|;/g;

/**
 * The statements of a migration file, without their semicolons: each is sent as a message of its own, because
 * Citus refuses several in one (reference: rule 8 of the schema rules).
 */
export function splitSql(file: string): readonly string[] {
  const statements: string[] = [];
  let start = 0;
  for (const match of file.matchAll(TOKEN)) {
    if (match[0] !== ';') continue;
    statements.push(file.slice(start, match.index));
    start = match.index + 1;
  }
  statements.push(file.slice(start));
  return statements
    .map((statement) => statement.trim())
    .filter((statement) => withoutComments(statement) !== '');
}

const withoutComments = (statement: string) => statement.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim();
