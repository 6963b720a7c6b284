/** The stream of events as a browser has it, in the hands of a spec. */
export class HeldEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: HeldEventSource[] = [];
  readonly url: string;
  readyState = 1;

  constructor(url: string) {
    super();
    this.url = url;
    HeldEventSource.opened.push(this);
  }

  close(): void {
    this.readyState = HeldEventSource.CLOSED;
  }

  /** The server says something. */
  say(name: string, body: object): void {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(body) }));
  }

  static hold(): typeof HeldEventSource {
    HeldEventSource.opened = [];
    Object.assign(globalThis, { EventSource: HeldEventSource });
    return HeldEventSource;
  }
}
