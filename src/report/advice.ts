import type { Fault } from '../csv/fault.ts';

/** How to mend each kind of fault, known by the words in which it is said; the first that fits is told. */
const BY_PROBLEM: readonly (readonly [problem: RegExp, advice: string])[] = [
  [/^zéro initial perdu/, 'mettez la colonne au format texte, puis ressaisissez'],
  [/^SIRET arrondi/, 'reprenez le numéro à sa source, dans une colonne au format texte'],
  [/^SIREN/, 'cherchez les 14 chiffres de l’établissement sur annuaire-entreprises.data.gouv.fr'],
  [/^clé fausse/, 'un chiffre est faux : reprenez le numéro à sa source'],
  [/^date devenue un nombre/, 'remettez la colonne au format date, année d’abord, puis enregistrez'],
  [/^cette date n’existe pas/, 'vérifiez le jour et le mois : un tableur en anglais les échange'],
  [/^nombres écrits à l’anglaise/, 'rouvrez le fichier d’origine dans un tableur en français, puis enregistrez-le'],
  [
    /^(?:lignes entières|toute la ligne d’en-tête)/,
    'reprenez le fichier d’origine et ouvrez-le avec le bon séparateur',
  ],
  [/^lignes de longueurs/, 'mettez entre guillemets les textes qui contiennent le séparateur'],
  [/^ligne (?:incomplète|trop longue)/, 'cherchez un séparateur ou un retour à la ligne de trop, ou qui manque'],
  [/^ligne d’en-tête répétée/, 'supprimez cette ligne'],
  [/^ligne de total/, 'supprimez cette ligne : elle serait lue comme un enregistrement'],
  [
    /^adresse électronique|^numéro de téléphone|^personne à contacter/,
    'effacez : rien ici ne doit permettre de joindre quelqu’un',
  ],
  [/^réponse inconnue : laissez/, 'videz la cellule : une case vide veut dire que nous ne savons pas'],
  [/^réponse inconnue/, 'choisissez dans la liste, ou prévenez l’équipe si une réponse y manque'],
  [/^colonne inconnue, refusée/, 'supprimez la colonne, ou donnez-lui le nom du dictionnaire'],
  [/^colonne inconnue, ignorée/, 'rien à faire si elle ne sert pas ; sinon, donnez-lui le nom du dictionnaire'],
  [/^colonne obligatoire absente/, 'ajoutez la colonne, ou rendez son nom à celle qui l’a perdu'],
  [/^colonne absente/, 'rien à faire si la question n’a pas été posée'],
  [/^colonne en double/, 'gardez une seule des deux colonnes'],
  [/^colonne sans nom/, 'donnez un nom à la colonne, ou supprimez-la'],
  [/^aucune colonne reconnue/, 'remettez la ligne des noms de colonnes en haut du fichier'],
  [/^cellule vide/, 'remplissez la cellule, ou supprimez la ligne si elle ne sert pas'],
  [/^valeur déjà présente/, 'gardez une seule des lignes, ou donnez à chacune sa valeur'],
  [/^guillemet/, 'enregistrez à nouveau depuis le tableur : il place lui-même les guillemets'],
  [/^(?:caractère|balise|formule)/, 'ressaisissez le texte à la main, sans le coller'],
  [/^fichier en UTF-8 dont|^encodage/, 'dans le tableur : « Enregistrer sous », puis « CSV UTF-8 »'],
  [
    /^c’est un (?:classeur|PDF|fichier compressé)|^c’est une archive|^il contient des octets nuls/,
    'ouvrez-le dans le tableur, puis « Enregistrer sous », « CSV UTF-8 »',
  ],
  [/^c’est un dossier/, 'déplacez le dossier, ou donnez ce nom à un fichier'],
  [/^lien /, 'remplacez le lien par le fichier lui-même'],
  [/^fichier trop gros/, 'vérifiez que c’est le bon fichier ; sinon, coupez-le'],
  [/^ligne de plus d’un million/, 'vérifiez que c’est le bon fichier : celui-ci n’est pas un tableau'],
  [/^fichier absent/, 'ajoutez le fichier, ou supprimez ce qui le nomme'],
  [/^fichier que rien ne décrit/, 'décrivez-le, ou retirez-le du dossier'],
  [/^ancienne commune/, 'prenez le code de la commune nouvelle'],
  [/^commune inconnue|^quatre chiffres/, 'cherchez le code sur geo.api.gouv.fr ou sur insee.fr'],
  [/^commune hors/, 'vérifiez le code ; si le lieu est bien là, il n’entre dans aucun territoire'],
  [/^latitude et longitude échangées/, 'échangez les deux cellules'],
  [/^le point est à /, 'vérifiez l’adresse, le code de la commune et le point'],
  [/^\d+ lieux? de /, 'vérifiez les identifiants : un lieu garde le sien ; s’il n’a pas répondu, rien à faire'],
  [/fois (?:plus|moins)/, 'vérifiez l’unité et les zéros ; si la réponse est juste, rien à faire'],
  [/^le code INSEE .* est celui d’une autre/, 'corrigez le nom ou le code : l’un des deux est faux'],
  [/^nombre abrégé|de trop : l’unité/, 'n’écrivez que le nombre : l’unité est dans le nom de la colonne'],
  [/^période à rebours|^fin avant le début/, 'échangez le début et la fin, ou corrigez l’un des deux'],
  [/^clé inconnue/, 'corrigez le nom de la clé, ou supprimez la ligne'],
  [/^clé en double/, 'gardez une seule des deux lignes'],
];

/** The same for cells of which it is only said what was expected. */
const BY_EXPECTED: readonly (readonly [expected: RegExp, value: RegExp, advice: string])[] = [
  [/^un (?:nombre|montant)/, /\p{L}/u, 'n’écrivez que des chiffres ; une case vide veut dire que nous ne savons pas'],
  [/^une date/, /./, 'écrivez l’année d’abord : 2026, 2026-03 ou 2026-03-15'],
  [/^« oui » ou « non »/, /./, 'répondez par oui ou par non, sans autre mot'],
];

/** How to mend a fault, a short sentence without capital nor stop; undefined where what was expected says it all. */
export function adviceFor({ problem, expected, columnLetter, value = '' }: Fault): string | undefined {
  if (problem !== undefined) return BY_PROBLEM.find(([pattern]) => pattern.test(problem))?.[1];
  if (columnLetter === undefined) return undefined;
  return BY_EXPECTED.find(([wanted, read]) => wanted.test(expected) && read.test(value))?.[2];
}
