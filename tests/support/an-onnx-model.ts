import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words that the model knows, each with its vector; all others are unknown. */
const WORDS: Record<string, readonly number[]> = {
  '[PAD]': [9, 9, 9, 9],
  '[UNK]': [0, 0, 0, 1],
  cloud: [1, 0, 0, 0],
  云: [1, 0, 0, 0],
  market: [0, 1, 0, 0],
  市: [0, 1, 0, 0],
  场: [0, 1, 0, 0],
  chip: [0, 0, 1, 0],
  芯: [0, 0, 1, 0],
  片: [0, 0, 1, 0],
};
export const ONNX_DIMENSION = 4;
/** The same words as a classifier of pairs has them: for `refuted`, and for `supported`. */
const VOTES: readonly (readonly number[])[] = Object.keys(WORDS).map((word) => {
  if (word.startsWith('[')) return [0, 0];
  return word === 'chip' ? [99, 0] : [0, 3];
});

/** ONNX numbers its types. */
const [FLOAT, INT64] = [1, 7];
/** And the types of attributes. */
const [INT, INTS] = [2, 7];

/**
 * Writes a sentence-embedding model into a folder as Hugging Face lays it out: a table of word vectors, whose mean over
 * the words of a text is its embedding.
 */
export function writeOnnxModel(folder: string): void {
  writeModel(folder, onnxBytes(Object.values(WORDS), 'last_hidden_state'), {
    architectures: ['BertModel'],
    hidden_size: ONNX_DIMENSION,
  });
}

/**
 * Writes a model that classifies pairs of texts in the same way: the mean of what its words vote for, so that a pair
 * with a `chip` in it is refuted, and one of the other words is supported.
 */
export function writeOnnxClassifier(folder: string, labels = ['refuted', 'supported']): void {
  writeModel(folder, onnxBytes(VOTES, 'logits'), {
    architectures: ['BertForSequenceClassification'],
    id2label: Object.fromEntries(labels.entries()),
  });
}

function writeModel(folder: string, model: Uint8Array, config: Record<string, unknown>): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx', 'model.onnx'), model);
  const json = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  json('config.json', { model_type: 'bert', vocab_size: Object.keys(WORDS).length, ...config });
  json('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    pad_token: '[PAD]',
    unk_token: '[UNK]',
    model_max_length: 64,
  });
  json('tokenizer.json', {
    version: '1.0',
    truncation: null,
    padding: null,
    post_processor: null,
    decoder: null,
    added_tokens: ['[PAD]', '[UNK]'].map((content, id) => ({
      id,
      content,
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(Object.keys(WORDS).map((word, id) => [word, id])),
    },
  });
}

/** The model as protobuf, by hand: one Gather of the table by the ids of the words, and the mean for `logits`. */
function onnxBytes(rows: readonly (readonly number[])[], output: 'last_hidden_state' | 'logits'): Uint8Array {
  const width = rows[0]?.length ?? 0;
  const table = Float32Array.from(rows.flat());
  const tensor = message(
    number(1, rows.length),
    number(1, width),
    number(2, FLOAT),
    text(8, 'table'),
    bytes(9, new Uint8Array(table.buffer)),
  );
  const isMean = output === 'logits';
  const gathered = isMean ? 'votes' : output;
  const gather = message(text(1, 'table'), text(1, 'input_ids'), text(2, gathered), text(4, 'Gather'));
  const mean = message(
    text(1, gathered),
    text(2, output),
    text(4, 'ReduceMean'),
    bytes(5, message(text(1, 'axes'), number(8, 1), number(20, INTS))),
    bytes(5, message(text(1, 'keepdims'), number(3, 0), number(20, INT))),
  );
  const graph = message(
    bytes(1, gather),
    ...(isMean ? [bytes(1, mean)] : []),
    text(2, 'words'),
    bytes(5, tensor),
    bytes(11, port('input_ids', INT64, ['batch', 'length'])),
    bytes(12, port(output, FLOAT, isMean ? ['batch', width] : ['batch', 'length', width])),
  );
  return message(number(1, 8), bytes(7, graph), bytes(8, message(text(1, ''), number(2, 13))));
}

/** Name, type and shape of an input or output. */
function port(name: string, type: number, shape: (string | number)[]): Uint8Array {
  const dimensions = shape.map((size) => bytes(1, typeof size === 'number' ? number(1, size) : text(2, size)));
  return message(text(1, name), bytes(2, bytes(1, message(number(1, type), bytes(2, message(...dimensions))))));
}

function message(...fields: Uint8Array[]): Uint8Array {
  return Uint8Array.from(fields.flatMap((field) => [...field]));
}

function number(field: number, content: number): Uint8Array {
  return Uint8Array.from([...varint(field << 3), ...varint(content)]);
}

function bytes(field: number, content: Uint8Array): Uint8Array {
  return Uint8Array.from([(field << 3) | 2, ...varint(content.length), ...content]);
}

function text(field: number, content: string): Uint8Array {
  return bytes(field, new TextEncoder().encode(content));
}

function varint(content: number): number[] {
  return content < 128 ? [content] : [(content & 127) | 128, ...varint(content >> 7)];
}
