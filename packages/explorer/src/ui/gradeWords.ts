export interface ShownGrade {
  readonly reliability: string;
  readonly credibility: string;
}

const sources: Record<string, string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};

const informations: Record<string, readonly [digit: string, words: string]> = {
  ONE: ['1', 'confirmed'],
  TWO: ['2', 'probably true'],
  THREE: ['3', 'possibly true'],
  FOUR: ['4', 'doubtful'],
  FIVE: ['5', 'improbable'],
  SIX: ['6', 'truth cannot be judged'],
};

export function gradeText({ reliability, credibility }: ShownGrade): string {
  return `${reliability}${informations[credibility]?.[0] ?? '?'}`;
}

export function gradeWords({ reliability, credibility }: ShownGrade): { readonly source: string; readonly information: string } {
  return { source: sources[reliability] ?? 'unknown', information: informations[credibility]?.[1] ?? 'unknown' };
}

/** Source D to F, or information 4 to 6. */
export function isWeakGrade({ reliability, credibility }: ShownGrade): boolean {
  return 'DEF'.includes(reliability) || ['FOUR', 'FIVE', 'SIX'].includes(credibility);
}
