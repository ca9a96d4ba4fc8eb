import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../../domain/errors.ts';
import type { GroundingModel } from '../../domain/ports.ts';
import { findOnnxModel, hashOf, loadTransformers, notLoaded } from '../onnx-files.ts';

/** Pairs that the model reads at once. */
const BATCH = 8;
const Config = z.object({ id2label: z.record(z.string(), z.string()).optional() });
const Logits = z.array(z.array(z.number()));
/** What the label of proved sentences is called by the models that there are. */
const PROVED = /^(?:entail|support|consistent|faithful|grounded|proved|label_1$)/iu;

/**
 * A grounding model in ONNX form that lies in a folder, as Hugging Face lays it out: it classifies pairs of texts, the
 * grounds first. One that gives a single value gives the probability; of several labels one says that it is proved.
 * Nothing is loaded from the network.
 * @throws ConfigurationError when the package is not installed or the folder holds no such model
 */
export async function openOnnxGrounding(folder: string): Promise<GroundingModel> {
  const setting = `JUDGE=onnx:${folder}`;
  const { path, dtype } = findOnnxModel(folder, setting, 'a model that classifies pairs of texts');
  const label = labelOf(folder, setting);
  const { AutoTokenizer, AutoModelForSequenceClassification, Tensor } = await loadTransformers(folder, 'JUDGE');
  const Output = z.object({ logits: z.instanceof(Tensor) });
  const name = basename(resolve(folder));
  const load = async () => ({
    tokenize: await AutoTokenizer.from_pretrained(name, { local_files_only: true }),
    classify: await AutoModelForSequenceClassification.from_pretrained(name, { dtype, local_files_only: true }),
  });
  const { tokenize, classify } = await load().catch((cause: unknown) => {
    throw notLoaded(setting, cause);
  });
  const probabilities: GroundingModel['probabilities'] = async (pairs) => {
    const found: number[] = [];
    for (let at = 0; at < pairs.length; at += BATCH) {
      const batch = pairs.slice(at, at + BATCH);
      const read: unknown = tokenize(
        batch.map(({ grounds }) => grounds),
        { text_pair: batch.map(({ claim }) => claim), padding: true, truncation: true },
      );
      const { logits } = Output.parse(await classify(read));
      found.push(...Logits.parse(logits.tolist()).map((each) => probabilityOf(each, label)));
    }
    return found;
  };
  // One that gives something else says so now, and not under somebody's question.
  await probabilities([{ grounds: 'footnote', claim: 'footnote' }]).catch((cause: unknown) => {
    throw notLoaded(setting, cause);
  });
  return { id: `onnx:${name}:${await hashOf(path)}`, probabilities };
}

/** Which of the labels says that a pair is proved; the only one where there is one. */
function labelOf(folder: string, setting: string): number {
  const { id2label = {} } = Config.parse(JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')));
  const labels = Object.entries(id2label);
  if (labels.length <= 1) return 0;
  const found = labels.find(([, label]) => PROVED.test(label));
  if (!found)
    throw new ConfigurationError(
      `${setting}: none of the labels in config.json (${labels.map(([, label]) => label).join(', ')}) says that a ` +
        'sentence is proved: entailment, supported, consistent, faithful, grounded or proved.',
    );
  return Number(found[0]);
}

/** The softmax of several values, the logistic function of one. */
function probabilityOf(logits: readonly number[], label: number): number {
  const [own = 0] = logits.slice(label);
  if (logits.length === 1) return 1 / (1 + Math.exp(-own));
  const most = Math.max(...logits);
  return Math.exp(own - most) / logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0);
}
