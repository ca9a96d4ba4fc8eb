import { findNegations } from './negations.ts';

/** What has two ends: rise and fall, profit and loss. */
export type Axis =
  | 'change'
  | 'result'
  | 'trade'
  | 'quality'
  | 'strength'
  | 'running'
  | 'leave'
  | 'crossing'
  | 'timing'
  | 'goal'
  | 'keeping'
  | 'funds'
  | 'chance';

/** A word that says at which end of an axis something lies. */
export interface Direction {
  axis: Axis;
  /**
   * 1 for the first end (rise, profit, buy, better, start, allow, import, early, met, kept, funded, likely), -1 for the
   * other.
   */
  sign: 1 | -1;
  text: string;
  start: number;
  end: number;
}

/**
 * The words of both ends in both languages. What only names a measure (增速, 增加值, growth rate) has no
 * direction.
 */
const ENDS: readonly (readonly [Axis, 1 | -1, string])[] = [
  [
    'change',
    1,
    '增长(?!率|极|点)|增加(?!值)|增多|增至|增到|猛增|激增|大增|倍增|新增|上升|上涨|上调|大涨|暴涨|涨至|涨到|涨|提升|提高|升至|升到|攀升|走高|扩大|扩张|回升|高于|多于|高出|多出|加快|加速|拉长|延长|多了|高了|快了|大了|翻番|翻了?[一两三]番',
  ],
  [
    'change',
    -1,
    '下降|下滑|下跌|下调|减少|降低|降至|降到|降了|骤降|锐减|暴跌|跌至|跌到|回落|缩小|收窄|收缩|缩减|萎缩|放缓|放慢|减缓|走低|低于|少于|低出|压低|压缩|压降|缩短|变慢|变小|变少|慢了|少了|低了|小了|衰退|减半|腰斩|跌(?!宕)',
  ],
  [
    'change',
    1,
    '(?<!\\bnot )\\b(?:gr[eo]w(?:s|n|ing)?|growth(?! rate)|rose|risen?|ris(?:es|ing)|increas\\w*|climb\\w*|jump\\w*|surg(?:e|es|ed|ing)|soar\\w*|went up|go(?:es|ing)? up|up by|expand\\w*|widen\\w*|higher than|accelerat\\w*|faster than|gained|(?<=%\\s)(?:more|higher))\\b',
  ],
  [
    'change',
    -1,
    '\\b(?:fell|fall(?:s|en|ing)?|dropp?(?:s|ed|ing)?|declin\\w*|decreas\\w*|shr[aiu]nk\\w*|narrow(?:s|ed|ing)|lower(?:ed|ing)?(?= than|\\b)|went down|go(?:es|ing)? down|down by|slow(?:s|ed|er|ing)|reduc\\w*|slid|slump\\w*|plung\\w*|shorten\\w*|halv\\w*|(?<=%\\s)(?:less|lower))\\b',
  ],
  ['result', 1, '盈利|净利|利润|赚钱|\\b(?:profits?|profitable)\\b'],
  ['result', -1, '亏损|亏本|\\b(?:loss(?:es)?|unprofitable)\\b'],
  [
    'trade',
    1,
    '收购|并购|买下|买入|购入|购买|\\b(?:acquir\\w*|acquisitions?|b(?:uy|uys|uying|ought)|purchas\\w*|takeovers?)\\b',
  ],
  ['trade', -1, '出售|卖掉|抛售|剥离|转让|\\b(?:s(?:ell|ells|elling|old)|divest\\w*|offload\\w*)\\b'],
  ['quality', 1, '改善|好转|变好|更加?(?:好|及时|快)|\\b(?:improv\\w*|better)\\b'],
  ['quality', -1, '恶化|变差|更差|更糟|更加?不|\\b(?:worsen\\w*|worse|deteriorat\\w*)\\b'],
  ['strength', 1, '增强|加强|强化|巩固|\\b(?:strengthen\\w*|enhanc\\w*|reinforc\\w*)\\b'],
  ['strength', -1, '削弱|减弱|弱化|\\b(?:weaken\\w*|undermin\\w*)\\b'],
  ['running', 1, '启动|开通|上线|恢复|\\b(?:start(?:s|ed|ing)?|resum\\w*|open(?:s|ed|ing)?)\\b'],
  [
    'running',
    -1,
    '停止|暂停|关闭|关停|下线|取消|中止|终止|\\b(?:stopp?(?:s|ed|ing)?|suspend\\w*|cancel\\w*|shut|discontinu\\w*|clos(?:es|ed|ing))\\b',
  ],
  [
    'leave',
    1,
    '允许|准许|批准|支持|同意|赞成|\\b(?:allow\\w*|permit(?:s|ted|ting)?|approv\\w*|support(?:s|ed|ing)?)\\b',
  ],
  [
    'leave',
    -1,
    '禁止|不得|不许|不准|严禁|反对|拒绝|否决|\\b(?:forbid\\w*|prohibit\\w*|ban(?:s|ned|ning)?|oppos\\w*|reject\\w*|refus\\w*)\\b',
  ],
  ['crossing', 1, '进口|\\bimport(?:s|ed|ing)?\\b'],
  ['crossing', -1, '出口|\\bexport(?:s|ed|ing)?\\b'],
  [
    'goal',
    1,
    '(?:超过|超出|超额|达到|达成|完成|实现)[^，。；]{0,14}?(?:目标|计划|预期|任务|指标)|\\b(?:met|meets?|exceed\\w*|beats?|reach\\w*|achiev\\w*|surpass\\w*)\\b[^.,;]{0,40}?\\b(?:targets?|goals?|plans?|expectations)\\b',
  ],
  [
    'goal',
    -1,
    '(?:低于|不及|落后于|落后)(?:预期|目标|计划)|\\b(?:miss(?:ed|es)?|f[ae]lls? short of|behind|below)\\b[^.,;]{0,30}?\\b(?:targets?|goals?|plans?|expectations)\\b',
  ],
  ['keeping', 1, '保留|沿用|延续|\\b(?:keeps?|kept|retain\\w*)\\b'],
  [
    'keeping',
    -1,
    '取消|删去|删除|放弃|废止|摒弃|[未不没]再|\\b(?:drop(?:s|ped)?|remov\\w*|abandon\\w*|scrap\\w*|no longer|g[ai]ves? up)\\b',
  ],
  ['funds', 1, '(?:获得?|拿到|完成|融到)[^，。；]{0,10}融资|融到|\\braised\\b'],
  ['funds', -1, '资金链断裂|破产|倒闭|没钱|资不抵债|\\b(?:bankrupt\\w*|insolven\\w*|ran out of (?:money|cash))\\b'],
  ['chance', 1, '有可能|很可能|大概率(?!不)|有望|\\b(?:likely|probably)\\b'],
  ['chance', -1, '[不无没]有?可能|不[太大]可能|可能性(?:很|极)?[小低]|大概率不|\\b(?:unlikely|impossible)\\b'],
  ['timing', 1, '提前|提早|\\b(?:early|earlier)\\b'],
  ['timing', -1, '推迟|延期|延后|(?<![早傍昨当今每夜])晚(?![会间上餐报年期辈])|\\b(?:delay\\w*|postpon\\w*|late)\\b'],
];
const PATTERNS = ENDS.map(([axis, sign, words]) => [axis, sign, new RegExp(words, 'giu')] as const);
/**
 * What a name or a measure is made of, and the bound of a figure, says no direction: 加速器, 进出口, 多于27个.
 */
