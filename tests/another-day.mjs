// Given to Node with --import: whatever runs then believes that it is another day, and another hour.
const Today = Date;
const LATER = 1234 * 24 * 3600 * 1000 + 12_345_678;

globalThis.Date = new Proxy(Today, {
  construct: (target, given, self) =>
    Reflect.construct(target, given.length > 0 ? given : [target.now() + LATER], self),
  apply: (target) => new target(target.now() + LATER).toString(),
  get: (target, name) => (name === 'now' ? () => target.now() + LATER : Reflect.get(target, name)),
});
