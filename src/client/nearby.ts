import { NO_BREAK } from '../text/number.ts';
import { plural } from '../text/plural.ts';
import { type CommuneList, type FoundCommune, findCommunes, type ListedCommune } from './find-communes.ts';
import { type KnownPlace, nearPlaces } from './near-places.ts';

/** A known place and its link in the page's own list. */
interface LinkedPlace extends KnownPlace {
  readonly link: HTMLAnchorElement;
  readonly cercle?: { readonly id: string; readonly nom: string };
}

/**
 * `<obs-nearby>`: a field that proposes communes as one types (a combobox), and what the page knows near the one chosen.
 * The list of communes is asked for when the field is first used; the choice stays in the address, and nowhere else.
 */
export class Nearby extends HTMLElement {
  private input!: HTMLInputElement;
  private list!: HTMLElement;
  private status!: HTMLElement;
  private found: readonly FoundCommune[] = [];
  private active = -1;
  private asked: Promise<CommuneList | undefined> | undefined;

  connectedCallback() {
    const [field, input, list, status] = ['search', 'input', '.nearby-options', '[role=status]'].map((selector) =>
      this.querySelector<HTMLElement>(selector),
    );
    if (!field || !input || !list || !status) return;
    Object.assign(this, { input, list, status });
    list.role = 'listbox';
    list.ariaLabel = 'Communes';
    field.hidden = false;
    input.addEventListener('focus', () => this.load());
    input.addEventListener('input', () => this.propose());
    input.addEventListener('keydown', (event) => this.press(event));
    input.addEventListener('blur', () => this.close());
    // A click would take the focus away, and the list with it.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const option = (event.target as Element).closest<HTMLElement>('[role=option]');
      if (option) this.choose([...list.children].indexOf(option));
    });
    addEventListener('popstate', () => this.showAddress());
    this.showAddress();
  }

  private load(): Promise<CommuneList | undefined> {
    this.asked ??= fetch(this.dataset.communes!)
      .then((response) => (response.ok ? (response.json() as Promise<CommuneList>) : undefined))
      .catch(() => undefined)
      .then((communes) => {
        if (!communes) {
          this.asked = undefined;
          this.status.textContent = 'La liste des communes n’a pas pu être lue. Réessayez, ou lisez la liste plus bas.';
        }
        return communes;
      });
    return this.asked;
  }

  private async propose() {
    const communes = await this.load();
    if (!communes) return;
    this.found = findCommunes(this.input.value, communes);
    this.active = -1;
    this.list.replaceChildren(...this.found.map((one, index) => this.option(one, index, communes)));
    this.list.hidden = this.found.length === 0;
    this.input.setAttribute('aria-expanded', String(this.found.length > 0));
    this.input.removeAttribute('aria-activedescendant');
    const none = this.input.value.trim() === '' ? '' : 'Aucune commune de la région ne correspond';
    this.status.textContent =
      this.found.length > 0 ? plural(this.found.length, 'commune proposée', 'communes proposées') : none;
  }

  private option({ commune: [, nom, , territoire], by }: FoundCommune, index: number, { territoires }: CommuneList) {
    const option = document.createElement('div');
    option.id = `commune-${index}`;
    option.role = 'option';
    option.setAttribute('aria-selected', 'false');
    const more = document.createElement('span');
    more.className = 'soft';
    more.textContent = [by, territoires[territoire]?.[1]].filter(Boolean).join(', ');
    option.append(nom, ' ', more);
    return option;
  }

  private press(event: KeyboardEvent) {
    const last = this.found.length - 1;
    const isOpen = !this.list.hidden;
    if (event.key === 'Escape' && isOpen) this.close();
    else if (event.key === 'Escape') this.input.value = '';
    else if (event.key === 'Enter' && isOpen) this.choose(Math.max(0, this.active));
    else if (event.key === 'ArrowDown' && isOpen) this.point(this.active === last ? 0 : this.active + 1);
    else if (event.key === 'ArrowUp' && isOpen) this.point(this.active <= 0 ? last : this.active - 1);
    else if (event.key === 'ArrowDown') void this.propose();
    else return;
    event.preventDefault();
  }

  private point(index: number) {
    this.active = index;
    for (const [rank, option] of [...this.list.children].entries()) {
      option.setAttribute('aria-selected', String(rank === index));
      if (rank === index) option.scrollIntoView({ block: 'nearest' });
    }
    this.input.setAttribute('aria-activedescendant', `commune-${index}`);
  }

  private close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  private async choose(index: number) {
    const chosen = this.found[index]?.commune;
    const communes = await this.load();
    if (!chosen || !communes) return;
    const address = new URL(location.href);
    address.searchParams.set('commune', chosen[0]);
    address.hash = '';
    history.pushState(null, '', address);
    this.show(chosen, communes);
  }

  /** The commune that the address names, if the region has it. */
  private async showAddress() {
    const code = new URL(location.href).searchParams.get('commune');
    if (!code) {
      this.piece('nom').closest('section')!.hidden = true;
      return;
    }
    const communes = await this.load();
    const commune = communes?.communes.find(([own]) => own === code.toUpperCase());
    if (communes && commune) this.show(commune, communes);
    else if (communes) this.status.textContent = 'Cette commune n’est pas de la région';
  }

  private show(commune: ListedCommune, list: CommuneList) {
    const [, nom, , territoire, epci] = commune;
    const known = new Map(list.communes.map((one) => [one[0], one]));
    const { here, around, how } = nearPlaces(commune, known, this.places());
    this.close();
    this.input.value = nom;
    this.piece('nom').textContent = nom;
    this.piece('epci').textContent = list.epci[epci] ? `${list.epci[epci]} · ` : '';
    const [id, name] = list.territoires[territoire] ?? ['', ''];
    const link = this.piece('territoire') as HTMLAnchorElement;
    link.href = id ? `${this.dataset.territoires}${id}/` : link.href;
    link.textContent = name;
    this.fill(
      'ici',
      here.map(({ link: own }) => [own]),
    );
    this.fill(
      'autour',
      around.map(({ place, km }) => [place.link, placeOf(place, known, km)]),
    );
    this.keep('aucun-ici', here.length === 0);
    this.keep('par-distance', how === 'distance');
    this.keep('par-epci', how === 'epci');
    this.keep('par-territoire', how === 'territoire');
    this.keep('aucun-autour', how === 'nulle part');
    this.tellCercles(here);
    this.piece('nom').closest('section')!.hidden = false;
    this.status.textContent = `${nom}${NO_BREAK}: ${here.length > 0 ? plural(here.length, 'lieu connu', 'lieux connus') : 'aucun lieu connu'} dans la commune`;
  }

  /** Cercles that places of the commune say they belong to; nothing is told of the commune itself. */
  private tellCercles(here: readonly LinkedPlace[]) {
    const cercles = [...new Map(here.flatMap(({ cercle }) => (cercle ? [[cercle.id, cercle.nom] as const] : [])))];
    this.keep('cercles', cercles.length > 0);
    this.keep('sans-cercle', cercles.length === 0);
    const links = cercles.map(([id, nom]) => {
      const link = document.createElement('a');
      link.href = `${this.dataset.territoires}${id}/`;
      link.textContent = nom;
      return link;
    });
    this.piece('noms-des-cercles').replaceChildren(
      ...links.flatMap((link, index) => (index > 0 ? [', ', link] : [link])),
    );
  }

  /** The known places, as the page lists them for those without a script. */
  private places(): readonly LinkedPlace[] {
    return [...this.querySelectorAll<HTMLElement>('[data-commune]')].flatMap(({ dataset, firstElementChild }) =>
      firstElementChild instanceof HTMLAnchorElement
        ? [
            {
              link: firstElementChild,
              commune: dataset.commune!,
              ...(dataset.latitude && dataset.longitude
                ? { latitude: Number(dataset.latitude), longitude: Number(dataset.longitude) }
                : {}),
              ...(dataset.cercle ? { cercle: { id: dataset.cercle, nom: dataset.cercleNom ?? dataset.cercle } } : {}),
            },
          ]
        : [],
    );
  }

  private fill(name: string, lines: readonly (readonly [HTMLAnchorElement, string?])[]) {
    const items = lines.map(([link, more]) => {
      const item = document.createElement('li');
      item.className = 'place';
      item.append(link.cloneNode(true));
      if (more) {
        const said = document.createElement('p');
        said.textContent = more;
        item.append(said);
      }
      return item;
    });
    this.piece(name).replaceChildren(...items);
  }

  private keep(name: string, isShown: boolean) {
    this.piece(name).hidden = !isShown;
  }

  private piece(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }
}

/** "Commune B, à 12 km": where a place around is, and how far. */
function placeOf({ commune }: KnownPlace, known: ReadonlyMap<string, ListedCommune>, km: number | undefined): string {
  const distance = km === undefined ? '' : km < 1 ? 'à moins de 1\u00a0km' : `à ${Math.round(km)}\u00a0km`;
  return [known.get(commune)?.[1], distance].filter(Boolean).join(', ');
}
