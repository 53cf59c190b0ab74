import type { Fault } from '../csv/fault.ts';
import { type Block, type Counts, type Group, gatherFaults } from './gather.ts';
import type { Place } from './places.ts';

/** The faults for another program, every place named; texts are those of the other forms, values shortened and masked alike. */
export function writeJson(faults: readonly Fault[], notes: readonly string[]): string {
  const { counts, files } = gatherFaults(faults);
  const report = {
    ...countsOf(counts),
    fichiers: files.map(({ file, counts: own, groups }) => ({
      fichier: file,
      ...countsOf(own),
      colonnes: groups.map(describeGroup),
    })),
    remarques: notes,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function countsOf({ errors, warnings }: Counts) {
  return { erreurs: errors, avertissements: warnings };
}

function describeGroup({ kind, letter, name, counts, blocks }: Group) {
  return {
    genre: kind ?? 'fichier',
    lettre: letter,
    nom: name,
    ...countsOf(counts),
    fautes: blocks.map(describeBlock),
  };
}

function describeBlock({ level, problem, names, expected, readings, nearest, mended, advice, places }: Block) {
  return {
    niveau: level,
    probleme: problem,
    colonnes: names,
    attendu: expected,
    lu: readings.map((reading) => ({ valeur: reading.value, plusProche: reading.nearest ?? nearest })),
    ...(readings.length === 0 ? { plusProche: nearest } : {}),
    luComme: mended,
    pourCorriger: advice,
    lieux: places.map(describePlace),
  };
}

function describePlace({ cell, row, line, character }: Place) {
  return { cellule: cell, ligneDuTableur: row, ligneDuFichier: line, signe: character };
}
