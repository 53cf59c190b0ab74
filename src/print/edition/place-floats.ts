/** A block of a chapter, in px: `height` with the `space` after it, `notes` what stands at the foot of its page. */
export interface Block {
  /** Figures and photographs may come later than in the source; headings stay with what follows; the rest keeps its order. */
  readonly kind: 'float' | 'heading' | 'text';
  readonly height: number;
  readonly space: number;
  readonly notes: number;
  /** Its lines may be shared by two pages. */
  readonly splits: boolean;
}

/** What is measured of a chapter: the height of its pages, of its title, of a line, and its blocks in order. */
export interface MeasuredChapter {
  readonly page: number;
  readonly head: number;
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** Lines that a page keeps of a paragraph that it shares with another. */
const KEPT = 3;

/** The layout is foreseen, not done: what fits by less than this share of a page may not fit. */
const MARGIN = 0.01;

/**
 * The order in which the blocks of a chapter fill its pages: a float that does not fit where it stands waits for the next
 * page, and the text that follows takes its place. Floats keep their order, and so does the text.
 */
export function placeFloats({ page, head, line, blocks }: MeasuredChapter): number[] {
  const order: number[] = [];
  const waiting: number[] = [];
  let room = page - head;
  const fits = ({ height, space }: Block, left: number) => height - space <= left - page * MARGIN;
  /** A short paragraph is not shared: each part would hold fewer lines than are kept. */
  const isShared = ({ splits, height }: Block) => splits && height >= 2 * KEPT * line;
  /** What a block takes at least of the page where it begins. */
  const leastOf = (block: Block): number => (isShared(block) ? KEPT * line : block.height) + block.notes;
  const emit = (index: number) => {
    const block = blocks[index]!;
    order.push(index);
    const whole = block.height + block.notes;
    if (whole <= room) room -= whole;
    else room = page - (isShared(block) && leastOf(block) <= room ? Math.max(KEPT * line, whole - room) : whole);
    // Taller than a page: on its last one.
    while (room < 0) room += page;
  };
  const emitWaiting = () => {
    while (waiting.length > 0 && (fits(blocks[waiting[0]!]!, room) || room === page)) emit(waiting.shift()!);
  };
  let title: Block | undefined;
  blocks.forEach((block, index) => {
    if (block.kind === 'float') {
      waiting.push(index);
      if (!title) emitWaiting();
      return;
    }
    const next = block.kind === 'heading' ? blocks.slice(index + 1).find(({ kind }) => kind !== 'float') : undefined;
    const least = next ? block.height + leastOf(next) : leastOf(block);
    const whole = block.height + block.notes;
    // After the rest of a shared paragraph, a tall float would find no page: it comes before.
    const isKeptWhole = waiting.length > 0 && whole > room && !fits(blocks[waiting[0]!]!, page - whole + room);
    // The text goes to a new page: what waits comes first there.
    if (!title && (least > room || isKeptWhole)) {
      room = page;
      emitWaiting();
    }
    emit(index);
    title = block.kind === 'heading' ? block : undefined;
    if (!title) emitWaiting();
  });
  return [...order, ...waiting];
}

/** Measures each chapter of a book as its source stands, at the width of its text. Runs in the page. */
export async function measureChapters(): Promise<MeasuredChapter[]> {
  await document.fonts.ready;
  const { style } = document.body;
  const before = style.cssText;
  style.cssText = 'margin:0;width:var(--column)';
  const ruler = document.body.appendChild(document.createElement('div'));
  ruler.style.cssText = 'height:var(--page)';
  const page = ruler.getBoundingClientRect().height;
  ruler.style.cssText = 'height:var(--leading)';
  const line = ruler.getBoundingClientRect().height;
  ruler.remove();
  const notes = [...document.querySelectorAll<HTMLElement>('.note-side')];
  const notesHeights = new Map<Element, number>();
  for (const note of notes) {
    note.style.cssText = 'display:block;float:none';
    notesHeights.set(note, note.getBoundingClientRect().height);
  }
  for (const note of notes) note.style.cssText = 'display:none';
  const measured = [...document.querySelectorAll('.chapter')].map((chapter) => {
    const blocks = [...(chapter.querySelector('.book-text')?.children ?? [])];
    const top = (element: Element | undefined) =>
      element?.getBoundingClientRect().top ?? chapter.getBoundingClientRect().bottom;
    return {
      page,
      line,
      head: top(blocks[0]) - top(chapter),
      blocks: blocks.map((block, i) => {
        const inside = [...block.querySelectorAll('.note-side')].map((note) => notesHeights.get(note) ?? 0);
        return {
          kind: block.matches('.figure, .plate, .photo')
            ? ('float' as const)
            : block.matches('h2, h3, h4, h5')
              ? ('heading' as const)
              : ('text' as const),
          height: top(blocks[i + 1]) - top(block),
          space: top(blocks[i + 1]) - block.getBoundingClientRect().bottom,
          // The first note of a page comes with a rule and room above it.
          notes: inside.length === 0 ? 0 : inside.reduce((sum, height) => sum + height, 1.5 * line),
          splits: !block.matches('.keep, .aside, .quote, .pull, .session, .numbers, .card, .to-bring'),
        };
      }),
    };
  });
  for (const note of notes) note.style.cssText = '';
  style.cssText = before;
  return measured;
}

/** Puts the blocks of each chapter in an order. Runs in the page. */
export function orderBlocks(orders: readonly (readonly number[])[]): void {
  for (const [i, chapter] of document.querySelectorAll('.chapter').entries()) {
    const text = chapter.querySelector('.book-text');
    const blocks = [...(text?.children ?? [])];
    text?.append(...orders[i]!.map((index) => blocks[index]!));
  }
}
