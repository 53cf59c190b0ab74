/** How to mend a fault, known by the words in which its problem is said: a short sentence without capital nor stop. */
export type Advice = readonly [problem: RegExp, advice: string];
