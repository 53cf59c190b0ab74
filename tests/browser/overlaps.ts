/** The lines of the drawings of a page that are written over another of the same drawing; to be run in that page. */
export function findOverlaps(): readonly string[] {
  return [...document.querySelectorAll('svg')].flatMap((svg) => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const lines = [...svg.querySelectorAll<SVGTextElement>('text:not([aria-hidden])')]
      .filter((text) => text.checkVisibility())
      .map((text) => {
        const { left, right, top, height } = text.getBoundingClientRect();
        // The box of a line is taller than its letters.
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
        const middle = top + height / 2;
        return { left, right, top: middle - size * 0.35, bottom: middle + size * 0.35, says: text.textContent };
      });
    return lines.flatMap((line, at) =>
      lines
        .slice(at + 1)
        .filter(
          (other) =>
            Math.min(line.right, other.right) - Math.max(line.left, other.left) > 1 &&
            Math.min(line.bottom, other.bottom) - Math.max(line.top, other.top) > 1,
        )
        .map((other) => `${line.says} / ${other.says}`),
    );
  });
}
