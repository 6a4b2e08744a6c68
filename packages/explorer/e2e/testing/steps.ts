import type { Locator, Page } from 'playwright-core';

/** What a person does, in their words. */

export const search = (page: Page): Locator => page.getByRole('combobox', { name: 'Search' });
export const details = (page: Page): Locator => page.getByRole('complementary', { name: 'Details' });
export const said = (page: Page): Locator => page.getByRole('status');

/** Types, takes the first suggestion, and waits until it stands on the chart. */
export async function putOnChart(page: Page, text: string, caption: string): Promise<void> {
  await search(page).fill(text);
  await page.keyboard.press('Enter');
  await details(page).getByRole('heading', { level: 2, name: caption }).waitFor();
}

/** The item's number in the list view; opens the list and closes it again. */
export async function countItems(page: Page): Promise<number> {
  return withList(page, async () => {
    const table = page.getByRole('table', { name: 'Items on this chart' });
    return Number(await table.getAttribute('aria-rowcount')) - 1;
  });
}

export async function withList<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const button = page.getByRole('button', { name: 'List', exact: true });
  await button.click();
  await page.getByRole('table', { name: 'Items on this chart' }).waitFor();
  const seen = await look();
  await button.click();
  await page.getByRole('table', { name: 'Items on this chart' }).waitFor({ state: 'detached' });
  return seen;
}

/** Chooses exactly these items, through the list. */
export async function chooseItems(page: Page, captions: readonly string[]): Promise<void> {
  await withList(page, async () => {
    const [first, ...others] = captions;
    await page.getByRole('table', { name: 'Items on this chart' }).getByRole('button', { name: first!, exact: true }).click();
    for (const caption of others) await page.getByRole('checkbox', { name: `Choose ${caption}`, exact: true }).check();
  });
}

export async function undoAll(page: Page): Promise<number> {
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  let steps = 0;
  while ((await undo.getAttribute('aria-disabled')) !== 'true') {
    await undo.click();
    steps += 1;
  }
  return steps;
}
