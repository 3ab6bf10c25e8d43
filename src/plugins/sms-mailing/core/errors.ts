import type { Retour } from './rebonds/rebond';

/**
 * The guide says no: answered 400. `regle` is the key of a French sentence (admin/src/translations/fr.json
 * and `core/regle.ts`), `details` fills its blanks.
 */
export class RegleError extends Error {
  readonly regle: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(regle: string, details: Readonly<Record<string, unknown>> = {}) {
    super(regle);
    this.name = 'RegleError';
    this.regle = regle;
    this.details = details;
  }
}

export type IssueTransport = 'refuse' | 'reessayer' | 'incertain' | 'configuration';

/**
 * Whom a fault concerns: this message alone, everybody (the server is away, the account is wrong), the pace (the
 * server asks for less), or nobody can tell: this recipient, or everybody. A `configuration` is never of the
 * message alone: it is doubtful or it is everybody's.
 */
export type PorteeTransport = 'message' | 'transport' | 'rythme' | 'douteuse';

/**
 * What a transport could establish when a hand-over failed: `refuse` definitely not accepted, `reessayer`
 * not accepted for now, `incertain` maybe accepted (never sent again silently), `configuration` the account
 * or the sender is wrong: nothing was consumed, the whole batch stops.
 */
export class TransportError extends Error {
  readonly issue: IssueTransport;
  readonly code: string | null;
  readonly reessayerDansMs: number | null;
  readonly portee: PorteeTransport;
  /** What the refusal says of the address for good; null: nothing. */
  readonly retour: Retour | null;

  constructor(
    issue: IssueTransport,
    message: string,
    options: {
      code?: string | null;
      reessayerDansMs?: number | null;
      portee?: PorteeTransport;
      retour?: Retour | null;
      cause?: unknown;
    } = {}
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'TransportError';
    this.issue = issue;
    this.code = options.code ?? null;
    this.reessayerDansMs = options.reessayerDansMs ?? null;
    this.portee = options.portee ?? 'message';
    this.retour = options.retour ?? null;
  }
}
