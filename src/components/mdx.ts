import Card from './Card.astro';
import Chapeau from './Chapeau.astro';
import Chiffre from './Chiffre.astro';
import Chiffres from './Chiffres.astro';
import Citation from './Citation.astro';
import Encadre from './Encadre.astro';
import AApporter from './edition/AApporter.astro';
import Colophon from './edition/Colophon.astro';
import Definition from './edition/Definition.astro';
import Exergue from './edition/Exergue.astro';
import Glossaire from './edition/Glossaire.astro';
import Nombre from './edition/Nombre.astro';
import Note from './edition/Note.astro';
import NoteFin from './edition/NoteFin.astro';
import Notes from './edition/Notes.astro';
import Ouverture from './edition/Ouverture.astro';
import Photo from './edition/Photo.astro';
import PortraitLieu from './edition/PortraitLieu.astro';
import Remerciements from './edition/Remerciements.astro';
import Renvoi from './edition/Renvoi.astro';
import Retenir from './edition/Retenir.astro';
import Seance from './edition/Seance.astro';
import Terme from './edition/Terme.astro';
import Titre from './edition/Titre.astro';
import FondDeCarte from './FondDeCarte.astro';
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
  FondDeCarte,
  Mention,
  Seuil,
  Value,
  AApporter,
  Colophon,
  Definition,
  Exergue,
  Glossaire,
  Nombre,
  Note,
  NoteFin,
  Notes,
  Ouverture,
  Photo,
  PortraitLieu,
  Remerciements,
  Renvoi,
  Retenir,
  Seance,
  Terme,
  Titre,
};
