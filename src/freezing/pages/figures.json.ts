import type { APIRoute } from 'astro';
import { embedHeight } from '../../components/embed-height.ts';
import type { FrozenFigure } from '../../observatory/frozen-years.ts';
import { observatory } from '../../observatory/index.ts';
import { namedPlaces } from '../named-places.ts';

/** What has to be known of each figure to show it once it is frozen. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify(
      observatory.figures.map(
        (figure): FrozenFigure => ({
          id: figure.id,
          titre: figure.title,
          constat: figure.heading,
          resume: figure.summary,
          ...(figure.millesime === undefined ? {} : { millesime: figure.millesime }),
          hauteur: embedHeight(figure),
          tableaux: Object.keys(figure.tables),
          lieux: namedPlaces(figure, observatory),
        }),
      ),
    ),
  );
