import type { Settings } from '../datasets/settings.ts';
import { formatDate } from '../text/date.ts';
import { escapeXml } from '../text/escape.ts';
import { enumerate } from '../text/list.ts';
import { formatNumber, NO_BREAK } from '../text/number.ts';
import { orderNames } from '../text/order-names.ts';
import { writePageToSend } from '../text/page-to-send.ts';
import { plural } from '../text/plural.ts';
import { lowerFirst } from '../text/sentence.ts';
import { typesetHtml } from '../text/typeset-html.ts';
import { countAll, countAnswers, type Tally } from './count-answers.ts';
import { type FollowedPlace, type FollowUp, GROUPS, type Group, type Stranger } from './follow-up.ts';
import { style } from './page-style.ts';

/** What the page says besides the lists: whose it is, and the day on which it was made (AAAA-MM-JJ). */
interface Occasion {
  readonly settings: Pick<Settings, 'nom' | 'region' | 'demonstration'>;
  readonly today: string;
}

/** The call list as one HTML page without script, for a screen, a telephone or paper. It names places that did not answer: private. */
export function reminderPage(followUp: FollowUp, occasion: Occasion): string {
  const title = `Relances${followUp.current ? `, recensement ${followUp.current.nom}` : ''}`;
  const body = `<p class="banner">Document interne : ne pas publier</p>
<main>
<h1>${escapeXml(title)}</h1>
${introduce(followUp, occasion)}
${GROUPS.map((group) => listGroup(group, followUp)).join('\n')}
${listStrangers(followUp)}
${tabulate(followUp)}
${listWithoutCercle(followUp)}
</main>`;
  return typesetHtml(writePageToSend({ title, style, body }));
}

function introduce({ places, waves, answers }: FollowUp, { settings, today }: Occasion): string {
  const count = (group: Group) => places.filter((place) => place.group === group).length;
  const numbers = GROUPS.flatMap((group) => {
    const total = count(group);
    return total === 0
      ? []
      : [`<li><a href="#${group}"><b>${formatNumber(total)}</b> ${escapeXml(WORDS[group].short)}</a></li>`];
  });
  const deposited = waves.filter((_, index) => answers[index]! > 0).map(({ nom }) => nom);
  const collected =
    deposited.length === 0
      ? 'Aucune enquête n’est encore déposée : tous les lieux sont à interroger.'
      : `Réponses connues : ${deposited.length > 1 ? 'celles des recensements' : 'celles du recensement'} ${enumerate(deposited)}.`;
  return [
    `<p>${escapeXml(settings.nom)}, ${escapeXml(settings.region.nom)}${settings.demonstration ? ' (données fictives)' : ''}. Liste établie le ${formatDate(today)}. ${escapeXml(collected)}</p>`,
    numbers.length > 0 ? `<ul class="numbers">${numbers.join('')}</ul>` : '<p>L’annuaire est vide.</p>',
    '<p class="soft">Cette page nomme des lieux qui n’ont pas répondu. Gardez-la dans l’équipe. Elle ne contient ni adresse électronique ni téléphone : l’observatoire n’en conserve pas.</p>',
  ].join('\n');
}

/** Between facts: it ends a line, and begins none. */
const DOT = `${NO_BREAK}· `;

/** What each group is called, in short and as a heading, and what to do with it. */
const WORDS: Readonly<Record<Group, { readonly short: string; readonly heading: string; readonly advice: string }>> = {
  avant: {
    short: 'à relancer d’abord',
    heading: 'À relancer d’abord : ont répondu à un autre recensement, pas à celui-ci',
    advice: 'Ces lieux connaissent l’enquête : ce sont les appels les plus utiles.',
  },
  jamais: {
    short: 'sans aucune réponse connue',
    heading: 'À interroger : aucune réponse connue',
    advice: 'Ces lieux sont dans l’annuaire ; aucune de leurs réponses n’est connue.',
  },
  verifier: {
    short: 'à vérifier avant d’appeler',
    heading: 'À vérifier avant d’appeler : lien inconnu',
    advice:
      'Un répondant de la même commune n’est relié à aucun lieu : c’est peut-être l’un d’eux. Complétez identifiants.csv, puis relancez la commande.',
  },
  repondu: { short: 'ont répondu', heading: 'Ont répondu', advice: 'Rien à demander à ces lieux.' },
};

function listGroup(group: Group, { places }: FollowUp): string {
  const own = places.filter((place) => place.group === group);
  if (own.length === 0) return '';
  const { heading, advice } = WORDS[group];
  const areas = [...Map.groupBy(own, ({ departement }) => departement ?? 'Département inconnu')];
  return [
    `<section id="${group}" class="${group}">`,
    `<h2>${escapeXml(heading)} <span class="count">${plural(own.length, 'lieu', 'lieux')}</span></h2>`,
    `<p class="soft">${escapeXml(advice)}</p>`,
    ...areas.map(
      ([area, there]) =>
        `<h3>${escapeXml(area)} <span class="count">${formatNumber(there.length)}</span></h3>\n<ul class="places">${there.map(describePlace).join('')}</ul>`,
    ),
    '</section>',
  ].join('\n');
}

