const faults = ['die', 'dieOnce', 'spin', 'inSqlite', 'manySqlite'] as const;

export interface Fault {
  readonly fault: (typeof faults)[number];
  readonly value: string;
}

/** A word that, anywhere in a question, makes the thread that gets it suffer. `value`: a file for `dieOnce`, steps for `inSqlite`. */
export function faultWord(fault: Fault['fault'], value: string | number = ''): string {
  return `<<${fault} ${value}>>`;
}

export function faultIn(text: string): Fault | null {
  const [, word, value = ''] = /<<(\w+) (.*?)>>/.exec(text) ?? [];
  const fault = faults.find((name) => name === word);
  return fault ? { fault, value } : null;
}
