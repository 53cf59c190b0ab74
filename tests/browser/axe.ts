import axe, { type ElementContext } from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe has to say against a page as it stands, or against a part of it: a line a rule, with the first three places. */
export async function faultsOfAxe(page: Page, where?: ElementContext): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // Left to itself, axe also describes everything that it finds right, which takes most of its time.
  const violations = await page.evaluate(async (part) => {
    const here = window as unknown as { readonly axe: typeof axe };
    return (await here.axe.run(part ?? document, { resultTypes: ['violations'] })).violations;
  }, where as never);
  return violations.map(
    ({ id, nodes }) =>
      `${id} : ${nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${html} ${failureSummary}`)
        .join(' | ')}`,
  );
}
