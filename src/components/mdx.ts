import Card from './Card.astro';
import Chapeau from './Chapeau.astro';
import Chiffre from './Chiffre.astro';
import Chiffres from './Chiffres.astro';
import Citation from './Citation.astro';
import Encadre from './Encadre.astro';
import Link from './Link.astro';
import Mention from './Mention.astro';
import ProseFigure from './ProseFigure.astro';
import Seuil from './Seuil.astro';
import Value from './Value.astro';
import WideTable from './WideTable.astro';

/** What a text may use without an import; links get the base path, tables a box that scrolls. */
export const mdxComponents = {
  a: Link,
  table: WideTable,
  Card,
  Chapeau,
  Chiffre,
  Chiffres,
  Citation,
  Encadre,
  Figure: ProseFigure,
  Mention,
  Seuil,
  Value,
};
