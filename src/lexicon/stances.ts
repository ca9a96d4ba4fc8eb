import { splitClauses } from '../text/clauses.ts';

/**
 * How a sentence stands to what it says: as to come, as perhaps so, as so under a condition, as a question, as not so.
 */
export type StanceKind = 'planned' | 'unsure' | 'conditional' | 'asked' | 'denied';

/** Words that say how a sentence stands to a part of it. */
export interface Stance {
  kind: StanceKind;
  text: string;
  /** The part of the sentence that it bears on. */
  from: number;
  to: number;
}

/**
 * What a word bears on: the rest of its clause, of the sentence up to a `but`, all before it, all that one `that`
 * holds, or the whole sentence.
 */
type Reach = 'clause' | 'onwards' | 'before' | 'clauses' | 'sentence';

/** Marks of what is planned or forecast; 将近 is `nearly`. */
export const PLANNED =
  /预计|预估|估计|预期|预测|有望|计划(?!经济|单列)|拟(?!合|人|态)|(?<!已|已经|曾|并|再|便|可|是|就|[，。；])将(?!近|[领军士其该这])|(?<=[，。；])将(?!近|[领军士其该这])|力争|争取(?!到)|打算|筹建|筹划|酝酿|规划(?![》纲局署期建])|目标(?![客市用群人])|尚未|准备(?!金)|\bwill\b|\bplan(?:s|ned|ning)? (?:to|for|on)\b|\bexpect(?:s|ed|ing)?\b|\bforecasts?\b|\bproject(?:s|ed)(?= to| that)|\baim(?:s|ed|ing)? (?:to|at|for)\b|\bintend(?:s|ed)?\b|\b(?:is|are) (?:set|about|due) to\b|\bhop(?:es?|ed|ing) to\b|\bwould\b|\btarget(?:s|ed|ing)?\b|\bseek(?:s|ing)?\b|\bsought\b|\bscheduled\b|\bconsider(?:s|ed|ing)\b|\bunder (?:discussion|consideration|review)\b|\bpropos(?:es|ed|ing|als?)\b/u;

const READINGS: readonly (readonly [StanceKind, Reach, RegExp])[] = [
  ['planned', 'clause', new RegExp(PLANNED, 'gu')],
  [
    'unsure',
    'clause',
    /可能(?!性)|或许|也许|大概率|或(?=[达将为超降增涨])|恐(?=[将怕])|似乎|疑似|\bmay\b|\bmight\b|\bcould\b|\bperhaps\b|\bpossibly\b|\bprobably\b|(?<!un)\blikely\b|\bseems?\b|\bappears? to\b|怀疑|涉嫌|猜测|\bsuspect(?:s|ed)?\b|\baccus(?:e|es|ed|ing)\b|\balleg\w+|\bclaims? that\b|\bclaimed that\b|\bunclear\b|\bdoubts?\b/gu,
  ],
  [
    'unsure',
    'onwards',
    /据传|谣传|讹传|传闻|网传|传言|坊间|\breportedly\b|\ballegedly\b|\brumou?rs?\b|\brumou?red\b/giu,
  ],
  [
    'conditional',
    'onwards',
    /如果|只要|前提是|假如|假设|倘若|(?<![宛恍])若(?![干])|一旦|除非|(?<!需|主|只|重)要是|万一/gu,
  ],
  [
    'conditional',
    'clauses',
    /(?<!\b(?:as|even) )\bif\b|\bunless\b|\bprovided that\b|\bin case\b|\bassuming\b|\bas long as\b|(?:^|[,;.] )(?:were|had|should) the\b/giu,
  ],
  ['asked', 'clause', /是否|能否|会否|\bwhether\b/giu],
  ['asked', 'sentence', /[?？]["”’」）)]*\s*$/gu],
  [
    'denied',
    'onwards',
    /(?<!不可|无可|不容|无法)否认|辟谣|驳斥|并非|误[以认]为|所谓|误传|谎称|不认为|不相信|没有人(?:认为|声称|相信)|\bden(?:y|ies|ied|ying)\b|\brefut\w+|\b(?:false|untrue|not true|not the case|a myth) that\b|\bthrew out\b|\b(?:nobody|no one|few) (?:claim|sa|believ|think)\w*|\b(?:wrongly|falsely)\b|\bdismiss(?:es|ed)\b|\bmistaken(?:ly)?\b/giu,
  ],
  [
    'denied',
    'clause',
    /从未|谈不上|并未|\bcontrary to\b|\b(?:hardly|scarcely|barely) any\b|\bfar from\b|\bnone of\b/giu,
  ],
  [
    'denied',
    'before',
    /不属实|不实|(?:是|系|属)(?:谣言|误解|误传|假的|虚构|捏造|杜撰|编造)|子虚乌有|告吹|落空|流产|泡汤|未果|不准确|不成立|可能性(?:很小|不大|极低)|\b(?:is|was|are|were|proved|been) (?:untrue|false|wrong|not true|not the case|a myth|incorrect|unfounded)\b/giu,
  ],
];
/** Turns from what is denied or supposed to what is so. */
const TURN = /但|而是|而(?![且是])|不过|却|\b(?:but|while|whereas|however|instead|although)\b/iu;

/** How a single sentence stands to its parts. */
export function findStances(sentence: string): Stance[] {
  const clauses = splitClauses(sentence);
  return READINGS.flatMap(([kind, reach, pattern]) =>
    [...sentence.matchAll(pattern)].map(({ 0: text, index }): Stance => {
      const end = index + text.length;
      if (reach === 'clauses')
        return { kind, text, from: Math.max(0, sentence.lastIndexOf(' and that ', index)), to: sentence.length };
      if (reach === 'sentence') return { kind, text, from: 0, to: sentence.length };
      if (reach === 'before') return { kind, text, from: 0, to: index };
      if (reach === 'onwards') return { kind, text, from: end, to: endOfTurn(sentence, end) };
      const own = clauses.findIndex((clause) => index < clause.end);
      // `预计，…`: nothing of its own, it bears on what follows.
      const bears = (clauses[own]?.end ?? end) - end < 2 ? clauses[own + 1] : clauses[own];
      return { kind, text, from: index, to: bears?.end ?? sentence.length };
    }),
  );
}

function endOfTurn(sentence: string, from: number): number {
  const at = sentence.slice(from).search(TURN);
  return at < 0 ? sentence.length : from + at;
}
