/** What the server sends when it cannot answer (RFC 9457), as far as it is read here. */
type Told = Readonly<{ title?: string; detail?: string; code?: string; status?: number }>;

/** An answer that did not come: the server's own words, or that there was no server. */
export class AskingFailed extends Error {
  override name = 'AskingFailed';
  /** 0 when no server was reached. */
  readonly status: number;
  /** The server's stable name for what is wrong. */
  readonly code: string;
  /** Milliseconds after which the server wants to be asked again; undefined when it did not say. */
  readonly retryAfter: number | undefined;

  constructor(detail: string, { status, code, retryAfter }: Readonly<{ status: number; code: string; retryAfter?: number | undefined }>) {
    super(detail);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Whether the same question may well be answered a little later: the server is busy, or not that far yet. */
  get isPassing(): boolean {
    return this.status === 429 || this.status === 503;
  }

  /** Whether it was the server that failed, gone or out of order, and not the question. */
  get isOfServer(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** No server was reached. */
export const unreachable = (): AskingFailed => new AskingFailed('', { status: 0, code: 'unreachable' });

/** What a refusal says. @param body problem+json, or whatever came instead */
export function failureOf(response: Response, body: unknown): AskingFailed {
  const told: Told = typeof body === 'object' && body !== null ? body : {};
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return new AskingFailed(told.detail ?? told.title ?? `${response.status} ${response.statusText}`, {
    status: response.status,
    code: told.code ?? 'unknown',
    retryAfter: Number.isFinite(seconds) ? seconds * 1000 : undefined,
  });
}
