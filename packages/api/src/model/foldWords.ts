/** Words as search compares them: without accents and case, letters a-z and digits only, in order of appearance. */
export function foldWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}
