import type { ExtractParts } from '../answer/compose-extract.ts';
import { rankStatements } from '../answer/compose-extract.ts';
import type { CheckParts } from '../check/check-claim.ts';
import { decideClaim } from '../check/decide-claim.ts';
import { findFigures } from '../figures/find-figures.ts';
import type { Prove } from '../compare/prove.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import type { KindSteps } from '../kinds/kind-steps.ts';
import type { RetrievalParts } from '../retrieve/retrieve-passages.ts';
import { findNearNames } from '../retrieve/near-names.ts';
import { retrievePassages } from '../retrieve/retrieve-passages.ts';
import type { FittedWeights } from './open-weights.ts';

/** Passages whose statements are looked through for one operand, one topic or one list. */
const STATEMENTS_FROM = 12;

/** What finds and proves, for all kinds of questions. */
export interface KindParts extends Omit<RetrievalParts, 'weights'> {
  weights: FittedWeights;
  /** The weights by which statements are ranked were measured with these vectors. */
  embed: ExtractParts['embed'];
  prove: Prove;
  comparing: CheckParts['comparing'];
  names: NameReader;
}

/** Joins the steps that answers of all kinds stand on. */
export function kindSteps(
  { library, embedder, glosses, weights, embed, prove, comparing, names }: KindParts,
  answerFacts: KindSteps['answerFacts'],
  summarise: KindSteps['summarise'],
): KindSteps {
  const parts = { library, embedder, glosses, weights: weights.passages };
  return {
    library,
    prove,
    names,
    answerFacts,
    summarise,
    decide: ({ reports, text }) =>
      decideClaim(
        text,
        {
          retrieve: (question) => retrievePassages(question, parts),
          comparing,
        },
        reports,
      ),
    nearNames: (question) => findNearNames(question, parts),
    trends: (request) => findFigures(request, { ...parts, names }, { isTrend: true }),
    async findStatements(question) {
      const retrieval = await retrievePassages(question, parts, STATEMENTS_FROM);
      return { retrieval, ranked: await rankStatements(retrieval, { embed, weights }) };
    },
  };
}
