import type { EmbeddingSettings } from '../../domain/model.ts';
import type { Embedder } from '../../domain/ports.ts';

/**
 * The embedder that the settings name. What embeds elsewhere is loaded only then.
 * @param local the dictionary's
 * @throws ConfigurationError when a package or a model is missing
 * @throws ServiceError when a provider does not answer
 */
export async function openEmbedder(settings: EmbeddingSettings, local: Embedder): Promise<Embedder> {
  if (settings.kind === 'remote') return (await import('./remote-embedder.ts')).createRemoteEmbedder(settings);
  if (settings.kind === 'onnx') return (await import('./onnx-embedder.ts')).createOnnxEmbedder(settings.folder);
  return local;
}
