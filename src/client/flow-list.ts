import { type Flow, readFlow, type Step, stepFrom, trace } from './flow.ts';
import type { Mark, Walk } from './mark.ts';

/** `<obs-flows>`: the list of flows beside a picture. It tells the picture what others cannot do: light, ways, outlines. */
export class FlowList extends HTMLElement {
  /** What the list says. */
  readonly flow = readFlow(this);

  /** The walk through the marks that a drawing shows; `turned` where its columns are drawn as rows. */
  walk(marks: ReadonlyMap<string, Mark>, turned: boolean): Walk {
    return walkFlow(only(this.flow, marks), turned);
  }

  /** All that feeds a mark and all that it feeds, itself included. */
  trace(key: string): ReadonlySet<string> {
    return trace(this.flow, key);
  }

  /** Draws the outline of a mark, where it is a ribbon. */
  outline(mark: Mark) {
    outline(mark);
  }
}

customElements.define('obs-flows', FlowList);

/** Outlines a ribbon along its way: a box around it would be about half the picture. */
function outline(mark: Mark) {
  const ribbon = mark.querySelector('[stroke-opacity]');
  if (!ribbon) return;
  const edge = ribbon.cloneNode() as Element;
  edge.classList.add('edge');
  edge.setAttribute('stroke-width', String(Number(edge.getAttribute('stroke-width')) + 4));
  mark.prepend(edge);
}

/** Marks of flows: across a column or along its links; where columns are drawn as rows, arrows turn with them. */
function walkFlow(flow: Flow, turned: boolean): Walk {
  const [next, previous, onwards, back] = turned
    ? ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']
    : ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft'];
  const steps: Record<string, Step> = {
    [next!]: 'next',
    [previous!]: 'previous',
    [onwards!]: 'onwards',
    [back!]: 'back',
    Home: 'first',
    End: 'last',
  };
  let wasBack = false;
  return (key, at, last) => {
    const step = steps[key];
    if (!step) return undefined;
    if (at === undefined) return last ?? flow.stages[0]?.[0];
    if (step === 'onwards' || step === 'back') wasBack = step === 'back';
    return stepFrom(flow, at, step, wasBack);
  };
}

/** Flows without the links and nodes that a drawing does not show. */
function only(flow: Flow, marks: ReadonlyMap<string, Mark>): Flow {
  return {
    ...flow,
    stages: flow.stages.map((stage) => stage.filter((key) => marks.has(key))),
    links: flow.links.filter(({ key }) => marks.has(key)),
  };
}
