import type { Script } from './fake-model.ts';
import type { ModelCall, Reply } from './reply.ts';

/** A passage as a prompt shows it. */
export interface ShownPassage {
  ref: string;
  text: string;
}

/** A claim as a model gives it. */
export interface SaidClaim {
  text: string;
  citations: { passage: string; quote: string }[];
}

/** The passages that a prompt shows. */
export function passagesIn({ prompt }: ModelCall): ShownPassage[] {
  return [...prompt.matchAll(/<passage ref="(?<ref>P\d+)"[^>]*>\n(?<text>[^]*?)\n<\/passage>/gu)].map(({ groups }) => ({
    ref: groups?.['ref'] ?? '',
    text: groups?.['text'] ?? '',
  }));
}

/** The question that a prompt asks. */
export function questionIn({ prompt }: ModelCall): string {
  return /Question: (?<question>[^\n]*)/u.exec(prompt)?.groups?.['question'] ?? '';
}

/** Whether a prompt asks to judge sentences. */
export function isJudging({ prompt }: ModelCall): boolean {
  return prompt.includes('whether its quotes prove the claim');
}

/** That each of the sentences that a prompt asks about is proved. */
export function allProved({ prompt }: ModelCall) {
  return {
    claims: [...prompt.matchAll(/^(?<number>\d+)\. /gmu)].map(({ groups }) => ({
      number: Number(groups?.['number']),
      proved: true,
    })),
  };
}

/**
 * A model that answers with what a function makes of question and passages, takes no question apart, and finds
 * everything proved.
 */
export function aReader(read: (question: string, passages: ShownPassage[]) => SaidClaim[]): Script {
  return (call): Reply => {
    if (isJudging(call)) return { kind: 'says', value: allProved(call) };
    if (call.prompt.includes('Take it apart')) return { kind: 'says', value: { questions: [] } };
    const claims = read(questionIn(call), passagesIn(call));
    return { kind: 'says', value: { claims, missing: claims.length > 0 ? [] : [questionIn(call)] } };
  };
}