const NO_DIRECTION =
  /(?:高|低|多|少)于(?=约?近?[\d一二两三四五六七八九十百半])|加速器|进出口|出口处|涨价?幅|增长率|早晚/gu;

/** The words of a text that say a direction, in order. */
export function findDirections(text: string): Direction[] {
  const plain = text.replaceAll(NO_DIRECTION, (word) => ' '.repeat(word.length));
  const all = PATTERNS.flatMap(([axis, sign, pattern]) =>
    [...plain.matchAll(pattern)].map(({ 0: word, index }): Direction => ({
      axis,
      sign,
      text: word,
      start: index,
      end: index + word.length,
    })),
  );
  const longestFirst = all.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const found = longestFirst.filter(
    (one, at) => !longestFirst.some((other, index) => index < at && other.end > one.start && other.axis === one.axis),
  );
  const negations = findNegations(text);
  return found.map((direction) =>
    negations.some(({ end }) => isTurned(text, end, direction.start)) ? turned(direction) : direction,
  );
}

/** So near before it a negation turns a direction round, in characters. */
const REACH = 3;

function isTurned(text: string, negationEnd: number, start: number): boolean {
  return start >= negationEnd && start - negationEnd <= REACH && !/[，。；,;.]/u.test(text.slice(negationEnd, start));
}

/** `算不上晚`, `did not grow`: the other end, as far as comparing goes. */
function turned({ sign, ...direction }: Direction): Direction {
  return { ...direction, sign: sign === 1 ? -1 : 1 };
}
