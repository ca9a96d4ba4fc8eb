/** A session of an editor on the web, as it is kept. */
export interface KeptSession {
  /** The hash of what the browser keeps: whoever reads the store gets no session by it. */
  id: string;
  editor: string;
  /** Its end, in milliseconds since 1970. */
  until: number;
}

/** Remembers which editors are signed in on the web, and which links began a session. Safe with several processes. */
export interface Sessions {
  /**
   * Keeps a session that a link begins.
   * @param link id of the link, and until when it could be used
   * @returns false, with nothing kept, when that link has begun a session before
   */
  begin(session: KeptSession, link: { id: string; until: number }): Promise<boolean>;
  /** Whether a link has begun a session. */
  hasBegun(linkId: string): Promise<boolean>;
  /** A session that was begun and has neither run out nor been ended. */
  find(id: string): Promise<KeptSession | undefined>;
  end(id: string): Promise<void>;
}
