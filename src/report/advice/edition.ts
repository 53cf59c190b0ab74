import type { Advice } from './advice.ts';

/** How to mend the texts of a yearly book. */
export const EDITION: readonly Advice[] = [
  [/^édition sans fiche/, 'créez-la avec « npm run nouvelle-edition », ou copiez celle d’une autre année'],
  [/^composant inconnu/, 'prenez un composant de content/LISEZMOI.md'],
  [/^attribut inconnu/, 'comparez avec l’exemple de content/LISEZMOI.md'],
  [/^composant réservé aux éditions/, 'déplacez-le dans un chapitre, ou prenez un autre composant'],
  [/^(?:adresse réservée|deux chapitres ont|nom de chapitre)/, 'changez le nom du fichier, et gardez son numéro'],
  [/^photo absente/, 'déposez le fichier dans « photos », ou corrigez son nom'],
  [/^nom de photo/, 'renommez le fichier dans « photos », et écrivez ce nom dans la balise'],
  [/^image illisible/, 'enregistrez-la de nouveau, ou prenez l’original'],
  [/^photo sans texte/, 'dites ce que l’on voit, comme au téléphone'],
  [/^photo sans crédit/, 'demandez à la personne qui l’a prise comment la nommer'],
  [/^renvoi à ce que/, 'corrigez le nom, ou retirez le renvoi'],
  [/^renvoi /, 'gardez une seule des trois cibles'],
  [/^mot que le glossaire/, 'définissez le mot dans le glossaire, ou corrigez l’identifiant'],
  [/^note /, 'récrivez la note dans la phrase qui l’appelle'],
  [/^« \S+ » manque/, 'ajoutez-le dans la balise'],
  [/^portrait sans lieu/, 'nommez le lieu'],
  [/^nombre tapé sans source/, 'citez la donnée, ou donnez la source du nombre'],
  [/^(?:figure posée|deux notes|mot défini)/, 'gardez le premier, ou donnez un autre nom au second'],
];
