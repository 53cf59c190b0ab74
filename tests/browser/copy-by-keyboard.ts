import { expect } from 'vitest';
import type { OpenSite } from './site.ts';

/** A thing that a share panel gives to copy: what its button says, how it is read aloud where it says more, what is copied. */
interface Copied {
  readonly button: string;
  readonly name: string | null;
  readonly text: string;
}

/** Copies all that the share panel of a page gives, by the keyboard alone, in the order of the page. */
export function copyByKeyboard(site: OpenSite, path: string): Promise<readonly Copied[]> {
  const options = { permissions: ['clipboard-read', 'clipboard-write'] };
  return site.visit(path, options, async (opened) => {
    const copied: Copied[] = [];
    const buttons = opened.locator('.share button');
    for (let at = 0; at < (await buttons.count()); at++) {
      const button = buttons.nth(at);
      // Reached by the keyboard from what stands before it.
      await button.focus();
      await opened.keyboard.press('Shift+Tab');
      await opened.keyboard.press('Tab');
      expect(await button.evaluate((each) => each === document.activeElement)).toBe(true);
      await opened.keyboard.press('Enter');
      const status = opened.locator('.share').nth(at).locator('[role=status]');
      await expect.poll(() => status.textContent()).toBe(' Copié');
      const box = await button.boundingBox();
      expect(box!.height).toBeGreaterThanOrEqual(24);
      const text = await opened.evaluate(() => navigator.clipboard.readText());
      copied.push({
        button: (await button.textContent())!,
        name: (await button.getAttribute('aria-label'))?.replaceAll('\u00a0', ' ') ?? null,
        text: text.replaceAll('\u00a0', ' '),
      });
    }
    return copied;
  });
}
