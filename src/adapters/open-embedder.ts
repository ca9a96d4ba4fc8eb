import type { EmbeddingSettings } from '../domain/model.ts';
import type { Embedder } from '../domain/ports.ts';
import { createDictionaryEmbedder } from './dictionary-embedder.ts';
import { createOnnxEmbedder } from './onnx-embedder.ts';
import { createRemoteEmbedder } from './remote-embedder.ts';

/**
 * The embedder that the settings name.
 * @param dictionaryDirectory where the bilingual dictionary is, for the local one
 * @throws ConfigurationError when a package or a model is missing
 * @throws ServiceError when a provider does not answer
 */
export async function openEmbedder(settings: EmbeddingSettings, dictionaryDirectory: string): Promise<Embedder> {
  if (settings.kind === 'remote') return createRemoteEmbedder(settings);
  if (settings.kind === 'onnx') return createOnnxEmbedder(settings.folder);
  return createDictionaryEmbedder(dictionaryDirectory);
}
