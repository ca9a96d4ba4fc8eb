/** Characters that turn a word into its opposite when one stands for the other: 软件, 硬件; 较高, 较低. */
const PAIRS =
  '高低 大小 多少 快慢 强弱 长短 上下 前后 内外 软硬 新旧 新老 正负 正反 早晚 远近 深浅 轻重 冷热 男女 进出 买卖 增减 升降 涨跌 扩缩 松紧 公私 主次 优劣 好坏 南北 东西 左右 开关 有无 利弊 盈亏 供需 胜负 攻守 真假 同异 单双 输赢 先后 难易 显隐 私公'.split(
    ' ',
  );
const OPPOSITES = new Map<string, string[]>();
for (const pair of PAIRS) {
  const [one = '', other = ''] = pair;
  OPPOSITES.set(one, [...(OPPOSITES.get(one) ?? []), other]);
  OPPOSITES.set(other, [...(OPPOSITES.get(other) ?? []), one]);
}

/** A Chinese word of two characters and more with one of them turned round, in every way there is. */
function oppositesOf(word: string): string[] {
  if (!/^\p{Script=Han}{2,}$/u.test(word)) return [];
  return [...word].flatMap((character, at) =>
    (OPPOSITES.get(character) ?? []).map((other) => word.slice(0, at) + other + word.slice(at + 1)),
  );
}

/**
 * Pairs of characters of a text that stand turned round in another one, which does not hold them: `[较高, 较低]`.
 * Both without marks and spaces.
 */
export function turnedRound(text: string, other: string): { said: string; instead: string }[] {
  const pairs = new Set([...text].map((_, at) => text.slice(at, at + 2)).filter((pair) => !other.includes(pair)));
  return [...pairs].flatMap((said) => {
    const instead = oppositesOf(said).find((opposite) => other.includes(opposite) && !text.includes(opposite));
    return instead === undefined ? [] : [{ said, instead }];
  });
}
