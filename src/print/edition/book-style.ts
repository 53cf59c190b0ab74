import pages from '../styles/book-pages.css?raw';
import { type BookLayout, columnOf } from './book-layout.ts';

/**
 * The part of a book's style that follows from its paper: the size of its pages, margins that face each other, sizes of
 * type. Inner and outer margins change sides: page boxes know no variable, so that they are written out.
 */
export function bookStyle(layout: BookLayout): string {
  const { paper, margin, text, leading, small, notesColumns, photo } = layout;
  const { top, bottom, inner, outer } = margin;
  return [
    pages,
    `@page{size:${paper.width}mm ${paper.height}mm}`,
    `@page:right{margin:${top}mm ${outer}mm ${bottom}mm ${inner}mm}`,
    `@page:left{margin:${top}mm ${inner}mm ${bottom}mm ${outer}mm}`,
    `@page cover{margin:0}`,
    `:root{font-size:${text}pt;line-height:${leading}pt;--small:${small}pt;--leading:${leading}pt;--column:${columnOf(layout)}mm;--page:${paper.height - top - bottom}mm;--photo:${photo}mm;--notes:${notesColumns === 1 ? '1fr' : '1fr 1fr'};--paper-width:${paper.width}mm;--paper-height:${paper.height}mm}`,
  ].join('');
}
