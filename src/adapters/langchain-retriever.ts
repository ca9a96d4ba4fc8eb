import type { CallbackManagerForRetrieverRun } from '@langchain/core/callbacks/manager';
import type { DocumentInterface } from '@langchain/core/documents';
import { Document } from '@langchain/core/documents';
import type { BaseRetrieverInput } from '@langchain/core/retrievers';
import { BaseRetriever } from '@langchain/core/retrievers';
import { given } from '../domain/given.ts';
import type { ProgramAsker } from '../programs/asked-room.ts';
import type { SearchRequest } from '../programs/requests.ts';
import type { HitJson, HitsJson } from '../programs/search-json.ts';

/** What a chain's documents carry besides their text. */
export type PassageMetadata = Omit<HitJson, 'text'>;

/** How passages are retrieved. */
export interface FootnoteRetrieverInput extends BaseRetrieverInput {
  /** An open library. */
  footnote: { search(request: SearchRequest, asker?: ProgramAsker): Promise<HitsJson> };
  /** Passages at most; absent: 10. */
  k?: number;
  /** Only of these reports, by id or file name; absent: all. */
  reports?: string[];
}

/** Passages of the reports for LangChain chains, best first, each with its report, pages, section and score. */
export class FootnoteRetriever extends BaseRetriever<PassageMetadata> {
  static override lc_name(): string {
    return 'FootnoteRetriever';
  }

  override lc_namespace = ['footnote', 'retrievers'];
  readonly #footnote: FootnoteRetrieverInput['footnote'];
  readonly #confined: Pick<SearchRequest, 'limit' | 'reports'>;

  constructor({ footnote, k, reports, ...rest }: FootnoteRetrieverInput) {
    super(rest);
    this.#footnote = footnote;
    this.#confined = given({ limit: k, reports });
  }

  /** @throws RefusedError when the question is blank or too long */
  override async _getRelevantDocuments(
    query: string,
    _run?: CallbackManagerForRetrieverRun,
  ): Promise<DocumentInterface<PassageMetadata>[]> {
    const { hits } = await this.#footnote.search({ question: query, ...this.#confined });
    return hits.map(({ text, ...metadata }) => new Document({ pageContent: text, metadata }));
  }
}
