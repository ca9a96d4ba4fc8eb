import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { ConfigurationError } from '../domain/errors.ts';

const PACKAGE = '@huggingface/transformers';
/** The version that the tests run against. */
const VERSION = '4.3.1';
/** Model files as Hugging Face names them, the more exact first. */
const FILES = [
  ['model.onnx', 'fp32'],
  ['model_fp16.onnx', 'fp16'],
  ['model_quantized.onnx', 'q8'],
  ['model_int8.onnx', 'int8'],
] as const;

/** A model file of a folder, with how exact its numbers are. */
export interface OnnxFile {
  path: string;
  dtype: (typeof FILES)[number][1];
}

/**
 * The model of a folder as Hugging Face lays it out: `config.json`, `tokenizer.json`, `onnx/model.onnx`.
 * @param setting that names the folder: `EMBEDDINGS=onnx:FOLDER`
 * @param what the folder must hold, for people
 * @throws ConfigurationError when the folder lacks a file
 */
export function findOnnxModel(folder: string, setting: string, what: string): OnnxFile {
  const missing = ['config.json', 'tokenizer.json', 'tokenizer_config.json'].filter(
    (name) => !existsSync(join(folder, name)),
  );
  const found = FILES.find(([name]) => existsSync(join(folder, 'onnx', name)));
  if (found && missing.length === 0) return { path: join(folder, 'onnx', found[0]), dtype: found[1] };
  const lacking = [...missing, ...(found ? [] : [`onnx/${FILES[0][0]}`])].join(', ');
  throw new ConfigurationError(
    `${setting}: the folder lacks ${lacking}. It must hold ${what} in ONNX form, as Hugging Face lays it out.`,
  );
}

/**
 * The package that runs models in ONNX form, told to load what lies beside a folder and nothing from the network.
 * @param variable that names the model, for people
 * @throws ConfigurationError when it is not installed
 */
export async function loadTransformers(folder: string, variable: string) {
  try {
    createRequire(import.meta.url).resolve(PACKAGE);
  } catch (cause) {
    throw new ConfigurationError(
      `${variable} names an ONNX model, and the package that runs it is not installed: npm i ${PACKAGE}@${VERSION}`,
      { cause },
    );
  }
  const transformers = await import('@huggingface/transformers');
  const { env } = transformers;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(resolve(folder));
  return transformers;
}

/** That a model cannot be loaded, and why. */
export function notLoaded(setting: string, cause: unknown): ConfigurationError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ConfigurationError(`${setting}: the model cannot be loaded (${why}).`, { cause });
}

/** What tells one model file from another. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('hex').slice(0, 12);
}
