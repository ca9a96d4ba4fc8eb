import type { QuantityKind } from '../domain/quantity.ts';
import { words } from '../lexicon/lexicon.ts';

/** What stands after a number. */
export interface UnitFound {
  kind: QuantityKind;
  /** Currency of money, classifier of a count (empty: things of every kind), else the unit that `factor` leads to. */
  unit: string;
  /** Times this it is in the unit. */
  factor: number;
  /** Characters that it takes. */
  length: number;
}

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];
/** Mean lengths in seconds: `12 months` is `one year`. */
const [MONTH, YEAR] = [2_629_800, 31_557_600];

/**
 * What the units of `lexicon/units.tsv` measure: their kind, the unit it is reckoned in, and how much of it they are.
 */
const UNITS = new Map<string, readonly [QuantityKind, string, number]>(
  Object.entries({
    points: ['points', 'pp', 1],
    percent: ['percent', '%', 1],
    tenths: ['percent', '%', 10],
    times: ['times', 'x', 1],
    USD: ['money', 'USD', 1],
    cent: ['money', 'USD', 0.01],
    EUR: ['money', 'EUR', 1],
    GBP: ['money', 'GBP', 1],
    JPY: ['money', 'JPY', 1],
    HKD: ['money', 'HKD', 1],
    INR: ['money', 'INR', 1],
    KRW: ['money', 'KRW', 1],
    CNY: ['money', 'CNY', 1],
    age: ['age', 'years', 1],
    hour: ['duration', 's', HOUR],
    minute: ['duration', 's', MINUTE],
    millisecond: ['duration', 's', 1e-3],
    second: ['duration', 's', 1],
    month: ['duration', 's', MONTH],
    week: ['duration', 's', 7 * DAY],
    day: ['duration', 's', DAY],
    year: ['duration', 's', YEAR],
    'km²': ['area', 'm²', 1e6],
    'm²': ['area', 'm²', 1],
    hectare: ['area', 'm²', 1e4],
    mu: ['area', 'm²', 10_000 / 15],
    km: ['length', 'm', 1000],
    mile: ['length', 'm', 1609.344],
    nm: ['length', 'm', 1e-9],
    mm: ['length', 'm', 1e-3],
    cm: ['length', 'm', 1e-2],
    inch: ['length', 'm', 0.0254],
    m: ['length', 'm', 1],
    t: ['mass', 'kg', 1000],
    kg: ['mass', 'kg', 1],
    kWh: ['power', 'kWh', 1],
    GW: ['power', 'W', 1e9],
    MW: ['power', 'W', 1e6],
    kW: ['power', 'W', 1000],
    GHz: ['frequency', 'Hz', 1e9],
    MHz: ['frequency', 'Hz', 1e6],
    ZB: ['data', 'B', 1e21],
    EB: ['data', 'B', 1e18],
    PB: ['data', 'B', 1e15],
    TB: ['data', 'B', 1e12],
    GB: ['data', 'B', 1e9],
    MB: ['data', 'B', 1e6],
    Gbps: ['data', 'bit/s', 1e9],
    Mbps: ['data', 'bit/s', 1e6],
  } satisfies Record<string, readonly [QuantityKind, string, number]>),
);
const WORDS = words('unit');
/** Measure words say who or what is counted: `unit/counted/家`; 个 counts things of every kind. */
const COUNTED = 'counted';

/** The unit that stands at the beginning of a text; undefined when there is none. */
export function unitAt(text: string): UnitFound | undefined {
  const space = /^[^\S\n]*/u.exec(text)?.[0].length ?? 0;
  const found = WORDS.atStart(text.slice(space));
  if (!found) return undefined;
  const [, name = '', counted = ''] = found.class.split('/');
  const length = space + found.end;
  if (name === COUNTED) return { kind: 'count', unit: counted, factor: 1, length };
  const [kind, unit, factor] = UNITS.get(name) ?? ['count', name, 1];
  return { kind, unit, factor, length };
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/(?:US\s?\$|USD|(?<![A-Z])\$)[^\S\n]*$/u, 'USD'],
  [/HK\$[^\S\n]*$/u, 'HKD'],
  [/(?:₹|\bRs\.?)[^\S\n]*$/u, 'INR'],
  [/€[^\S\n]*$/u, 'EUR'],
  [/£[^\S\n]*$/u, 'GBP'],
  [/(?:[¥￥]|RMB|CNY|人民币)[^\S\n]*$/u, 'CNY'],
];

/** The currency sign with which a text ends. */
export function currencyBefore(text: string): { unit: string; length: number } | undefined {
  for (const [pattern, unit] of SIGNS) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { unit, length: found.length };
  }
  return undefined;
}
