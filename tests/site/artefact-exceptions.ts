import type { Exception } from '../../src/secrecy/inspect-artefact.ts';
import { MONTHS } from '../../src/text/date.ts';

const DRAWN = [
  'd|x|y|x1|x2|y1|y2|cx|cy|r|dx|dy|width|height|points|viewBox|transform|patternTransform',
  'font-size|font-weight|font-family|letter-spacing|textLength|fill|fill-opacity|stroke|stroke-width|stroke-opacity|stroke-dasharray',
].join('|');

/** Numbers of the site that no published table holds, each with the reason why it may stand there. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    reason: 'où se trouve et comment est peint un trait ; une longueur dit une valeur publiée, jamais une case masquée',
    places: new RegExp(`^(?:svg|g|path|circle|rect|line|text|tspan|pattern)@(?:${DRAWN})$`),
  },
  {
    reason: 'les normes des images, du flux et du plan du site',
    places: /^(?:(?:svg|feed|urlset)@xmlns|\?xml@version)$/,
  },
  {
    reason: 'tailles et ordre de lecture dans le HTML',
    places: /^(?:main@tabindex|textarea@rows|input@maxlength|img@(?:width|height|srcset|sizes))$/,
  },
  { reason: 'nombre de pages de l’index de recherche', places: /^\/languages\/fr\/page_count$/ },
  { reason: 'version d’un programme', texts: /^\d+\.\d+\.\d+$/g },
  { reason: 'codes postaux, pour trouver un lieu par le sien', places: /^li@data-mots$/, texts: /\b\d{5}\b/g },
  {
    reason: 'taille et empreinte d’un fichier entier, que chacun peut mesurer',
    places: /^(?:\/resources)?\/(?:bytes|hash)$|\/(?:dcat:byteSize|spdx:checksumValue)\/@value$/,
  },
  {
    reason: 'empreinte du contenu d’un script ou d’une feuille de style, dans son nom',
    places: /^(?:script@src|link@href)$/,
    texts: /_astro\/\S+\.(?:js|css)$/g,
  },
  { reason: 'la fenêtre du lecteur', texts: /^width=device-width, initial-scale=1$/g },
  {
    reason: 'taille du cadre à coller ailleurs',
    texts: /\b(?:width|height|frameborder)="\d+%?"|\bwidth:0;min-width:100%|\bmax-width:100%;height:auto/g,
  },
  { reason: 'rang d’une case sans valeur, pour trier', texts: /^-1$/g },
  {
    reason: 'où se trouve un point ou une zone, comme la carte le montre',
    places: /^\/(?:bbox|features\/geometry\/coordinates)$/,
  },
  { reason: 'versions des licences', texts: /CC BY-SA 4\.0|Licence Ouverte 2\.0|licenses\/by-sa\/4\.0/g },
  { reason: 'noms des vagues', texts: /\bN\+2\b/g },
  { reason: 'dates pour les programmes', texts: /\b\d{4}-\d{2}(?:-\d{2})?(?:T00:00:00Z)?(?!\d)/g },
  { reason: 'années des éditions', texts: /éditions?[ /]\d{4}\b|editions\/\d{4}\b/gi },
  {
    reason: 'dates écrites en toutes lettres',
    texts: new RegExp(`(?:\\d{1,2}(?:er)?\\s)?(?:${MONTHS.join('|')})\\s\\d{4}`, 'g'),
  },
  { reason: 'arrondi d’une image en carrés, somme de parts publiées', texts: /leur somme fait \d+\s%/g },
  {
    reason: 'échelle d’une image de flux : un montant rond, choisi pour sa taille',
    texts: /Épaisseur de [\d\s,]+[kM]?€/g,
  },
  {
    reason: 'échelle de la loupe d’une carte : combien de fois elle agrandit, d’après sa place dans le dessin',
    texts: /(?:^|(?<= et environs, )|(?<=, ))×\s\d+(?:,\d)?$/g,
  },
  {
    reason: 'points d’une carte que le dessin a écartés : il compte les siens',
    texts: /^\d+\spoints?\sécartés?\slà où ils se recouvraient\.$/g,
  },
  {
    reason: 'constat sur une part publiée : le test des constats voit qu’il dit vrai',
    texts: /\bPlus de [89]0\s%(?= des (?:lieux répondants|répondants|habitants|lieux)\b)/g,
  },
  { reason: 'adresses web', texts: /https?:\/\/[^\s"<]+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/\S+/g },
  { reason: 'rang d’une figure', texts: /\bFigures? D?\d+/g },
];

/** The demonstration's own: its names bear numbers, those of the real observatory do not. */
export const FICTIONAL: readonly Exception[] = [
  ...EXCEPTIONS,
  {
    reason: 'noms fictifs, numérotés',
    texts:
      /\b(?:Lieu|Commune [A-D]|Intercommunalité [A-D]|Territoire|TERRITOIRE|Voisin|VOISIN)[ \u00a0]\d+|\b(?:lieu|territoire|voisin)-\d+/g,
  },
];