function describePlace({ lieu, cercle, last }: FollowedPlace): string {
  const facts = [
    ...(lieu.commune ? [escapeXml(lieu.commune)] : []),
    ...(cercle ? [`cercle ${escapeXml(cercle)}`] : []),
    ...(last ? [`dernière réponse : ${escapeXml(last.nom)}`] : []),
    ...(lieu.site_web ? [linkTo(lieu.site_web)] : []),
  ];
  return `<li><b>${escapeXml(lieu.nom)}</b><span>${facts.join(DOT)}</span></li>`;
}

function linkTo(url: string): string {
  const shown = url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  return `<a href="${escapeXml(url)}" rel="noreferrer">${escapeXml(shown)}</a>`;
}

function listStrangers({ strangers }: FollowUp): string {
  if (strangers.length === 0) return '';
  return [
    '<section id="inconnus">',
    `<h2>Répondants que l’annuaire ne connaît pas <span class="count">${formatNumber(strangers.length)}</span></h2>`,
    '<p class="soft">Si l’un d’eux est un lieu de l’annuaire, écrivez l’identifiant du lieu dans identifiants.csv. Sinon, écrivez « hors annuaire » ; une page publique le nomme peut-être tiers-lieu.</p>',
    `<ul class="places">${strangers.map(describeStranger).join('')}</ul>`,
    '</section>',
  ].join('\n');
}

function describeStranger({ id_unite, nom, commune, waves, isOutside, proches }: Stranger): string {
  const facts = [
    `<code>${escapeXml(id_unite)}</code>`,
    ...(commune ? [escapeXml(commune)] : []),
    `a répondu : ${escapeXml(enumerate(waves.map((wave) => wave.nom)))}`,
    ...(isOutside ? ['hors annuaire'] : []),
    ...(proches ? [`proches : ${escapeXml(proches)}`] : []),
  ];
  return `<li><b>${escapeXml(nom ?? 'Nom inconnu')}</b><span>${facts.join(DOT)}</span></li>`;
}

function tabulate(followUp: FollowUp): string {
  const { waves, answers, strangers } = followUp;
  const all = countAll(followUp, 'Ensemble');
  const head = [
    '<th scope="col" class="number">Lieux</th>',
    ...waves.map(({ nom }) => `<th scope="col" class="number">Recensement ${escapeXml(nom)}</th>`),
  ].join('');
  const table = (subject: string, rows: readonly Tally[]) =>
    `<div class="wide"><table><caption>Par ${lowerFirst(subject)}</caption><thead><tr><th scope="col">${subject}</th>${head}</tr></thead><tbody>${rows.map(describeTally).join('')}</tbody></table></div>`;
  const received = waves.map(({ nom }, index) => {
    const unlinked = strangers.filter((stranger) => stranger.waves.includes(waves[index]!)).length;
    return `<li>Recensement ${escapeXml(nom)} : ${plural(answers[index]!, 'réponse', 'réponses')}, dont ${formatNumber(all.answered[index]!)} de lieux de l’annuaire et ${formatNumber(unlinked)} sans lieu connu.</li>`;
  });
  return [
    '<section id="comptes">',
    '<h2>Où en sommes-nous</h2>',
    '<p class="soft">Lieux de l’annuaire qui ont répondu, sur ceux que l’annuaire connaît. L’annuaire n’est pas l’univers : ce ne sont pas des taux de réponse.</p>',
    ...(received.length > 0 ? [`<ul>${received.join('')}</ul>`] : []),
    table('Département', [...countAnswers(followUp, 'departement', 'Département inconnu'), all]),
    table('Cercle', [...countAnswers(followUp, 'cercle', 'Sans cercle connu'), all]),
    '</section>',
  ].join('\n');
}

function describeTally({ label, known, answered }: Tally): string {
  const cells = [known, ...answered].map((count) => `<td class="number">${formatNumber(count)}</td>`);
  return `<tr><th scope="row">${escapeXml(label)}</th>${cells.join('')}</tr>`;
}

function listWithoutCercle({ places }: FollowUp): string {
  const own = places.filter(({ cercle }) => cercle === null);
  if (own.length === 0) return '';
  const names = own.map(({ lieu }) => lieu.nom).toSorted(orderNames);
  return [
    '<section id="sans-cercle">',
    `<h2>Lieux sans cercle connu <span class="count">${formatNumber(own.length)}</span></h2>`,
    '<p class="soft">Le cercle se demande au lieu ; il ne se déduit pas de la commune.</p>',
    `<p>${escapeXml(names.join(', '))}.</p>`,
    '</section>',
  ].join('\n');
}
