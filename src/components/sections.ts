/** The sections of the menu, in order. */
export const SECTIONS = [
  { title: 'Portrait', page: '/portrait/' },
  { title: 'Financements', page: '/financements/' },
  { title: 'Lieux', page: '/lieux/' },
  { title: 'Éditions', page: '/editions/' },
  { title: 'Graphiques', page: '/graphiques/' },
  { title: 'Données', page: '/donnees/' },
] as const;
