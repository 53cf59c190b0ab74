/** A header as it may be understood: a question, and the answer that the column ticks. */
export interface HeaderReading {
  readonly question: string;
  readonly answer?: string;
}

/** A LimeSurvey code before its question: « Q1[SQ001]. Question [Réponse] ». */
const CODED = /^([A-Za-z]\w*(?:\[\w*\])?)\s*[.:]\s+(\S.*)$/s;
const BRACKETED = /^(.*?)\s*\[([^[\]]*)\]$/s;
/** What forms add behind a question; other brackets may change its meaning and are kept. */
const ADDED =
  /\s*[([](?:plusieurs (?:réponses|choix) (?:sont )?possibles?|une seule réponse(?: possible)?|en €|en euros?|€|en m²|m²|en %|%|facultatif|obligatoire)[)\]]$/iu;

/** The ways to understand a header, the whole text first. */
export function readHeader(text: string): readonly HeaderReading[] {
  const whole = text.replace(/\s+/g, ' ').trim();
  const [, code, question] = CODED.exec(whole) ?? [];
  return [whole, ...(code && question ? [question, code] : [])].flatMap(readQuestion);
}

function readQuestion(text: string): readonly HeaderReading[] {
  const plain = text.replace(ADDED, '');
  const [, question, answer] = BRACKETED.exec(plain) ?? [];
  if (question && answer) return [{ question: question.replace(ADDED, ''), answer }];
  return [{ question: plain }];
}
