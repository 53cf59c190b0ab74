import { amount, date, oneOf, siret, slug, text, yesNo } from '../csv/kinds.ts';
import { defineDataset, type RowOf } from './define.ts';
import { NATURES, NIVEAUX, STATUTS } from './flux-options.ts';

/** Longest name of a payer or a payee: it is written whole in pictures. */
const LONGEST_NAME = 80;

/** The ledger: who gives how much to whom, one row a flow between two levels. */
export const flux = defineDataset({
  id: 'flux',
  title: 'Flux financiers',
  description:
    'Les comptes, une ligne par flux d’un payeur à un bénéficiaire ; le millésime est l’exercice. Ne sont nommés que les bénéficiaires qui l’acceptent : les autres sont réunis.',
  access: 'public',
  millesimes: true,
  columns: {
    id: slug({
      title: 'Identifiant',
      description: 'Identifiant de la ligne dans son exercice.',
      required: true,
      unique: true,
    }),
    payeur: text({
      title: 'Payeur',
      description: 'Qui donne : toujours écrit de la même façon.',
      required: true,
      max: LONGEST_NAME,
    }),
    niveau_payeur: oneOf(NIVEAUX, {
      title: 'Niveau du payeur',
      description: 'Un financeur ne fait que donner ; un reste qui donne est un report.',
      required: true,
    }),
    beneficiaire: text({
      title: 'Bénéficiaire',
      description: 'Qui reçoit, ou ce qui est dépensé ; jamais une personne physique.',
      required: true,
      max: LONGEST_NAME,
    }),
    niveau_beneficiaire: oneOf(NIVEAUX, {
      title: 'Niveau du bénéficiaire',
      description: 'Toujours plus loin que celui du payeur ; un bénéficiaire et une dépense ne font que recevoir.',
      required: true,
    }),
    montant: amount({
      title: 'Montant',
      description: 'Ce qui passe du payeur au bénéficiaire ; ce qui a été rendu en est déjà retranché.',
      unit: '€',
      required: true,
      min: 0.01,
    }),
    nature: oneOf(NATURES, { title: 'Nature', description: 'Les deux ne s’ajoutent pas.', required: true }),
    statut: oneOf(STATUTS, {
      title: 'Statut',
      description: 'Trois états du même argent, qui ne s’ajoutent jamais.',
      required: true,
    }),
    convention: text({ title: 'Convention', description: 'Référence de la subvention, chez son payeur.', max: 60 }),
    debut: date({ title: 'Début', description: 'Premier jour, mois ou année que le flux concerne.' }),
    fin: date({ title: 'Fin', description: 'Dernier jour, mois ou année que le flux concerne.' }),
    lieu: slug({
      title: 'Lieu',
      description: 'Identifiant du bénéficiaire dans l’annuaire, quand il y est.',
    }),
    siret: siret({ title: 'SIRET', description: 'SIRET du bénéficiaire.' }),
    accord: yesNo({
      title: 'Accord',
      description: 'Le bénéficiaire accepte d’être nommé avec ce qu’il reçoit ; vide vaut non.',
    }),
  },
  key: ['id'],
});

/** One flow of the ledger, in cents; the millésime is the exercice. */
export type Flux = RowOf<typeof flux>;
