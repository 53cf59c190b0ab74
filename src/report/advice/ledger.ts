import type { Advice } from './advice.ts';

/** How to mend accounts that do not hold together. */
export const LEDGER: readonly Advice[] = [
  [
    /^« .* » reçoit .* et donne/,
    'cherchez la ligne qui manque ou le montant faux ; ce qui reste vraiment se dit par une ligne de reste',
  ],
  [/^statuts mêlés/, 'donnez aux lignes le même statut, ou ajoutez celles du statut qui manque'],
  [/^boucle/, 'cherchez la ligne écrite à l’envers, ou un nom qui désigne deux choses'],
  [
    /ne fait que (?:recevoir|donner)$|^lien à rebours|^d’un reste à un reste|du même niveau$/,
    'corrigez l’un des deux niveaux, ou échangez le payeur et le bénéficiaire',
  ],
  [/^ce reste donne et reçoit/, 'donnez un autre nom à l’un des deux restes'],
  [/^le même nom est à deux niveaux/, 'corrigez le niveau faux ; si ce sont deux choses, précisez l’un des deux noms'],
  [
    /^subvention (?:déjà comptée|comptée deux fois)/,
    'supprimez la ligne de trop ; si ce sont deux aides, corrigez la référence',
  ],
  [
    /^tout comme la ligne/,
    'si c’est la même aide, supprimez l’une des deux lignes ; sinon, dites ce qui les distingue',
  ],
  [
    /^convention « .* » : .* pour /,
    'vérifiez les montants : on ne verse pas plus que ce qui est notifié, ni ne notifie plus que ce qui est demandé',
  ],
  [/^période hors de l’exercice/, 'corrigez les dates, ou déplacez la ligne dans le fichier du bon exercice'],
  [/^versé après la fin/, 'rien à faire si c’est le solde d’une aide ; sinon, corrigez la date'],
  [/^personne physique/, 'écrivez le nom de la structure ; un salaire, un défraiement sont une dépense, sans nom'],
  [/^peut-être une personne physique/, 'ajoutez le SIRET si c’est une structure ; sinon, supprimez la ligne'],
  [/^accord non dit/, 'demandez leur accord aux bénéficiaires, puis écrivez « oui » ou « non »'],
  [/^accord dit de deux façons/, 'écrivez la même réponse à chaque ligne de ce bénéficiaire'],
  [/^trop peu de flux pour taire/, 'demandez leur accord à ces bénéficiaires, ou réunissez ce payeur avec un autre'],
  [/^lieu absent de l’annuaire/, 'corrigez l’identifiant, ajoutez le lieu à l’annuaire, ou videz la cellule'],
  [/^lieu retiré de l’annuaire/, 'rien à faire : le lieu est compté, et son nom n’est pas montré'],
  [/^un même (?:lieu|SIRET) sous deux noms/, 'écrivez le même nom à toutes ces lignes, ou corrigez le numéro faux'],
  [/^nom écrit de deux façons/, 'gardez une seule écriture, si c’est bien le même'],
  [/^absent de .*, donc dessiné après/, 'ajoutez le nom à ce fichier, ou corrigez-le'],
  [/de (?:plus|moins) que les lignes$/, 'cherchez la ligne qui manque ou qui est de trop, ou corrigez le total'],
];
