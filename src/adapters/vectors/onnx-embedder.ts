import type { FeatureExtractionPipeline } from '@huggingface/transformers';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Embedder } from '../../domain/ports.ts';
import type { OnnxFile } from '../onnx-files.ts';
import { findOnnxModel, hashOf, loadTransformers, notLoaded } from '../onnx-files.ts';
import { unitVector } from './unit-vector.ts';

/** Texts that the model reads at once. */
const BATCH = 16;
const Pooling = z.object({ pooling_mode_cls_token: z.boolean().default(false) });
const Rows = z.array(z.array(z.union([z.number(), z.nan()])));

/**
 * An embedder of a sentence-embedding model in ONNX form that lies in a folder: `config.json`, `tokenizer.json`,
 * `onnx/model.onnx`.
 * Nothing is loaded from the network.
 * @throws ConfigurationError when the package is not installed or the folder holds no such model
 */
export async function createOnnxEmbedder(folder: string): Promise<Embedder> {
  const setting = `EMBEDDINGS=onnx:${folder}`;
  const { path, dtype } = findOnnxModel(folder, setting, 'a sentence-embedding model');
  const extract = await load(folder, dtype, setting);
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
  return { id: `onnx:${basename(resolve(folder))}:${await hashOf(path)}:${pooling}:${dimension}`, dimension, embed };
}

async function load(folder: string, dtype: OnnxFile['dtype'], setting: string): Promise<FeatureExtractionPipeline> {
  const { pipeline } = await loadTransformers(folder, 'EMBEDDINGS');
  try {
    return await pipeline('feature-extraction', basename(resolve(folder)), { dtype, local_files_only: true });
  } catch (cause) {
    throw notLoaded(setting, cause);
  }
}

/** Sentence-transformers say in a file of their own which pooling a model was trained with; most take the mean. */
function poolingOf(folder: string): 'mean' | 'cls' {
  const file = join(folder, '1_Pooling', 'config.json');
  return existsSync(file) && Pooling.parse(JSON.parse(readFileSync(file, 'utf8'))).pooling_mode_cls_token
    ? 'cls'
    : 'mean';
}
