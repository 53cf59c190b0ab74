import { mdxComponents } from '../../components/mdx.ts';
import BookFigure from './BookFigure.astro';

/** What a chapter may use, where a book shows it otherwise than the web. */
export const bookComponents = { ...mdxComponents, Figure: BookFigure, table: 'table' };
