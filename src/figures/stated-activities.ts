/** What each published activity says of one place that has it, and of several. */
export const statedActivities = {
  coworking: { one: 'accueille du coworking', many: 'accueillent du coworking' },
  culture: { one: 'a une activité culturelle', many: 'ont une activité culturelle' },
  fablab: { one: 'accueille un fablab', many: 'accueillent un fablab' },
  ateliers: { one: 'accueille des ateliers partagés', many: 'accueillent des ateliers partagés' },
} as const;
