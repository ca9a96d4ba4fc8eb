import type { FeatureExtractionPipeline } from '@huggingface/transformers';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../../domain/errors.ts';
import type { Embedder } from '../../domain/ports.ts';
import { unitVector } from './unit-vector.ts';

const PACKAGE = '@huggingface/transformers';
/** The version that the tests run against. */
const VERSION = '4.3.1';
/** Texts that the model reads at once. */
const BATCH = 16;
/** Model files as Hugging Face names them, the more exact first. */
const FILES = [
  ['model.onnx', 'fp32'],
  ['model_fp16.onnx', 'fp16'],
  ['model_quantized.onnx', 'q8'],
  ['model_int8.onnx', 'int8'],
] as const;
const Pooling = z.object({ pooling_mode_cls_token: z.boolean().default(false) });
const Rows = z.array(z.array(z.union([z.number(), z.nan()])));

/**
 * An embedder of a sentence-embedding model in ONNX form that lies in a folder: `config.json`, `tokenizer.json`,
 * `onnx/model.onnx`.
 * Nothing is loaded from the network.
 * @throws ConfigurationError when the package is not installed or the folder holds no such model
 */
export async function createOnnxEmbedder(folder: string): Promise<Embedder> {
  const [file, dtype] = modelFile(folder);
  const extract = await load(folder, dtype);
  const pooling = poolingOf(folder);
  const embed = async (texts: string[]): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += BATCH) {
      const batch = texts.slice(at, at + BATCH);
      const rows = Rows.parse((await extract(batch, { pooling, normalize: true })).tolist());
      // A text without words has no mean.
      vectors.push(
        ...rows.map((row, i) =>
          batch[i]?.trim() === '' || !row.every(Number.isFinite) ? new Float32Array(row.length) : unitVector(row),
        ),
      );
    }
    return vectors;
  };
  const [probe] = await embed(['footnote']);
  const dimension = probe?.length ?? 0;
  return { id: `onnx:${basename(resolve(folder))}:${await hashOf(file)}:${pooling}:${dimension}`, dimension, embed };
}

function modelFile(folder: string): [string, (typeof FILES)[number][1]] {
  const missing = ['config.json', 'tokenizer.json', 'tokenizer_config.json'].filter(
    (name) => !existsSync(join(folder, name)),
  );
  const found = FILES.find(([name]) => existsSync(join(folder, 'onnx', name)));
  if (!found || missing.length > 0) {
    const lacking = [...missing, ...(found ? [] : [`onnx/${FILES[0][0]}`])].join(', ');
    throw new ConfigurationError(
      `EMBEDDINGS=onnx:${folder}: the folder lacks ${lacking}. It must hold a sentence-embedding model ` +
        'in ONNX form, as Hugging Face lays it out.',
    );
  }
  return [join(folder, 'onnx', found[0]), found[1]];
}

async function load(folder: string, dtype: (typeof FILES)[number][1]): Promise<FeatureExtractionPipeline> {
  try {
    createRequire(import.meta.url).resolve(PACKAGE);
  } catch (cause) {
    throw new ConfigurationError(
      `EMBEDDINGS names an ONNX model, and the package that runs it is not installed: npm i ${PACKAGE}@${VERSION}`,
      { cause },
    );
  }
  const { env, pipeline } = await import('@huggingface/transformers');
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(resolve(folder));
  try {
    return await pipeline('feature-extraction', basename(resolve(folder)), { dtype, local_files_only: true });
  } catch (cause) {
    throw new ConfigurationError(
      `EMBEDDINGS=onnx:${folder}: the model cannot be loaded ` +
        `(${cause instanceof Error ? cause.message : String(cause)}).`,
      { cause },
    );
  }
}

/** Sentence-transformers say in a file of their own which pooling a model was trained with; most take the mean. */
function poolingOf(folder: string): 'mean' | 'cls' {
  const file = join(folder, '1_Pooling', 'config.json');
  return existsSync(file) && Pooling.parse(JSON.parse(readFileSync(file, 'utf8'))).pooling_mode_cls_token
    ? 'cls'
    : 'mean';
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('hex').slice(0, 12);
}
